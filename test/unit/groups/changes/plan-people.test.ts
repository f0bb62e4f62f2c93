// What a plan says before anything is changed.
import { describe, it } from 'vitest';

import { applyChange } from '../../../../src/groups/changes/apply-change';
import { ann, anAccount, boss, failureFrom, person } from '../../../support/ports/builders';
import { adding, aListWorld, anotherGroup, crowd, removing } from './list-world';

describe('a list', () => {
  it('tells who will be added and removed, for whom there is nothing to do, and who isn’t allowed; it changes nothing', async ({
    expect,
  }) => {
    const { world, plan, lines, members } = aListWorld([person('p1'), person('p2')]);
    const [p1, p2, p3, p4] = crowd(world, 4) as [never, never, never, never];
    const off = person('off');
    world.site.accounts.set(off, anAccount(off, { status: 'inactive' }));
    const before = members();
    const people = [
      { line: 1, accountId: p1, operation: 'removeMember' as const },
      { line: 2, accountId: p2, operation: 'addMember' as const },
      { line: 3, accountId: p3, operation: 'addMember' as const },
      { line: 4, accountId: p4, operation: 'removeMember' as const },
      { line: 4, accountId: off, operation: 'addMember' as const },
      { line: 6, accountId: boss, operation: 'addMember' as const },
    ];
    const planned = await plan({ people });
    expect(planned).toMatchObject({
      state: 'planned',
      source: 'list',
      lines: 6,
      planned: { add: 1, remove: 1, nothingToDo: 2, notAllowed: 2, choose: 0 },
      groups: [{ groupId: 'g-writers', groupName: 'dev-writers' }],
      by: ann,
      aboutMinutes: 1,
    });
    const told = (await lines(planned)).lines.map(({ line, operation, verdict, reason }) => [
      line,
      operation === 'addMember',
      verdict,
      reason,
    ]);
    expect(told).toEqual([
      [2, true, 'nothingToDo', undefined],
      [3, true, 'willChange', undefined],
      [4, true, 'notAllowed', 'ACCOUNT_NOT_ELIGIBLE'],
      [6, true, 'notAllowed', 'PRIVILEGED_USER_NOT_ADDED'],
      [1, false, 'willChange', undefined],
      [4, false, 'nothingToDo', undefined],
    ]);
    expect(members()).toEqual(before);
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('removes somebody whom Confluence doesn’t list if their account is deactivated: lists leave them out', async ({
    expect,
  }) => {
    const { world, plan } = aListWorld();
    const off = person('off');
    world.site.accounts.set(off, anAccount(off, { status: 'inactive' }));
    expect((await plan({ people: removing([off]) })).planned).toMatchObject({ remove: 1, nothingToDo: 0 });
  });

  it('for a group of more than 2,000 is planned without knowing its members, and says so', async ({ expect }) => {
    const world = aListWorld();
    const many = crowd(world.world, 2001);
    for (const accountId of many) world.world.site.members.get(world.groupId)?.add(accountId);
    const planned = await world.plan({ people: adding(many.slice(0, 2)) });
    expect(planned).toMatchObject({ planned: { add: 2, nothingToDo: 0 }, membersNotKnown: true });
    expect(world.world.journal.lines('namedMembers')).toHaveLength(1);
  });

  it('may have a thousand people', async ({ expect }) => {
    const { world, plan } = aListWorld();
    const people = crowd(world, 1001);
    expect((await plan({ people: adding(people.slice(1)) })).planned.add).toBe(1000);
    expect(await failureFrom(plan({ people: adding(people) }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'people' }],
    });
  });

  it.for([
    ['that gives admin access', 'GROUP_GIVES_ADMIN_ACCESS'],
    ['of another space', 'GROUP_OF_ANOTHER_SPACE'],
  ] as const)('for a group %s is refused, and nothing is stored', async ([which, reason], { expect }) => {
    const { world, groupId, plan } = aListWorld();
    if (which === 'of another space') world.groupRecords.stored.clear();
    else world.site.access = { ...world.site.access, admin: new Set([...world.site.access.admin, groupId]) };
    expect(await failureFrom(plan({ people: adding(crowd(world, 1)) }))).toMatchObject({ code: 'FORBIDDEN', reason });
    expect(world.runs.runs.size).toBe(0);
  });
});

describe('a list that is to be the whole group', () => {
  it('adds who is missing and removes who isn’t listed: no app account, not the privileged user', async ({
    expect,
  }) => {
    const bot = person('bot');
    const { world, plan, apply, lines, members } = aListWorld([person('p1'), person('p2'), bot, boss]);
    const people = crowd(world, 4);
    world.site.accounts.set(bot, anAccount(bot, { accountType: 'app' }));
    const planned = await plan({ source: 'wholeGroup', people: adding(people.slice(1)) });
    expect(planned.planned).toEqual({ add: 2, remove: 1, nothingToDo: 1, notAllowed: 2, choose: 0 });
    const kept = (await lines(planned, 'notAllowed')).lines;
    expect(kept.map(({ accountId, line, reason }) => [accountId, line, reason])).toEqual([
      [bot, undefined, 'NOT_A_PERSON_STAYS'],
      [boss, undefined, 'PRIVILEGED_USER_STAYS'],
    ]);
    await apply(planned);
    expect(members()).toEqual([...people.slice(1), bot, boss].toSorted());
  });

  it('keeps who was added since the plan', async ({ expect }) => {
    const { world, groupId, plan, apply, members } = aListWorld([person('p1')]);
    const people = crowd(world, 3);
    const planned = await plan({ source: 'wholeGroup', people: adding(people.slice(1, 2)) });
    world.site.members.get(groupId)?.add(person('p3'));
    await apply(planned);
    expect(members()).toEqual(['p2', 'p3']);
  });

  it.for(['wholeGroup', 'everybody'] as const)(
    '%s: isn’t offered for more than 2,000 members',
    async (source, { expect }) => {
      const { world, groupId, plan } = aListWorld();
      const many = crowd(world, 2001);
      for (const accountId of many) world.site.members.get(groupId)?.add(accountId);
      const people = source === 'everybody' ? [] : adding(many.slice(0, 1));
      const failure = await failureFrom(plan({ source, people }));
      expect(failure).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'groupId' }] });
    },
  );
});

describe('everybody', () => {
  it('is removed but for app accounts and the privileged user; an empty group is refused', async ({ expect }) => {
    const { world, plan, apply, members } = aListWorld([person('p1'), person('p2'), boss]);
    crowd(world, 2);
    const planned = await plan({ source: 'everybody' });
    expect(planned).toMatchObject({ planned: { remove: 2, notAllowed: 1 }, needsTypedNumber: 2 });
    await apply(planned);
    expect(members()).toEqual([boss]);
    const empty = aListWorld();
    expect(await failureFrom(empty.plan({ source: 'everybody' }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'groupId' }],
    });
  });
});

describe('the members of another group', () => {
  it('are added; who is a member already has nothing to do', async ({ expect }) => {
    const { world, plan, apply, members } = aListWorld([person('p1')]);
    const people = crowd(world, 3);
    const { groupId: fromGroupId } = anotherGroup(world, people);
    const planned = await plan({ source: 'membersOf', fromGroupId });
    expect(planned.planned).toMatchObject({ add: 2, nothingToDo: 1 });
    await apply(planned);
    expect(members()).toEqual(people);
  });

  it('aren’t read if the group isn’t this space’s', async ({ expect }) => {
    const { world, plan } = aListWorld();
    const { groupId: fromGroupId } = anotherGroup(world, crowd(world, 3));
    world.groupRecords.stored.delete(fromGroupId);
    expect(await failureFrom(plan({ source: 'membersOf', fromGroupId }))).toMatchObject({
      reason: 'GROUP_OF_ANOTHER_SPACE',
    });
    expect(world.journal.lines('namedMembers')).toEqual([]);
  });
});

describe('the number to type', () => {
  it.for([
    [20, 100, undefined],
    [21, 100, 21],
    [5, 10, undefined],
    [6, 10, 6],
  ] as const)('for %i of %i removed is %s', async ([removed, all, typed], { expect }) => {
    const names = Array.from({ length: all }, (_, index) => person(`p${String(index + 1)}`));
    const { world, plan } = aListWorld(names);
    crowd(world, all);
    expect((await plan({ people: removing(names.slice(0, removed)) })).needsTypedNumber).toBe(typed);
  });
});

it('who removes themselves is told before', async ({ expect }) => {
  const { plan } = aListWorld([ann, person('p1'), person('p2')]);
  expect((await plan({ people: removing([ann]) })).removesAuthor).toBe(true);
});

it('a list tells about how long all of it takes until it’s over', async ({ expect }) => {
  const { world, plan, apply } = aListWorld();
  const { groupId: fromGroupId } = anotherGroup(world, crowd(world, 3));
  const planned = await plan({ source: 'membersOf', fromGroupId });
  expect(planned).toMatchObject({ aboutMinutes: 1 });
  const done = await apply(planned);
  expect(done).toMatchObject({ state: 'done' });
  expect(done).not.toHaveProperty('aboutMinutes');
});

it('a list under way still tells how long all of it takes', async ({ expect }) => {
  const { world, plan, begun } = aListWorld();
  const planned = await plan({ people: adding(crowd(world, 101)) });
  const { changeId, version } = planned;
  const begunChange = await applyChange(world.ports, begun(), {
    changeId,
    version,
    typedNumber: undefined,
    confirmSelf: undefined,
  });
  expect(begunChange).toMatchObject({ state: 'queued', aboutMinutes: 1 });
});
