// Lists of people, carried out by a run: as their author within the call, asked about later, and taken back.
import { describe, it } from 'vitest';

import { applyRun } from '../../../../src/broker/runs/apply-run';
import { planRun } from '../../../../src/broker/runs/plan-run';
import { planUndoOf } from '../../../../src/broker/runs/plan-undo';
import type { RunView } from '../../../../src/broker/runs/run-view';
import type { RunLine } from '../../../../src/broker/runs/stored-run';
import type { MemberOperation } from '../../../../src/groups/members/commands';
import { membershipRuns } from '../../../../src/groups/members/membership-runs';
import type { AccountId, GroupId } from '../../../../src/shared/ids';
import { anAccount, ann, answerLost, devId, person, someRules, storageDown } from '../../../support/ports/builders';
import { deliverAll } from '../../../support/ports/deliver-all';
import { aWorld, type World } from '../../../support/ports/world';

const kinds = [membershipRuns];

function linesOf(operation: MemberOperation, groupId: GroupId, people: readonly AccountId[]): RunLine[] {
  return people.map((accountId, index) => ({
    number: index + 1,
    verdict: 'willChange',
    command: { operation, groupId, accountId },
  }));
}

function crowd(world: World, count: number): AccountId[] {
  return Array.from({ length: count }, (_, index) => {
    const accountId = person(`p${String(index + 1)}`);
    world.site.accounts.set(accountId, anAccount(accountId));
    return accountId;
  });
}

function owning(count: number) {
  const world = aWorld();
  const { groupId } = world.owns();
  const people = crowd(world, count);
  async function plan(lines: RunLine[], undoes?: string): Promise<RunView> {
    const more = undoes === undefined ? {} : { undoes };
    return planRun(world.ports, membershipRuns, { source: 'list', place: devId, by: ann, lines, ...more });
  }
  function apply({ run: { runId, version } }: RunView): Promise<RunView> {
    const begun = { ...world.inDev, provedAt: world.clock.now() };
    return applyRun(world.ports, kinds, { runId, version, caller: ann, begun });
  }
  return { world, groupId, people, plan, apply, deliverAll: () => deliverAll(world, kinds) };
}

describe('a list that is applied', () => {
  it('is carried out within the call, in the right of the person present', async ({ expect }) => {
    const { world, groupId, people, plan, apply } = owning(30);
    const { run, tally } = await apply(await plan(linesOf('addMember', groupId, people)));
    expect([run.state, tally.succeeded]).toEqual(['done', 30]);
    expect(world.site.membersOf(groupId)).toEqual(people);
    expect(world.journal.lines('requester space', 'app accounts')).toEqual([]);
    const facts = [...world.memberships.stored.values()];
    expect(facts.map(({ by, runId }) => [by, runId])).toEqual(people.map(() => [ann, run.runId]));
  });

  it('is longer than what one operation may be', async ({ expect }) => {
    const { world, groupId, people, plan, apply } = owning(30);
    world.settings.stored.rules = someRules({ longestList: 1 });
    expect((await apply(await plan(linesOf('addMember', groupId, people)))).tally.succeeded).toBe(30);
  });

  it('goes on without the person: their right is read as them, accounts as the app, the group as the privileged user', async ({
    expect,
  }) => {
    const { world, groupId, people, plan, apply, deliverAll } = owning(150);
    const { run } = await apply(await plan(linesOf('addMember', groupId, people)));
    const before = world.journal.lines().length;
    await deliverAll();
    expect(world.runs.runs.get(run.runId)?.state).toBe('done');
    expect(world.site.membersOf(groupId)).toEqual(people);
    const did = world.journal
      .lines()
      .slice(before)
      .map((line) => line.replace(/^app accounts .*/, 'app accounts'));
    const reads = did.filter((line) => !/^(addMember|save part|change run|push|read stored)/.test(line));
    expect([...new Set(reads)].toSorted()).toEqual([
      'accessOf g-writers as boss',
      'app accounts',
      'read group g-writers as boss',
      'requester space 10 as ann',
    ]);
  });
});

describe('what is refused of a list', () => {
  it('is one entry of the audit for each reason, with the group, the space and the list', async ({ expect }) => {
    const { world, groupId, people, plan, apply } = owning(30);
    const planned = await plan(linesOf('addMember', groupId, people));
    for (const accountId of people.slice(5)) world.site.accounts.delete(accountId);
    const { run, tally } = await apply(planned);
    expect([run.state, tally.succeeded, tally.refused]).toEqual(['done', 5, 25]);
    const { name: groupName } = world.site.groups.get(groupId) ?? {};
    expect(world.auditLog.refusals).toEqual([
      {
        at: expect.any(String) as string,
        caller: ann,
        action: 'addMember',
        reason: 'ACCOUNT_NOT_ELIGIBLE',
        spaceId: devId,
        groupId,
        groupName,
        runId: run.runId,
      },
    ]);
  });

  it('names the group though nothing of it could be read any more', async ({ expect }) => {
    const { world, groupId, people, plan, apply } = owning(3);
    const planned = await plan(linesOf('removeMember', groupId, people));
    world.groupRecords.stored.delete(groupId);
    expect((await apply(planned)).run).toMatchObject({ state: 'stopped', why: 'GROUP_OF_ANOTHER_SPACE' });
    expect(world.auditLog.refusals).toMatchObject([
      { caller: ann, action: 'removeMember', reason: 'GROUP_OF_ANOTHER_SPACE', spaceId: devId, groupId },
    ]);
    expect(world.auditLog.refusals).toHaveLength(1);
  });
});

describe('a list that goes on without its author', () => {
  it.for([
    [
      'no longer administer the space',
      (world: World): void => void world.site.operations.set('10', []),
      'NOT_SPACE_ADMIN',
    ],
    ['are gone', (world: World): void => void world.site.unusable.add(ann), 'REQUESTER_UNAVAILABLE'],
  ] as const)('stops once they %s', async ([, happen, why], { expect }) => {
    const { world, groupId, people, plan, apply, deliverAll } = owning(150);
    const { run } = await apply(await plan(linesOf('addMember', groupId, people)));
    happen(world);
    await deliverAll();
    expect(world.runs.runs.get(run.runId)).toMatchObject({ state: 'stopped', why });
    expect(world.site.membersOf(groupId)).toEqual([]);
  });

  it('stops once the group gives admin access', async ({ expect }) => {
    const { world, groupId, people, plan, apply, deliverAll } = owning(150);
    const { run } = await apply(await plan(linesOf('addMember', groupId, people)));
    world.site.access = { ...world.site.access, admin: new Set([...world.site.access.admin, groupId]) };
    await deliverAll();
    expect(world.runs.runs.get(run.runId)).toMatchObject({ state: 'stopped', why: 'GROUP_GIVES_ADMIN_ACCESS' });
    expect(world.site.membersOf(groupId)).toEqual([]);
  });
});

describe('an undo', () => {
  it('restores members and what was known of them', async ({ expect }) => {
    const { world, groupId, people, plan, apply } = owning(40);
    await apply(await plan(linesOf('addMember', groupId, people.slice(0, 20))));
    const facts = structuredClone([...world.memberships.stored]);
    const mixed = [
      ...linesOf('removeMember', groupId, people.slice(0, 20)),
      ...linesOf('addMember', groupId, people.slice(20)),
    ].map((line, index) => ({ ...line, number: index + 1 }));
    const { run } = await apply(await plan(mixed));
    expect(world.site.membersOf(groupId)).toEqual(people.slice(20));
    const { undo } = await planUndoOf(world.ports, membershipRuns, { caller: ann }, run.runId);
    const undone = await apply(await plan(undo, run.runId));
    expect([undone.run.state, undone.tally.succeeded]).toEqual(['done', 40]);
    expect(new Set(world.site.membersOf(groupId))).toEqual(new Set(people.slice(0, 20)));
    const known = new Map(world.memberships.stored);
    for (const [key, { attemptId: _before, ...fact }] of facts) {
      expect(known.get(key)).toMatchObject(fact);
    }
    expect(known.size).toBe(20);
  });

  it('leaves alone who was changed later, and says so', async ({ expect }) => {
    const { world, groupId, people, plan, apply } = owning(3);
    const { run } = await apply(await plan(linesOf('addMember', groupId, people)));
    const { undo } = await planUndoOf(world.ports, membershipRuns, { caller: ann }, run.runId);
    const planned = await plan(undo, run.runId);
    await apply(await plan(linesOf('removeMember', groupId, people.slice(0, 1))));
    await apply(await plan(linesOf('addMember', groupId, people.slice(0, 1))));
    const { tally } = await apply(planned);
    expect(tally).toMatchObject({ succeeded: 2, refused: 1 });
    expect(world.site.membersOf(groupId)).toEqual(people.slice(0, 1));
  });
});

describe('a line and a person', () => {
  it('that change the same membership: what the person did stays known', async ({ expect }) => {
    const { world, groupId, people, plan, apply } = owning(2);
    const planned = await plan(linesOf('addMember', groupId, people));
    world.journal.before('addMember', () => {
      const [accountId] = people;
      if (accountId === undefined) return;
      const fact = {
        groupId,
        accountId,
        spaceId: devId,
        since: '2026-11-21T09:59:59.000Z',
        by: ann,
        attemptId: 'other',
      };
      world.memberships.stored.set(`${groupId}:${accountId}`, fact);
    });
    const view = await apply(planned);
    expect(view.tally.succeeded).toBe(2);
    expect(view.parts[0]?.lines[0]).toMatchObject({ outcome: 'succeeded', withoutChange: true });
    expect([...world.memberships.stored.values()].map(({ attemptId }) => attemptId)).toEqual([
      'other',
      expect.any(String),
    ]);
    const { undo } = await planUndoOf(world.ports, membershipRuns, { caller: ann }, view.run.runId);
    expect(undo.map(({ verdict, why }) => [verdict, why])).toEqual([
      ['willChange', undefined],
      ['notAllowed', 'CHANGED_LATER'],
    ]);
  });
});

describe('a line whose answer was lost', () => {
  it('is looked at as the privileged user, and not sent again if it took effect', async ({ expect }) => {
    const { world, groupId, people, plan, apply, deliverAll } = owning(3);
    world.journal.failAfter('addMember', answerLost, { about: 'p2' });
    world.journal.fail('read isMember', storageDown);
    const { run } = await apply(await plan(linesOf('addMember', groupId, people)));
    expect(run.state).toBe('waiting');
    await deliverAll();
    const stored = world.runs.parts.get(`${run.runId}#0`)?.now.lines ?? {};
    expect(Object.values(stored).map(({ outcome, found }) => [outcome, found])).toEqual([
      ['succeeded', undefined],
      ['unknown', 'member'],
      ['succeeded', undefined],
    ]);
    expect(world.journal.lines('addMember').length).toBe(3);
    expect(world.runs.runs.get(run.runId)?.state).toBe('done');
  });
});
