import { kvs } from '@forge/kvs';
import { describe, it } from 'vitest';

import type { Ended } from '../../../../src/broker/ports';
import type { FactChange, GroupRecord, MembershipFact } from '../../../../src/groups/facts';
import { createAuditLog } from '../../../../src/platform/kvs/audit-log';
import { createGroupRecords } from '../../../../src/platform/kvs/group-records';
import { createMemberJournal } from '../../../../src/platform/kvs/member-journal';
import { createMemberships } from '../../../../src/platform/kvs/memberships';
import { ADA, aRecord, BOB, createStorage, groupId, minute, OTHER_SPACE, SPACE } from './storage-lab';

const records = createGroupRecords();
const memberships = createMemberships();
const GROUP = groupId(1);

const RECORD = aRecord(1);

function aFact(attemptId: string): MembershipFact {
  return { groupId: GROUP, accountId: BOB, spaceId: SPACE, since: minute(1), by: ADA, attemptId };
}

/** Bob's membership, changed on what was read. */
function ended(
  attemptId: string,
  record: GroupRecord,
  given: Pick<FactChange, 'before' | 'after'>,
  found: 'member' | 'notMember' = 'member',
): Ended<FactChange> {
  const at = minute(2);
  const prior = given.before && { prior: { since: given.before.since, by: given.before.by } };
  const change = { attemptId, at, accountId: BOB, record, ...given, look: async () => found };
  return { id: attemptId, at, outcome: 'succeeded', ...prior, change };
}

/** A group, and what is stored of Bob's membership of it. */
async function group(fact?: MembershipFact) {
  const storage = createStorage();
  const journal = createMemberJournal({ auditLog: createAuditLog(storage), log: storage.log });
  function settle(...all: Ended<FactChange>[]) {
    return storage.run(() => journal.settle(all));
  }
  async function record(): Promise<GroupRecord> {
    const now = await storage.run(() => records.get(GROUP));
    if (now === undefined) throw new Error('No record');
    return now;
  }
  function known() {
    return storage.run(async () => (await memberships.of(GROUP, [BOB])).get(BOB));
  }
  await storage.run(() => records.add(RECORD));
  if (fact !== undefined) await settle(ended(fact.attemptId, await record(), { before: undefined, after: fact }));
  return { ...storage, journal, settle, record, known, outcome: (id: string) => storage.rows('audit-outcome')[id] };
}

describe('a run and a person on one membership', () => {
  it('the person removes whom the run has just added: what the run left is gone, and who was removed stays so', async ({
    expect,
  }) => {
    const { settle, record, known } = await group();
    const seenByRun = await record();
    await settle(ended('run-1', seenByRun, { before: undefined, after: aFact('run-1') }));
    await settle(ended('person-1', await record(), { before: aFact('run-1'), after: undefined }));
    expect(await known()).toBeUndefined();
    // The run's next batch stands on what it read before.
    await settle(ended('run-2', seenByRun, { before: aFact('run-1'), after: aFact('run-2') }, 'notMember'));
    expect(await known()).toBeUndefined();
  });

  it('the person adds whom the run is removing: what the person left stays, and the run keeps nothing to give back', async ({
    expect,
  }) => {
    const { settle, record, known, outcome } = await group(aFact('old'));
    const seenByRun = await record();
    await settle(ended('person-1', await record(), { before: aFact('old'), after: aFact('person-1') }));
    expect(await settle(ended('run-1', seenByRun, { before: aFact('old'), after: undefined }))).toBe(true);
    expect(await known()).toEqual(aFact('person-1'));
    expect(outcome('run-1')).toEqual({ at: minute(2), outcome: 'succeeded' });
  });

  it('both at one moment, in either order: one transaction each, and the second looks at what the first left', async ({
    expect,
  }) => {
    const { run, journal, record, known, targets } = await group();
    const seen = await record();
    const before = targets().length;
    const stored = await run(() =>
      Promise.all(
        ['run-1', 'person-1'].map((id) => journal.settle([ended(id, seen, { before: undefined, after: aFact(id) })])),
      ),
    );
    expect(stored).toEqual([true, true]);
    expect(await known()).toEqual(aFact('run-1'));
    expect(targets().slice(before)).toContain('/api/v1/batch/get');
  });
});

describe('what a removal takes away', () => {
  it('stands with its outcome, for Undo', async ({ expect }) => {
    const { settle, record, outcome } = await group(aFact('old'));
    await settle(ended('a', await record(), { before: aFact('old'), after: undefined }));
    expect(outcome('a')).toMatchObject({ prior: { since: minute(1), by: ADA } });
  });
});

describe('the group’s record', () => {
  it('is not written over as it was read before a site admin changed it', async ({ expect }) => {
    const changes: Partial<GroupRecord>[] = [{ deletable: false }, { groupName: 'renamed' }, { recordedBy: BOB }];
    for (const change of changes) {
      const { run, settle, record, known } = await group();
      const seen = await record();
      await run(() => records.replace({ ...seen, ...change }, seen));
      await settle(ended('a', seen, { before: undefined, after: aFact('a') }));
      expect(await record()).toEqual({ ...seen, ...change, lastChange: `${minute(2)}#a` });
      expect(await known()).toEqual(aFact('a'));
    }
  });

  it('of an older version gets its last change', async ({ expect }) => {
    const { run, settle, record } = await group();
    const { lastChange: _none, ...old } = await record();
    await run(() => kvs.entity('group-record').set(GROUP, { ...old, site: 'site', sortKey: 'x' }));
    expect(await record()).toEqual(old);
    await settle(ended('a', old, { before: undefined, after: aFact('a') }));
    expect(await record()).toEqual({ ...old, lastChange: `${minute(2)}#a` });
  });

  it('that belongs to another space by then is left alone, and so is the membership', async ({ expect }) => {
    const { run, settle, record, known } = await group();
    const seen = await record();
    await run(() => records.replace({ ...seen, spaceId: OTHER_SPACE }, seen));
    expect(await settle(ended('a', seen, { before: undefined, after: aFact('a') }))).toBe(true);
    expect([await known(), (await record()).lastChange]).toEqual([undefined, seen.lastChange]);
  });
});

describe('an answer of the store that is lost', () => {
  it('is asked for again, and what is stored already stays as it is', async ({ expect }) => {
    for (const [before, after] of [
      [undefined, aFact('a')],
      [aFact('old'), undefined],
    ] as const) {
      const { loseAnswer, settle, record, known, outcome } = await group(before);
      const seen = await record();
      loseAnswer('/api/v1/transaction');
      expect(await settle(ended('a', seen, { before, after }))).toBe(true);
      expect(await known()).toEqual(after);
      expect(outcome('a')).toMatchObject({ outcome: 'succeeded', ...(before && { prior: { by: ADA } }) });
    }
  });

  it('while the store is down: outcomes are carried, and stored with the next ones', async ({ expect }) => {
    const { fail, settle, record, outcome } = await group();
    const seen = await record();
    fail('/api/v1/transaction', 500, 3);
    fail('/api/v1/batch/get', 500, 1);
    expect(await settle(ended('a', seen, { before: undefined, after: aFact('a') }))).toBe(false);
    expect(outcome('a')).toBeUndefined();
    await settle(ended('b', seen, { before: undefined, after: aFact('b') }));
    expect(outcome('a')).toMatchObject({ outcome: 'succeeded' });
  });

  it('while the store takes no writes for a while: the log says that what is known of memberships got lost', async ({
    expect,
  }) => {
    const { fail, settle, record, known, outcome, events } = await group();
    const seen = await record();
    fail('/api/v1/transaction', 429, 2);
    expect(await settle(ended('a', seen, { before: undefined, after: aFact('a') }))).toBe(true);
    expect(events).toContain('membershipNotStored');
    expect(outcome('a')).toMatchObject({ outcome: 'succeeded' });
    expect(await known()).toBeUndefined();
  });
});

describe('changes of one group that were decided on different readings', () => {
  it('are read again before they are stored', async ({ expect }) => {
    const { settle, record, known } = await group();
    const early = await record();
    await settle(ended('x', early, { before: undefined, after: aFact('x') }));
    const ofCarol = { ...aFact('c'), accountId: ADA };
    const late = await record();
    const carol = ended('c', late, { before: undefined, after: ofCarol });
    const both = [
      ended('b', early, { before: undefined, after: aFact('b') }),
      { ...carol, ...(carol.change && { change: { ...carol.change, accountId: ADA } }) },
    ];
    await settle(...both);
    expect(await known()).toEqual(aFact('x'));
  });
});
