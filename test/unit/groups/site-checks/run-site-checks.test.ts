import { describe, it } from 'vitest';

import { runSiteChecks } from '../../../../src/groups/site-checks/run-site-checks';
import { ASSUMPTIONS } from '../../../../src/shared/groups/site-checks';
import {
  anAccount,
  ann,
  anObservation,
  answerLost,
  bob,
  boss,
  failureFrom,
  person,
  refusedByAtlassian,
  proved,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function run(world: World, payload = {}, caller = ann) {
  return runSiteChecks(world.ports, proved(caller), payload);
}
function memberLines({ journal }: World) {
  return journal.lines('addMember', 'removeMember', 'isMember');
}
function leftOver(world: World) {
  return [...world.site.groups.values()].filter(({ name }) => /check/i.test(name));
}

describe('the site checks', () => {
  it('delete a second group that a site lets them make', async ({ expect }) => {
    const world = aWorld();
    world.site.namesMindCase = true;
    const { checks } = await run(world);
    expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([
      { assumption: 'nameInOtherCase', outcome: 'broken', answer: 'a second group was made' },
    ]);
    expect(leftOver(world)).toEqual([]);
  });

  it('try nothing when there is no time', async ({ expect }) => {
    const world = aWorld();
    world.time.remainingMs = 1_000;
    const { checks } = await run(world);
    expect(checks.map(({ assumption }) => assumption)).toEqual(ASSUMPTIONS);
    expect(new Set(checks.map(({ outcome }) => outcome))).toEqual(new Set(['notRun']));
    expect(world.journal.lines('createGroup')).toEqual([]);
  });

  it('delete their group when the time runs out on the way', async ({ expect }) => {
    const world = aWorld();
    const before = world.groupWriter;
    world.ports.groupWriter = {
      ...before,
      createGroup: async (grant) => {
        world.time.remainingMs = 1_000;
        return before.createGroup(grant);
      },
    };
    const { checks } = await run(world);
    expect(checks.find(({ assumption }) => assumption === 'deleteGroup')?.outcome).toBe('holds');
    expect(checks).toContainEqual({ assumption: 'addMember', outcome: 'notRun', why: 'noTimeLeft' });
    expect(leftOver(world)).toEqual([]);
  });

  it('keep the observation that stands, and add to it a group that could not be deleted', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation();
    world.groupWriter.deleteGroup = async () => {
      throw refusedByAtlassian;
    };
    await run(world);
    const left = leftOver(world).map(({ groupId, name: groupName }) => ({ groupId, groupName }));
    expect(left).not.toEqual([]);
    expect(world.settings.stored.observation).toEqual(anObservation({ leftoverCheckGroups: left.toReversed() }));
  });

  it('put in whoever asks', async ({ expect }) => {
    const world = aWorld();
    await run(world);
    expect(new Set(memberLines(world))).toEqual(
      new Set(['addMember ann as boss', 'removeMember ann as boss', 'isMember ann']),
    );
  });
});

describe('a person chosen for the site checks', () => {
  it('is put in and taken out instead of whoever asks, and named in the audit', async ({ expect }) => {
    const world = aWorld();
    const { checks } = await run(world, { memberId: bob });
    expect(checks.filter(({ outcome }) => outcome === 'notRun').map(({ assumption }) => assumption)).toEqual([
      'spaceByKey',
      'provingOperation',
    ]);
    expect(new Set(memberLines(world))).toEqual(
      new Set(['addMember bob as boss', 'removeMember bob as boss', 'isMember bob']),
    );
    const changes = world.auditLog.attempts.filter(({ action }) => action.endsWith('Member'));
    expect(changes).toHaveLength(4);
    for (const change of changes) expect(change).toMatchObject({ caller: ann, actedAs: boss, accountId: bob });
  });

  it('lets the privileged user try every point about members', async ({ expect }) => {
    const world = aWorld();
    async function why(payload = {}) {
      return (await run(world, payload, boss)).checks.find(({ assumption }) => assumption === 'addMember');
    }
    expect(await why()).toEqual({ assumption: 'addMember', outcome: 'notRun', why: 'callerIsPrivilegedUser' });
    expect(memberLines(world)).toEqual([]);
    expect(await why({ memberId: bob })).toMatchObject({ outcome: 'holds' });
  });

  it.for([
    ['the privileged user', boss, /privileged user/],
    ['the privileged user, spelled otherwise', person('BOSS'), /privileged user/],
    ['nobody whom Confluence knows', person('nobody'), /isn’t on this site/],
    ['somebody deactivated', person('gone'), /deactivated/],
    ['an app', person('app'), /app’s or a customer’s/],
    ['a customer', person('customer'), /app’s or a customer’s/],
  ] as const)('is refused at the field before anything is tried: %s', async ([, memberId, message], { expect }) => {
    const world = aWorld();
    world.site.accounts.set(person('gone'), anAccount(person('gone'), { status: 'inactive' }));
    for (const accountType of ['app', 'customer'] as const) {
      world.site.accounts.set(person(accountType), anAccount(person(accountType), { accountType }));
    }
    expect(await failureFrom(run(world, { memberId }))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ field: 'memberId', message: expect.stringMatching(message) }],
    });
    expect(world.journal.lines('createGroup', 'addMember', 'impersonate')).toEqual([]);
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('is not put in while nobody can tell what account it is; the other points are tried', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('account', answerLost, { about: bob, times: 9 });
    const { checks } = await run(world, { memberId: bob });
    expect(checks).toContainEqual(
      expect.objectContaining({ assumption: 'addMember', outcome: 'notRun', why: 'memberNotChecked' }),
    );
    expect(checks.find(({ assumption }) => assumption === 'deletedGroup')?.outcome).toBe('holds');
    expect(memberLines(world)).toEqual([]);
  });

  it('is not put in if they are deactivated meanwhile', async ({ expect }) => {
    const world = aWorld();
    world.journal.before('createGroup', () => {
      world.site.accounts.set(bob, anAccount(bob, { status: 'inactive' }));
    });
    const { checks } = await run(world, { memberId: bob });
    expect(checks).toContainEqual(
      expect.objectContaining({ assumption: 'addMember', outcome: 'notRun', why: 'memberNotChecked' }),
    );
    expect(memberLines(world)).toEqual([]);
    expect(leftOver(world)).toEqual([]);
  });
});
