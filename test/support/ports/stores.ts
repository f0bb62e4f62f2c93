// What the app stores: settings, group records, the credentials of older versions.
import { AppError } from '../../../src/broker/errors';
import type { LegacyCredentials } from '../../../src/broker/ports';
import type { CheckGroup, Observation, PrivilegedUserSetting } from '../../../src/broker/privileged-user/state';
import type { GroupRecord } from '../../../src/groups/facts';
import type { GroupDecisionReads, GroupSettings } from '../../../src/groups/ports';
import type { GroupRecords, StorageProbe } from '../../../src/groups/ports';
import { CLOSED_ACCOUNT } from '../../../src/shared/broker/closed-account';
import type { Rules } from '../../../src/shared/groups/payloads';
import type { GroupId } from '../../../src/shared/ids';
import { aPrivilegedUser, someRules } from './builders';
import type { Journal } from './journal';

const RECORDS_A_PAGE = 25;

export interface FakeSettings extends GroupSettings {
  stored: { privilegedUser: PrivilegedUserSetting; rules: Rules; observation: Observation | undefined };
  versions: { privilegedUser: number; rules: number };
}

/** Boss is the privileged user at version 1; the rules are as delivered. */
export function createSettings({ run, read }: Journal): FakeSettings {
  const stored: FakeSettings['stored'] = {
    privilegedUser: { current: aPrivilegedUser() },
    rules: someRules(),
    observation: undefined,
  };
  const versions = { privilegedUser: 1, rules: 0 };
  let lookedAt: number | undefined;
  function demandVersion(what: keyof typeof versions, seen: number) {
    if (versions[what] !== seen) throw new AppError({ code: 'CONFLICT', what: 'settings' });
    versions[what] += 1;
    return versions[what];
  }
  return {
    stored,
    versions,
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

export interface FakeGroupRecords extends GroupRecords {
  stored: Map<GroupId, GroupRecord>;
}

function isStillSeen(now: GroupRecord, seen: GroupRecord): boolean {
  return now.spaceId === seen.spaceId && now.deletable === seen.deletable && now.recordedAt === seen.recordedAt;
}

/** As the store keeps it: what was last changed in the group is known of every record that is written. */
function written(record: GroupRecord, now = record): GroupRecord {
  return { ...record, lastChange: now.lastChange ?? `${record.recordedAt}#${record.attemptId ?? record.groupId}` };
}

function pageBy(records: readonly GroupRecord[], positionOf: (record: GroupRecord) => string | undefined) {
  const page = records.slice(0, RECORDS_A_PAGE);
  const last = page.at(-1);
  const next = last === undefined || records.length <= RECORDS_A_PAGE ? undefined : positionOf(last);
  return { records: page, ...(next !== undefined && { next }) };
}

function nameKey({ groupName, groupId }: GroupRecord): string {
  return `${groupName.toLowerCase()}#${groupId}`;
}

export function createGroupRecords({ run, read }: Journal): FakeGroupRecords {
  const stored = new Map<GroupId, GroupRecord>();
  function conflict() {
    return new AppError({ code: 'CONFLICT', what: 'record' });
  }
  function page(records: GroupRecord[], after = '', keepsNamesTogether = false) {
    function position(record: GroupRecord) {
      return `${record.groupName} ${record.groupId}`;
    }
    const rest = records
      .filter((record) => position(record) > after)
      .toSorted((a, b) => (position(a) > position(b) ? 1 : -1));
    // A page never ends between two of one name.
    const nextName = keepsNamesTogether ? rest[RECORDS_A_PAGE]?.groupName : undefined;
    const end = nextName === undefined ? -1 : rest.findIndex(({ groupName }) => groupName === nextName);
    const some = rest.slice(0, end < 1 ? RECORDS_A_PAGE : Math.min(end, RECORDS_A_PAGE));
    const last = some.at(-1);
    return { records: some, ...(rest.length > some.length && last && { next: position(last) }) };
  }
  return {
    stored,
    get: async (groupId) => read('get record', () => stored.get(groupId)),
    ofSpace: async (spaceId, after) =>
      read('read records', () =>
        page(
          [...stored.values()].filter((one) => one.spaceId === spaceId),
          after,
          true,
        ),
      ),
    ofSpaceByChange: async (spaceId, before) =>
      read('read changed records', () => {
        const changed = [...stored.values()].filter(
          (one) => one.spaceId === spaceId && one.lastChange !== undefined && one.lastChange < (before ?? '~'),
        );
        const sorted = changed.toSorted((a, b) => ((a.lastChange ?? '') < (b.lastChange ?? '') ? 1 : -1));
        return pageBy(sorted, ({ lastChange }) => lastChange);
      }),
    all: async (after) => read('read all records', () => page([...stored.values()], after)),
    startingWith: async (text, after = '') =>
      read('find records', () => {
        const found = [...stored.values()].filter(
          (one) => one.lastChange !== undefined && nameKey(one).startsWith(text.toLowerCase()) && nameKey(one) > after,
        );
        return pageBy(
          found.toSorted((a, b) => (nameKey(a) > nameKey(b) ? 1 : -1)),
          nameKey,
        );
      }),
    add: async (record) =>
      run({ call: 'add record', about: record.groupId }, () => {
        if (stored.has(record.groupId)) throw conflict();
        stored.set(record.groupId, written(record));
      }),
    replace: async (record, seen) =>
      run({ call: 'replace record', about: record.groupId }, () => {
        const now = stored.get(record.groupId);
        if (now === undefined || !isStillSeen(now, seen)) throw conflict();
        stored.set(record.groupId, written(record, now));
      }),
    remove: async (seen) =>
      run({ call: 'remove record', about: seen.groupId }, () => {
        const now = stored.get(seen.groupId);
        if (now !== undefined && !isStillSeen(now, seen)) throw conflict();
        return stored.delete(seen.groupId);
      }),
    named: async (spaceId, groupName) =>
      read('read named records', () =>
        [...stored.values()].filter((one) => one.spaceId === spaceId && one.groupName === groupName),
      ),
    recorded: async (ids) => read('read recorded', () => new Map([...stored].filter(([id]) => ids.includes(id)))),
  };
}

/** What the other stores hold at this moment. */
export function createDecisionReads(
  { run }: Journal,
  settings: FakeSettings,
  records: FakeGroupRecords,
): GroupDecisionReads {
  return {
    read: async (groupId) =>
      run({ call: 'read stored', about: groupId ?? '' }, () => ({
        privilegedUser: { value: settings.stored.privilegedUser, version: settings.versions.privilegedUser },
        observation: settings.stored.observation,
        rules: settings.stored.rules,
        record: groupId && records.stored.get(groupId),
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
    writeUsedKey: async () => run({ call: 'write used key', about: '' }, () => ({ holds: true, seen: '409' })),
    writeAgainstCondition: async () =>
      run({ call: 'write against condition', about: '' }, () => ({ holds: true, seen: '400' })),
  };
}
