// What the app stores: settings, proofs, records of groups, the credentials of older versions.
import { expect } from 'vitest';

import type { Observation } from '../../../../src/broker/privileged-user/state';
import { NO_PROOFS } from '../../../../src/broker/site-admin/proofs';
import { aGroupId, boss, failureFrom, someRules } from '../../../support/ports/builders';
import { failing, type Call, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';
import type { Stage } from '../stage';
import { recordOf } from './group-records';

const CONFLICT = { code: 'CONFLICT', what: 'settings' };

const READS: Record<string, Call> = {
  privilegedUser: { as: 'ann', call: 'read privilegedUser', use: ({ settings }) => settings.privilegedUser() },
  observation: { as: 'ann', call: 'read observation', use: ({ settings }) => settings.observation() },
  rules: { as: 'ann', call: 'read rules', use: ({ settings }) => settings.rules() },
  'decision reads': { as: 'ann', call: 'read stored', use: ({ decisionReads }) => decisionReads.read() },
  'decision reads for adding': {
    as: 'ann',
    call: 'read stored',
    use: ({ decisionReads }) => decisionReads.readForAdding([aGroupId('g-none')]),
  },
  'legacy exist': { as: 'ann', call: 'read credentials', use: ({ legacyCredentials }) => legacyCredentials.exist() },
  upkeep: { as: 'ann', call: 'read upkeep', use: ({ upkeep }) => upkeep.read() },
  proofs: { as: 'ann', call: 'read proofs', use: ({ siteAdminProofs }) => siteAdminProofs.read() },
  claimRefusalCheck: { as: 'ann', call: 'claim look', use: ({ settings }) => settings.claimRefusalCheck(0, 1) },
  saveObservation: {
    as: 'ann',
    call: 'saveObservation',
    use: async ({ settings }, stage) => settings.saveObservation(seenAt(stage, 1), undefined),
  },
};

const WRITES: Record<string, Call> = {
  savePrivilegedUser: {
    as: 'ann',
    call: 'savePrivilegedUser',
    use: ({ settings }, stage) => settings.savePrivilegedUser(current(stage), 0),
  },
  saveRules: { as: 'ann', call: 'saveRules', use: ({ settings }) => settings.saveRules(someRules(), 0) },
  'legacy delete': {
    as: 'ann',
    call: 'delete credentials',
    use: ({ legacyCredentials }) => legacyCredentials.delete(),
  },
  'proofs save': { as: 'ann', call: 'save proofs', use: ({ siteAdminProofs }) => siteAdminProofs.save(NO_PROOFS, 0) },
  'upkeep save': { as: 'ann', call: 'save upkeep', use: ({ upkeep }) => upkeep.save({ facts: 'g:a' }) },
  writeUsedKey: { as: 'ann', call: 'write used key', use: ({ storageProbe }) => storageProbe.writeUsedKey() },
  writeAgainstCondition: {
    as: 'ann',
    call: 'write against condition',
    use: ({ storageProbe }) => storageProbe.writeAgainstCondition(),
  },
};

function current({ id }: Stage) {
  return { current: { accountId: id('boss'), setBy: id('boss'), setAt: '2026-11-21T09:00:00.000Z' } };
}

function seenAt({ id }: Stage, minute: number, more: Partial<Observation> = {}): Observation {
  return {
    accountId: id('boss'),
    at: `2026-11-21T09:0${String(minute)}:00.000Z`,
    checks: [{ name: 'account', outcome: 'passed' }],
    leftoverCheckGroups: [],
    ...more,
  };
}

const settingsCases: Case[] = [
  {
    name: 'privilegedUser: nobody at version 0, and who was saved at the version that the save gave',
    play: async (stage) => {
      const { run } = stage;
      expect(await run('ann', ({ settings }) => settings.privilegedUser())).toEqual({ value: {}, version: 0 });
      const next = current(stage);
      expect(await run('ann', ({ settings }) => settings.savePrivilegedUser(next, 0))).toBe(1);
      expect(await run('ann', ({ settings }) => settings.privilegedUser())).toEqual({ value: next, version: 1 });
    },
  },
  {
    name: 'savePrivilegedUser: with the observation that led to it; who comes second fails, and nothing of theirs is stored',
    play: async (stage) => {
      const { run } = stage;
      const found = seenAt(stage, 1);
      await run('ann', ({ settings }) => settings.savePrivilegedUser(current(stage), 0, found));
      expect(await run('ann', ({ settings }) => settings.observation())).toEqual(found);
      const second = run('bob', ({ settings }) => settings.savePrivilegedUser({}, 0, seenAt(stage, 2)));
      expect(await failureFrom(second)).toEqual(CONFLICT);
      expect(await run('ann', ({ settings }) => settings.observation())).toEqual(found);
      expect(await run('ann', ({ settings }) => settings.privilegedUser())).toEqual({
        value: current(stage),
        version: 1,
      });
    },
  },
  {
    name: 'observation: none at first',
    play: async ({ run }) => expect(await run('ann', ({ settings }) => settings.observation())).toBeUndefined(),
  },
  {
    name: 'saveObservation: what a later look found stands',
    play: async (stage) => {
      const { run } = stage;
      const [early, late] = [seenAt(stage, 1), seenAt(stage, 2, { refusedSince: '2026-11-21T09:01:30.000Z' })];
      expect(await run('ann', ({ settings }) => settings.saveObservation(late, undefined))).toEqual(late);
      expect(await run('ann', ({ settings }) => settings.saveObservation(early, undefined))).toEqual(late);
      expect(await run('ann', ({ settings }) => settings.observation())).toEqual(late);
      const latest = seenAt(stage, 3);
      expect(await run('ann', ({ settings }) => settings.saveObservation(latest, late))).toEqual(latest);
      expect(await run('ann', ({ settings }) => settings.observation())).toEqual(latest);
    },
  },
  {
    name: 'saveObservation: what a look at another privileged user found stands, unless that one was known',
    play: async (stage) => {
      const { run, id } = stage;
      const other = seenAt(stage, 1, { accountId: id('bob') });
      await run('ann', ({ settings }) => settings.saveObservation(other, undefined));
      const found = seenAt(stage, 2);
      expect(await run('ann', ({ settings }) => settings.saveObservation(found, undefined))).toEqual(other);
      expect(await run('ann', ({ settings }) => settings.saveObservation(found, other))).toEqual(found);
    },
  },
  {
    name: 'saveObservation: groups that a look has added or taken away are so in any case',
    play: async (stage) => {
      const { run } = stage;
      const [gone, stays, comes] = ['gone', 'stays', 'comes'].map((name) => ({ groupId: name, groupName: name }));
      const base = seenAt(stage, 1, { leftoverCheckGroups: [gone, stays].flatMap((group) => group ?? []) });
      await run('ann', ({ settings }) => settings.saveObservation(base, undefined));
      const late = { ...seenAt(stage, 3), leftoverCheckGroups: base.leftoverCheckGroups };
      await run('ann', ({ settings }) => settings.saveObservation(late, base));
      const early = seenAt(stage, 2, { leftoverCheckGroups: [stays, comes].flatMap((group) => group ?? []) });
      const stands = { ...late, leftoverCheckGroups: early.leftoverCheckGroups };
      expect(await run('ann', ({ settings }) => settings.saveObservation(early, base))).toEqual(stands);
      expect(await run('ann', ({ settings }) => settings.observation())).toEqual(stands);
    },
  },
  {
    name: 'claimRefusalCheck: one in so much time',
    play: async ({ run }) => {
      function claim(now: number) {
        return run('ann', ({ settings }) => settings.claimRefusalCheck(now, 1_000));
      }
      const begin = Date.parse('2026-11-21T09:00:00.000Z');
      expect([await claim(begin), await claim(begin + 999), await claim(begin + 1_000)]).toEqual([true, false, true]);
    },
  },
  {
    name: 'claimRefusalCheck: one of those who come at one moment',
    play: async ({ run }) => {
      const claims = await run('ann', async ({ settings }) =>
        Promise.all([0, 1, 2].map(() => settings.claimRefusalCheck(1_000, 1_000))),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    },
  },
  {
    name: 'rules: as delivered at version 0, where nobody decided in which spaces the app works, and those that were saved; who comes second fails',
    play: async ({ run }) => {
      const first = await run('ann', ({ settings }) => settings.rules());
      const { where: _where, ...delivered } = someRules({ pattern: first.value.pattern });
      expect(first).toEqual({ value: delivered, version: 0 });
      const next = { ...someRules({ blockList: ['finance'] }), savedBy: boss };
      expect(await run('ann', ({ settings }) => settings.saveRules(next, 0))).toBe(1);
      expect(await run('ann', ({ settings }) => settings.rules())).toEqual({ value: next, version: 1 });
      expect(await failureFrom(run('bob', ({ settings }) => settings.saveRules(someRules(), 0)))).toEqual(CONFLICT);
    },
  },
  {
    name: 'decisionReads: all that is stored at this moment, with the record of one group',
    play: async (stage) => {
      const { run } = stage;
      const record = recordOf(stage, 'a');
      await run('ann', ({ groupRecords }) => groupRecords.add(record));
      await run('ann', async ({ settings, decisionReads }) => {
        const before = await decisionReads.read(record.groupId);
        expect(before).toMatchObject({ privilegedUser: { value: {}, version: 0 }, observation: undefined, record });
        await settings.savePrivilegedUser(current(stage), 0, seenAt(stage, 1));
        const next = someRules({ personalSpaces: true });
        await settings.saveRules(next, 0);
        expect(await decisionReads.read(aGroupId('g-none'))).toEqual({
          privilegedUser: { value: current(stage), version: 1 },
          observation: seenAt(stage, 1),
          rules: next,
          record: undefined,
          memberships: new Map(),
        });
        expect((await decisionReads.read()).record).toBeUndefined();
      });
    },
  },
  {
    name: 'legacyCredentials: there until they are deleted, twice if need be',
    play: async ({ run }) => {
      expect(await run('ann', ({ legacyCredentials }) => legacyCredentials.exist())).toBe(true);
      await run('ann', ({ legacyCredentials }) => legacyCredentials.delete());
      await run('ann', ({ legacyCredentials }) => legacyCredentials.delete());
      expect(await run('ann', ({ legacyCredentials }) => legacyCredentials.exist())).toBe(false);
    },
  },
  {
    name: 'siteAdminProofs: none at version 0, and those that were saved; who comes second fails',
    play: async ({ run, id }) => {
      expect(await run('ann', ({ siteAdminProofs }) => siteAdminProofs.read())).toEqual({
        value: NO_PROOFS,
        version: 0,
      });
      const next = { ...NO_PROOFS, proofs: [{ accountId: id('boss'), at: '2026-11-21T09:00:00.000Z' }] };
      expect(await run('ann', ({ siteAdminProofs }) => siteAdminProofs.save(next, 0))).toBe(1);
      expect(await run('ann', ({ siteAdminProofs }) => siteAdminProofs.read())).toEqual({ value: next, version: 1 });
      const second = run('bob', ({ siteAdminProofs }) => siteAdminProofs.save(NO_PROOFS, 0));
      expect(await failureFrom(second)).toEqual(CONFLICT);
    },
  },
  {
    name: 'upkeep: nowhere at first, and then where it was saved last',
    play: async ({ run }) => {
      function read() {
        return run('ann', ({ upkeep }) => upkeep.read());
      }
      expect(await read()).toEqual({});
      for (const position of [{ facts: 'g:a', records: '10#a#g' }, { recordsFilled: true as const }]) {
        await run('ann', ({ upkeep }) => upkeep.save(position));
        expect(await read()).toEqual(position);
      }
    },
  },
  {
    name: 'storageProbe: the store refuses clearly, and the earlier value stands',
    play: async ({ run }) => {
      expect(await run('ann', ({ storageProbe }) => storageProbe.writeUsedKey())).toEqual({
        holds: true,
        answer: expect.stringMatching(/^4\d\d/) as string,
      });
      expect(await run('ann', ({ storageProbe }) => storageProbe.writeAgainstCondition())).toEqual({
        holds: true,
        answer: expect.stringMatching(/^4\d\d/) as string,
      });
    },
  },
];

export const storeCases: Record<string, readonly Case[]> = {
  settings: settingsCases,
  storage: [
    ...failing(READS, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read }),
    ...failing(WRITES, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.write }),
  ],
};
