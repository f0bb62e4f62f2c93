// Whatever a group and a list hold: what was planned comes about, nothing is left to plan, and an undo brings back what was.
import fc from 'fast-check';
import { describe, it } from 'vitest';

import { judgeChange, type PlanFacts } from '../../../../src/groups/changes/judge-change';
import { wantedChanges } from '../../../../src/groups/changes/wanted-changes';
import type { PlannedList } from '../../../../src/shared/groups/change-payloads';
import type { AccountId } from '../../../../src/shared/ids';
import { aGroup, anAccount, aRecord, aSpace, boss, person, someRules } from '../../../support/ports/builders';
import type { World } from '../../../support/ports/world';
import { adding, aListWorld, anotherGroup } from './list-world';

const PEOPLE = Array.from({ length: 8 }, (_, index) => person(`p${String(index + 1)}`));
const BOT = person('bot');
const OFF = person('off');
const ALL = [...PEOPLE, BOT, OFF, boss];

const some = fc.subarray(ALL);
const SOURCES = ['list', 'wholeGroup', 'everybody', 'membersOf'] as const;
const states = fc.record({
  members: some,
  from: some,
  added: some,
  removed: some,
  source: fc.constantFrom(...SOURCES),
});
type State = typeof states extends fc.Arbitrary<infer One> ? One : never;

const ACCOUNTS = new Map(
  ALL.map((accountId) => {
    const given =
      accountId === BOT ? ({ accountType: 'app' } as const) : accountId === OFF && ({ status: 'inactive' } as const);
    return [accountId, anAccount(accountId, given || {})];
  }),
);

/** What the list names, as the page sends it. */
function peopleOf({ source, added, removed }: State): PlannedList['people'] {
  if (source === 'everybody' || source === 'membersOf') return [];
  const listed = adding(added);
  if (source === 'wholeGroup') return listed;
  const others = removed.filter((accountId) => !added.includes(accountId));
  return [
    ...listed,
    ...others.map((accountId, index) => ({ line: index + 1, accountId, operation: 'removeMember' as const })),
  ];
}

/** Confluence lists no deactivated people. */
function listed(members: Iterable<AccountId>): Set<AccountId> {
  return new Set([...members].filter((accountId) => accountId !== OFF));
}

/** Who is to be in the group in the end. */
function targetOf({ source, members, from, added, removed }: State): AccountId[] {
  const target = new Set(members);
  if (source === 'everybody' || source === 'wholeGroup') {
    for (const accountId of members)
      if (PEOPLE.includes(accountId) && !(source === 'wholeGroup' && added.includes(accountId)))
        target.delete(accountId);
  }
  const wished = source === 'membersOf' ? from : source === 'everybody' ? [] : added;
  for (const accountId of wished) if (PEOPLE.includes(accountId)) target.add(accountId);
  const out = source === 'list' ? removed.filter((accountId) => !added.includes(accountId)) : [];
  for (const accountId of out) if (accountId !== boss) target.delete(accountId);
  return [...target].toSorted();
}

/** Judges a list by what a group holds. */
function judged(state: State, members: ReadonlySet<AccountId>) {
  const group = aGroup();
  const subject = {
    space: aSpace(),
    record: aRecord(),
    group,
    access: { admin: false, product: false },
    rules: someRules(),
    privilegedUser: boss,
  };
  const seen = listed(members);
  const facts: PlanFacts = {
    subject,
    members: { ids: seen, total: seen.size, known: 'all' },
    accounts: ACCOUNTS,
    memberships: new Map(),
  };
  const wanted = wantedChanges(
    { source: state.source, people: peopleOf(state) },
    { ids: seen },
    { ids: listed(state.from) },
  );
  return wanted.map((change) => ({ ...change, ...judgeChange({ ...change, groupId: group.groupId }, facts) }));
}

describe('for ten thousand groups and lists', () => {
  it('a plan that is carried out leads to its target, and the second plan is empty', ({ expect }) => {
    fc.assert(
      fc.property(states, (state) => {
        const members = new Set(state.members);
        for (const { verdict, operation, accountId } of judged(state, members)) {
          if (verdict !== 'willChange') continue;
          if (operation === 'addMember') members.add(accountId);
          else members.delete(accountId);
        }
        expect([...members].toSorted()).toEqual(targetOf(state));
        // Who is deactivated isn't listed, so whether they're out isn't known.
        const again = judged(state, members).filter(
          ({ verdict, accountId }) => verdict === 'willChange' && accountId !== OFF,
        );
        expect(again).toEqual([]);
      }),
      { seed: 20_261_129, numRuns: 10_000 },
    );
  });
});

function factsOf({ memberships }: World) {
  return [...memberships.stored.values()]
    .map(({ attemptId: _version, ...fact }) => fact)
    .toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1));
}

describe('through plan and apply', () => {
  it(
    'the group becomes what was wished, and an undo brings back members and what was known of them',
    { timeout: 60_000 },
    async ({ expect }) => {
      await fc.assert(
        fc.asyncProperty(states, async (state) => {
          const { world, plan, apply, undo, members } = aListWorld(listed(state.members) as never);
          for (const [accountId, account] of ACCOUNTS) world.site.accounts.set(accountId, account);
          const { groupId: fromGroupId } = anotherGroup(world, [...listed(state.from)]);
          // An app's account is never added, so its removal couldn't be taken back.
          const people = peopleOf(state).filter(
            ({ accountId, operation }) => accountId !== OFF && !(accountId === BOT && operation === 'removeMember'),
          );
          const isListed = state.source === 'list' || state.source === 'wholeGroup';
          const nobody = { everybody: listed(state.members), membersOf: listed(state.from) };
          fc.pre(isListed ? people.length > 0 : nobody[state.source as keyof typeof nobody].size > 0);
          const [before, facts] = [members(), factsOf(world)];
          const list = { source: state.source, people, ...(state.source === 'membersOf' && { fromGroupId }) };
          const applied = await apply(await plan(list));
          expect(applied.state).toBe('done');
          expect(members()).toEqual(
            targetOf({
              ...state,
              members: [...listed(state.members)],
              from: [...listed(state.from)],
              removed: state.removed.filter((accountId) => accountId !== BOT),
            }),
          );
          if (!applied.mayUndo) return;
          await apply(await undo(applied));
          expect(members()).toEqual(before);
          expect(factsOf(world)).toEqual(facts);
        }),
        { seed: 20_261_130, numRuns: 300 },
      );
    },
  );
});
