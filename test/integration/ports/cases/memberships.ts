// What the app knows of memberships that were made through it.
import { expect } from 'vitest';

import type { FactChange, GroupRecord, MembershipFact } from '../../../../src/groups/facts';
import type { FactPage, Memberships } from '../../../../src/groups/store-ports';
import { CLOSED_ACCOUNT } from '../../../../src/shared/broker/closed-account';
import { AccountId } from '../../../../src/shared/ids';
import { aGroupId, failureFrom } from '../../../support/ports/builders';
import { failing, type Call, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';
import type { Stage } from '../stage';
import { recordOf } from './group-records';

const CONFLICT = { code: 'CONFLICT', what: 'record' };
export const GROUP = aGroupId('g-a');

export function factOf({ id, space }: Stage, accountId: AccountId, more: Partial<MembershipFact> = {}): MembershipFact {
  return {
    groupId: GROUP,
    accountId,
    spaceId: space.spaceId,
    since: '2026-11-21T09:00:00.000Z',
    by: id('ann'),
    attemptId: '00000000-0000-4000-8000-000000000001',
    ...more,
  };
}

/** Stores facts as changes of memberships do. */
async function store({ run }: Stage, ...facts: readonly MembershipFact[]): Promise<void> {
  for (const fact of facts) {
    await run('ann', async ({ groupRecords, memberJournal }) => {
      const record = await groupRecords.get(fact.groupId);
      if (record === undefined) throw new Error('No record');
      const { accountId, attemptId, since: at } = fact;
      const now = { attemptId, at, accountId, record };
      const change: FactChange = { ...now, before: undefined, after: fact, look: async () => 'member' };
      await memberJournal.settle([{ id: attemptId, at, outcome: 'succeeded', change }]);
    });
  }
}

export function use<T>({ run }: Stage, call: (memberships: Memberships) => Promise<T>): Promise<T> {
  return run('ann', ({ memberships }) => call(memberships));
}

export async function recordGroup(stage: Stage, name = 'a'): Promise<GroupRecord> {
  const record = recordOf(stage, name);
  await stage.run('ann', ({ groupRecords }) => groupRecords.add(record));
  return record;
}

async function all(read: (after?: string) => Promise<FactPage>): Promise<MembershipFact[][]> {
  const pages: MembershipFact[][] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    pages.push(page.facts);
    after = page.next;
  } while (after !== undefined);
  return pages;
}

const READS: Record<string, Call> = {
  of: {
    as: 'ann',
    call: 'read memberships',
    use: ({ memberships }, { id }) => memberships.of(GROUP, [id('bob')]),
  },
  among: {
    as: 'ann',
    call: 'read some memberships',
    use: ({ memberships }, { id }) => memberships.among([{ groupId: GROUP, accountId: id('bob') }]),
  },
  ofGroup: {
    as: 'ann',
    call: 'read memberships of group',
    use: ({ memberships }) => memberships.ofGroup(GROUP),
  },
  ofAccount: {
    as: 'ann',
    call: 'read memberships of account',
    use: ({ memberships }, { id }) => memberships.ofAccount(id('bob')),
  },
  ofSpace: {
    as: 'ann',
    call: 'read memberships of space',
    use: ({ memberships }, { space }) => memberships.ofSpace(space.spaceId),
  },
  ending: { as: 'ann', call: 'read ending memberships', use: ({ memberships }) => memberships.ending('2027') },
  all: { as: 'ann', call: 'read all memberships', use: ({ memberships }) => memberships.all() },
};

const WRITES: Record<string, Call> = {
  replace: {
    as: 'ann',
    call: 'replace membership',
    use: async ({ memberships }, stage) => {
      const fact = factOf(stage, stage.id('bob'));
      await memberships.replace(fact, fact);
    },
  },
  remove: {
    as: 'ann',
    call: 'remove memberships',
    use: async ({ memberships }, stage) => memberships.remove([factOf(stage, stage.id('bob'))]),
  },
};

export const membershipCases: Case[] = [
  {
    name: 'among: of each in their group, once though named twice; nobody who has none',
    play: async (stage) => {
      const { id } = stage;
      await recordGroup(stage);
      await recordGroup(stage, 'b');
      const other = aGroupId('g-b');
      const facts = [factOf(stage, id('bob')), factOf(stage, id('cy'), { groupId: other, attemptId: 'a-2' })];
      await store(stage, ...facts);
      const pairs = [
        ...facts,
        { groupId: GROUP, accountId: id('cy') },
        { groupId: other, accountId: id('bob') },
        { groupId: GROUP, accountId: id('bob') },
      ];
      const found = await use(stage, (them) => them.among(pairs));
      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining(facts));
    },
  },
  {
    name: 'of: as they were stored, with all that they can hold and without; nobody else, and nobody of another group',
    play: async (stage) => {
      const { id } = stage;
      await recordGroup(stage);
      await recordGroup(stage, 'b');
      const plain = factOf(stage, id('bob'));
      const full = factOf(stage, id('cy'), { until: '2027-01-01', reason: 'Audit of January', runId: 'r' });
      const other = factOf(stage, id('boss'), { groupId: aGroupId('g-b') });
      await store(stage, plain, full, other);
      const found = await use(stage, (memberships) =>
        memberships.of(GROUP, [id('bob'), id('cy'), id('boss'), id('ann')]),
      );
      expect(found).toEqual(new Map([plain, full].map((fact) => [fact.accountId, fact])));
    },
  },
  {
    name: 'ofGroup, ofAccount, ofSpace, all: those of one, 100 at once, and where the next begin',
    play: async (stage) => {
      const { space } = stage;
      await recordGroup(stage);
      await recordGroup(stage, 'b');
      const people = Array.from({ length: 60 }, (_, n) => AccountId.parse(`p-${String(n).padStart(2, '0')}`));
      const ours = people.map((accountId) => factOf(stage, accountId));
      const others = people.map((accountId) => factOf(stage, accountId, { groupId: aGroupId('g-b') }));
      await store(stage, ...ours, ...others);
      const [person = ''] = people;
      expect(await use(stage, (them) => all((after) => them.ofGroup(GROUP, after)))).toEqual([ours]);
      const ofOne = await use(stage, (them) => all((after) => them.ofAccount(AccountId.parse(person), after)));
      expect(ofOne).toEqual([[ours[0], others[0]]]);
      for (const read of ['ofSpace', 'all'] as const) {
        const pages = await use(stage, (them) =>
          all((after) => (read === 'all' ? them.all(after) : them.ofSpace(space.spaceId, after))),
        );
        expect(pages.map(({ length }) => length)).toEqual([100, 20]);
        expect(pages.flat()).toEqual([...ours, ...others]);
      }
    },
  },
  {
    name: 'ofGroup, ofAccount: where the next begin, if one has more than 100',
    play: async (stage) => {
      await recordGroup(stage);
      const people = Array.from({ length: 101 }, (_, n) => AccountId.parse(`p-${String(n).padStart(3, '0')}`));
      await store(stage, ...people.map((accountId) => factOf(stage, accountId)));
      const pages = await use(stage, (them) => all((after) => them.ofGroup(GROUP, after)));
      expect(pages.map(({ length }) => length)).toEqual([100, 1]);
      const [person] = people;
      if (person === undefined) throw new Error('Nobody');
      for (let n = 0; n < 100; n += 1) {
        const name = `more-${String(n).padStart(3, '0')}`;
        await recordGroup(stage, name);
        await store(stage, factOf(stage, person, { groupId: aGroupId(`g-${name}`) }));
      }
      const ofOne = await use(stage, (them) => all((after) => them.ofAccount(person, after)));
      expect(ofOne.map(({ length }) => length)).toEqual([100, 1]);
    },
  },
  {
    name: 'ending: those with an end before an instant, the first to end first',
    play: async (stage) => {
      const { id } = stage;
      await recordGroup(stage);
      const late = factOf(stage, id('bob'), { until: '2027-03-01T00:00:00.000Z' });
      const early = factOf(stage, id('cy'), { until: '2027-02-01T00:00:00.000Z' });
      const never = factOf(stage, id('boss'));
      await store(stage, late, early, never);
      expect(await use(stage, (them) => them.ending('2027-03-01T00:00:00.001Z'))).toEqual([early, late]);
      expect(await use(stage, (them) => them.ending('2027-03-01T00:00:00.000Z'))).toEqual([early]);
    },
  },
  {
    name: 'replace, remove: what was read; fail, all being kept, if one was changed or is gone',
    play: async (stage) => {
      const { id } = stage;
      await recordGroup(stage);
      const [bob, cy] = [factOf(stage, id('bob')), factOf(stage, id('cy'))];
      await store(stage, bob, cy);
      const closed = { ...bob, by: CLOSED_ACCOUNT };
      await use(stage, (them) => them.replace(closed, bob));
      const moved = { ...bob, attemptId: 'another' };
      expect(await failureFrom(use(stage, (them) => them.replace(bob, moved)))).toEqual(CONFLICT);
      expect(await failureFrom(use(stage, (them) => them.remove([cy, moved])))).toEqual(CONFLICT);
      expect((await use(stage, (them) => them.ofGroup(GROUP))).facts).toEqual(
        [closed, cy].toSorted((a, b) => (a.accountId > b.accountId ? 1 : -1)),
      );
      await use(stage, (them) => them.remove([closed, cy]));
      expect((await use(stage, (them) => them.ofGroup(GROUP))).facts).toEqual([]);
      expect(await failureFrom(use(stage, (them) => them.replace(bob, bob)))).toEqual(CONFLICT);
    },
  },
  ...failing(READS, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read }),
  ...failing(WRITES, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.write }),
];
