// What the app stores: settings, group records, the credentials of older versions.
import { AppError } from '../../../src/broker/errors';
import type { LegacyCredentials } from '../../../src/broker/ports';
import type { CheckGroup, Observation, PrivilegedUserSetting } from '../../../src/broker/privileged-user/state';
import type { SettingVersions } from '../../../src/groups/facts';
import type { FirstRunStore } from '../../../src/groups/first-run/ports';
import { rulesNow, type StoredRules } from '../../../src/groups/rules/stored-rules';
import type { GroupDecisionReads, GroupSettings, UpkeepPosition, UpkeepStore } from '../../../src/groups/store-ports';
import type { StorageProbe } from '../../../src/groups/store-ports';
import { CLOSED_ACCOUNT } from '../../../src/shared/broker/closed-account';
import { aPrivilegedUser, someRules } from './builders';
import type { FakeGroupRecords } from './group-records';
import type { Journal } from './journal';
import { factsIn, type FakeMemberships } from './memberships';

export interface FakeSettings extends GroupSettings {
  stored: { privilegedUser: PrivilegedUserSetting; rules: StoredRules; observation: Observation | undefined };
  versions: { privilegedUser: number; rules: number };
  /** Another number for each content that one of them has had. */
  versionsNow: () => SettingVersions;
}

/** Boss is the privileged user at version 1; the rules are as delivered. */
export function createSettings({ run, read }: Journal): FakeSettings {
  const stored: FakeSettings['stored'] = {
    privilegedUser: { current: aPrivilegedUser() },
    rules: someRules(),
    observation: undefined,
  };
  const versions = { privilegedUser: 1, rules: 0 };
  const contents: string[] = [];
  function versionOf(content: unknown): number {
    const text = JSON.stringify([content]);
    if (!contents.includes(text)) contents.push(text);
    return contents.indexOf(text);
  }
  let lookedAt: number | undefined;
  function demandVersion(what: keyof typeof versions, seen: number) {
    if (versions[what] !== seen) throw new AppError({ code: 'CONFLICT', what: 'settings' });
    versions[what] += 1;
    return versions[what];
  }
  return {
    stored,
    versions,
    versionsNow: () => ({
      privilegedUser: versionOf([stored.privilegedUser, versions.privilegedUser]),
      observation: versionOf(stored.observation),
      rules: versionOf([stored.rules, versions.rules]),
    }),
    privilegedUser: async () =>
      read('read privilegedUser', () => ({ value: stored.privilegedUser, version: versions.privilegedUser })),
    savePrivilegedUser: async (next, seen, observation) =>
      run({ call: 'savePrivilegedUser', about: next.current?.accountId ?? next.nominee?.accountId ?? 'nobody' }, () => {
        const version = demandVersion('privilegedUser', seen);
        stored.privilegedUser = next;
        if (observation !== undefined) stored.observation = observation;
        return version;
      }),
    observation: async () => read('read observation', () => stored.observation),
    saveObservation: async (found, base) =>
      run({ call: 'saveObservation', about: found.accountId }, () => {
        const leftoverCheckGroups = leftoversOf(found, base, stored.observation);
        const stands = isOvertaken(found, base, stored.observation) ? stored.observation : found;
        stored.observation = { ...stands, leftoverCheckGroups };
        return stored.observation;
      }),
    claimRefusalCheck: async (now, withinMs) =>
      run({ call: 'claim look', about: '' }, () => {
        if (lookedAt !== undefined && now - lookedAt < withinMs) return false;
        lookedAt = now;
        return true;
      }),
    rules: async () => read('read rules', () => ({ value: stored.rules, version: versions.rules })),
    saveRules: async (next, seen) =>
      run({ call: 'saveRules', about: '' }, () => {
        const version = demandVersion('rules', seen);
        stored.rules = next;
        return version;
      }),
  };
}

/** What is stored, and what a look has changed of what it knew. */
function leftoversOf(found: Observation, base: Observation | undefined, now: Observation | undefined): CheckGroup[] {
  function idsOf(groups: readonly CheckGroup[] = []) {
    return new Set(groups.map(({ groupId }) => groupId));
  }
  const [before, after] = [idsOf(base?.leftoverCheckGroups), idsOf(found.leftoverCheckGroups)];
  const kept = (now?.leftoverCheckGroups ?? []).filter(({ groupId }) => after.has(groupId) || !before.has(groupId));
  const known = new Set([...before, ...idsOf(kept)]);
  return [...kept, ...found.leftoverCheckGroups.filter(({ groupId }) => !known.has(groupId))];
}

/** A later look is stored, or one at another privileged user than this look knew. */
function isOvertaken(
  found: Observation,
  base: Observation | undefined,
  now: Observation | undefined,
): now is Observation {
  if (now === undefined) return false;
  if (now.accountId === found.accountId) return now.at > found.at;
  return now.accountId !== base?.accountId && now.accountId !== CLOSED_ACCOUNT;
}

/** What the other stores hold at this moment. */
export function createDecisionReads(
  { run }: Journal,
  settings: FakeSettings,
  records: FakeGroupRecords,
  memberships: FakeMemberships,
): GroupDecisionReads {
  function settingsNow() {
    return {
      privilegedUser: { value: settings.stored.privilegedUser, version: settings.versions.privilegedUser },
      observation: settings.stored.observation,
      rules: rulesNow(settings.stored.rules, settings.stored.privilegedUser.current !== undefined),
    };
  }
  return {
    read: async (groupId, accountIds = []) =>
      run({ call: 'read stored', about: groupId ?? '' }, () => ({
        ...settingsNow(),
        record: groupId && records.stored.get(groupId),
        memberships: groupId === undefined ? new Map() : factsIn(memberships, groupId, accountIds),
      })),
    readForAdding: async (groupIds) =>
      run({ call: 'read stored', about: groupIds.join(' ') }, () => ({
        ...settingsNow(),
        records: new Map([...records.stored].filter(([id]) => groupIds.includes(id))),
        mark: records.mark(),
        settings: settings.versionsNow(),
      })),
  };
}

export interface FakeLegacyCredentials extends LegacyCredentials {
  stored: boolean;
}

export function createLegacyCredentials({ run, read }: Journal): FakeLegacyCredentials {
  const fake: FakeLegacyCredentials = {
    stored: false,
    exist: async () => read('read credentials', () => fake.stored),
    delete: async () =>
      run({ call: 'delete credentials', about: '' }, () => {
        fake.stored = false;
      }),
  };
  return fake;
}

/** A store that refuses as it should. */
export function createStorageProbe({ run }: Journal): StorageProbe {
  return {
    writeUsedKey: async () => run({ call: 'write used key', about: '' }, () => ({ holds: true, answer: '409' })),
    writeAgainstCondition: async () =>
      run({ call: 'write against condition', about: '' }, () => ({ holds: true, answer: '400' })),
  };
}

export function createFirstRun({ run, read }: Journal) {
  const steps: { stored: Awaited<ReturnType<FirstRunStore['read']>> } = { stored: { value: {}, version: 0 } };
  const store: FirstRunStore = {
    read: async () => read('read first run', () => steps.stored),
    save: async (next, before) =>
      run({ call: 'save first run', about: Object.keys(next).join(' ') }, () => {
        if (before !== steps.stored.version) throw new AppError({ code: 'CONFLICT', what: 'settings' });
        steps.stored = { value: next, version: before + 1 };
        return steps.stored.version;
      }),
  };
  return Object.assign(steps, store);
}

export function createUpkeep({ run, read }: Journal): UpkeepStore {
  let position: UpkeepPosition = {};
  return {
    read: async () => read('read upkeep', () => position),
    save: async (next) =>
      run({ call: 'save upkeep', about: '' }, () => {
        position = next;
      }),
  };
}
