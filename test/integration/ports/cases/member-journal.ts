// Outcomes of changes of memberships, with the facts that they leave.
import { expect } from 'vitest';

import type { Attempt, Outcome } from '../../../../src/broker/audit/entries';
import type { Ended } from '../../../../src/broker/ports';
import type { FactChange, GroupRecord, PastChange } from '../../../../src/groups/facts';
import type { MemberJournal } from '../../../../src/groups/store-ports';
import { aGroupId } from '../../../support/ports/builders';
import { failing, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';
import type { Stage } from '../stage';
import { factOf, GROUP, recordGroup, use } from './memberships';

export async function recordNow({ run }: Stage): Promise<GroupRecord> {
  const record = await run('ann', ({ groupRecords }) => groupRecords.get(GROUP));
  if (record === undefined) throw new Error('No record');
  return record;
}

/** What a look at a membership finds. */
type Found = 'member' | 'notMember' | 'nobody knows';

/** A change of what is known of one membership, on the record as it was read. */
export function change(
  record: GroupRecord,
  attemptId: string,
  { before, after, found = 'member' }: Pick<FactChange, 'before' | 'after'> & { found?: Found },
): Ended<FactChange> {
  const at = '2026-11-21T09:30:00.000Z';
  const accountId = before?.accountId ?? after?.accountId;
  if (accountId === undefined) throw new Error('Nobody is concerned');
  const prior = before && { prior: { since: before.since, by: before.by, attemptId: before.attemptId } };
  return {
    id: attemptId,
    at,
    outcome: 'succeeded',
    ...prior,
    change: {
      attemptId,
      at,
      accountId,
      record,
      before,
      after,
      look: async () => (found === 'nobody knows' ? undefined : found),
    },
  };
}

export function settle({ run }: Stage, ...ended: Ended<FactChange>[]): Promise<boolean> {
  return run('ann', ({ memberJournal }) => memberJournal.settle(ended));
}

function useJournal<T>({ run }: Stage, call: (journal: MemberJournal) => Promise<T>): Promise<T> {
  return run('ann', ({ memberJournal }) => call(memberJournal));
}

function pastChanges(stage: Stage, attemptIds: readonly string[]): Promise<PastChange[]> {
  return useJournal(stage, (journal) => journal.pastChanges(attemptIds));
}

/** An attempt on bob's membership, if nothing else is named, and its outcome, if it has one. */
type Made = Pick<Attempt, 'id' | 'action'> &
  Partial<Pick<Attempt, 'groupId' | 'accountId' | 'caller'> & Pick<Outcome, 'outcome' | 'prior'>>;

/** Records changes, one after the other by their ids. Returns the ids. */
async function makeChanges({ run, id, space: { spaceId } }: Stage, made: readonly Made[]): Promise<string[]> {
  for (const { outcome, prior, ...attempt } of made) {
    await run('ann', async ({ memberJournal }) => {
      await memberJournal.attempt([{ at: ATTEMPT.at, spaceId, groupId: GROUP, accountId: id('bob'), ...attempt }]);
      const ended = { id: attempt.id, at: ATTEMPT.at, ...(prior && { prior }) };
      if (outcome !== undefined) await memberJournal.settle([{ ...ended, outcome }]);
    });
  }
  return made.map((one) => one.id);
}

const ATTEMPT = { id: 'a-1', at: '2026-11-21T09:30:00.000Z', action: 'addMember' } as const;

export const memberJournalCases: Case[] = [
  {
    name: 'attempt: as the audit log; fails if the attempts are not stored',
    play: async (stage) => {
      const { run } = stage;
      await run('ann', ({ memberJournal }) => memberJournal.attempt([{ ...ATTEMPT, spaceId: stage.space.spaceId }]));
      const filter = { spaceId: stage.space.spaceId };
      const { rows } = await run('ann', ({ auditLog }) => auditLog.read(filter));
      expect(rows).toMatchObject([{ id: 'a-1', outcome: 'pending' }]);
    },
  },
  ...failing(
    { attempt: { as: 'ann', call: 'attempt', use: ({ memberJournal }) => memberJournal.attempt([ATTEMPT]) } },
    { AUDIT_UNAVAILABLE: STORAGE_FAILURES.audit },
  ),
  {
    name: 'pastChanges: additions and removals that succeeded, with what a removal took away; nothing else',
    play: async (stage) => {
      const { id, space } = stage;
      const prior = { since: '2026-11-20T10:00:00.000Z', by: id('ann'), attemptId: 'a-0' };
      const made = await makeChanges(stage, [
        { id: 'a-1', action: 'addMember', outcome: 'succeeded' },
        { id: 'a-2', action: 'removeMember', outcome: 'succeeded', prior },
        { id: 'a-3', action: 'addMember', outcome: 'unchanged' },
        { id: 'a-4', action: 'addMember', outcome: 'unknown' },
        { id: 'a-5', action: 'deleteGroup', outcome: 'succeeded' },
        { id: 'a-6', action: 'addMember' },
      ]);
      const found = await pastChanges(stage, ['a-2', ...made.filter((one) => one !== 'a-2'), 'never']);
      const { spaceId } = space;
      const shared = { at: ATTEMPT.at, spaceId, groupId: GROUP, accountId: id('bob') };
      expect(found).toEqual([
        { ...shared, attemptId: 'a-2', action: 'removeMember', prior },
        { ...shared, attemptId: 'a-1', action: 'addMember' },
      ]);
    },
  },
  {
    name: 'pastChanges: twenty-five at once, in the order in which they were asked for',
    play: async (stage) => {
      const ids = Array.from({ length: 25 }, (_, n) => `a-${n + 10}`);
      await makeChanges(
        stage,
        ids.map((id) => ({ id, action: 'addMember', outcome: 'succeeded' })),
      );
      expect((await pastChanges(stage, ids)).map(({ attemptId }) => attemptId)).toEqual(ids);
    },
  },
  {
    name: 'authors: who made each attempt, whatever became of it; nobody of those that the app made, or that are unknown',
    play: async (stage) => {
      const { id } = stage;
      const made = await makeChanges(stage, [
        { id: 'a-1', action: 'addMember', outcome: 'succeeded', caller: id('ann') },
        { id: 'a-2', action: 'removeMember', outcome: 'failed', caller: id('bob') },
        { id: 'a-3', action: 'removeMember', outcome: 'succeeded' },
      ]);
      expect(await useJournal(stage, (journal) => journal.authors([...made, 'a-none']))).toEqual(
        new Map([
          ['a-1', id('ann')],
          ['a-2', id('bob')],
        ]),
      );
    },
  },
  {
    name: 'changedLater: what another success followed in the same group, for the same person; failures don’t count',
    play: async (stage) => {
      const { id } = stage;
      await makeChanges(stage, [
        { id: 'a-1', action: 'removeMember', outcome: 'succeeded' },
        { id: 'a-2', action: 'addMember', outcome: 'succeeded' },
        { id: 'a-3', action: 'removeMember', outcome: 'failed' },
        { id: 'a-4', action: 'addMember', outcome: 'unknown' },
        { id: 'a-5', action: 'removeMember' },
        { id: 'a-6', action: 'removeMember', outcome: 'succeeded', accountId: id('cy') },
        { id: 'a-7', action: 'removeMember', outcome: 'succeeded', groupId: aGroupId('g-b') },
      ]);
      const changes = await pastChanges(stage, ['a-1', 'a-2', 'a-6', 'a-7']);
      expect(changes).toHaveLength(4);
      expect(await useJournal(stage, (journal) => journal.changedLater(changes))).toEqual(new Set(['a-1']));
      expect(await useJournal(stage, (journal) => journal.changedLater([]))).toEqual(new Set());
    },
  },
  ...failing(
    {
      authors: { as: 'ann', call: 'read authors', use: ({ memberJournal }) => memberJournal.authors(['a-1']) },
      pastChanges: {
        as: 'ann',
        call: 'read past changes',
        use: ({ memberJournal }) => memberJournal.pastChanges(['a-1']),
      },
      changedLater: {
        as: 'ann',
        call: 'read later changes',
        use: ({ memberJournal }, { id, space: { spaceId } }) =>
          memberJournal.changedLater([{ ...ATTEMPT, attemptId: 'a-1', spaceId, groupId: GROUP, accountId: id('bob') }]),
      },
    },
    { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read },
  ),
  {
    name: 'settle: what changes leave, and when the group was last changed; without a change, the outcome alone',
    play: async (stage) => {
      const { id, run } = stage;
      await recordGroup(stage);
      const before = await recordNow(stage);
      const bob = factOf(stage, id('bob'), { attemptId: 'a-1' });
      await run('ann', ({ memberJournal }) => memberJournal.attempt([{ ...ATTEMPT, spaceId: stage.space.spaceId }]));
      expect(await settle(stage, { id: 'a-0', at: ATTEMPT.at, outcome: 'unchanged' })).toBe(true);
      expect(await recordNow(stage)).toEqual(before);
      expect(await settle(stage, change(before, 'a-1', { before: undefined, after: bob }))).toBe(true);
      expect(await recordNow(stage)).toEqual({ ...before, lastChange: '2026-11-21T09:30:00.000Z#a-1' });
      expect((await use(stage, (them) => them.ofGroup(GROUP))).facts).toEqual([bob]);
      const { rows } = await run('ann', ({ auditLog }) => auditLog.read({ spaceId: stage.space.spaceId }));
      expect(rows).toMatchObject([{ id: 'a-1', outcome: 'succeeded' }]);
      expect(await settle(stage, change(await recordNow(stage), 'a-2', { before: bob, after: undefined }))).toBe(true);
      expect((await use(stage, (them) => them.ofGroup(GROUP))).facts).toEqual([]);
    },
  },
  {
    name: 'settle: beside a change of somebody else, both are kept',
    play: async (stage) => {
      const { id } = stage;
      await recordGroup(stage);
      const seen = await recordNow(stage);
      const [bob, cy] = [factOf(stage, id('bob'), { attemptId: 'a-1' }), factOf(stage, id('cy'), { attemptId: 'a-2' })];
      expect(await settle(stage, change(seen, 'a-1', { before: undefined, after: bob }))).toBe(true);
      expect(await settle(stage, change(seen, 'a-2', { before: undefined, after: cy }))).toBe(true);
      expect((await use(stage, (them) => them.of(GROUP, [id('bob'), id('cy')]))).size).toBe(2);
      expect((await recordNow(stage)).lastChange).toBe('2026-11-21T09:30:00.000Z#a-2');
    },
  },
  {
    name: 'settle: of a membership that somebody else changed meanwhile, what they left stays',
    play: async (stage) => {
      const { id } = stage;
      await recordGroup(stage);
      const seen = await recordNow(stage);
      const first = factOf(stage, id('bob'), { attemptId: 'a-1' });
      const second = factOf(stage, id('bob'), { attemptId: 'a-2' });
      expect(await settle(stage, change(seen, 'a-1', { before: undefined, after: first }))).toBe(true);
      const also = factOf(stage, id('cy'), { attemptId: 'a-3' });
      const both = [
        change(seen, 'a-2', { before: undefined, after: second }),
        change(seen, 'a-3', { before: undefined, after: also }),
      ];
      expect(await settle(stage, ...both)).toBe(true);
      const found = await use(stage, (them) => them.of(GROUP, [id('bob'), id('cy')]));
      expect(found).toEqual(new Map([first, also].map((fact) => [fact.accountId, fact])));
    },
  },
  {
    name: 'settle: of a group that is recorded no more, or for another space, outcomes alone',
    play: async (stage) => {
      const { id, run, otherSpace } = stage;
      await recordGroup(stage);
      const seen = await recordNow(stage);
      const bob = factOf(stage, id('bob'));
      await run('ann', ({ groupRecords }) => groupRecords.replace({ ...seen, spaceId: otherSpace.spaceId }, seen));
      expect(await settle(stage, change(seen, 'a-1', { before: undefined, after: bob }))).toBe(true);
      await run('ann', async ({ groupRecords }) => groupRecords.remove(await recordNow(stage)));
      expect(await settle(stage, change(seen, 'a-2', { before: undefined, after: bob }))).toBe(true);
      expect((await use(stage, (them) => them.ofGroup(GROUP))).facts).toEqual([]);
    },
  },
  {
    name: 'settle: false while nothing can be stored',
    play: async (stage) => {
      await recordGroup(stage);
      const seen = await recordNow(stage);
      stage.fail({ call: 'settle' }, STORAGE_FAILURES.write);
      const bob = factOf(stage, stage.id('bob'));
      expect(await settle(stage, change(seen, 'a-1', { before: undefined, after: bob }))).toBe(false);
    },
  },
];
