// A privileged user who is removed or replaced while the app makes its checks as them: nothing more is written as them.
import { describe, it } from 'vitest';

import { forbidden } from '../../../../src/broker/errors';
import { checkPrivilegedUser } from '../../../../src/broker/privileged-user/check-privileged-user';
import { savePrivilegedUser } from '../../../../src/broker/privileged-user/save-privileged-user';
import type { Proved } from '../../../../src/broker/proved';
import { schedules } from '../../../../src/entry/schedules';
import { runSiteChecks } from '../../../../src/groups/site-checks/run-site-checks';
import type { AccountId } from '../../../../src/shared/ids';
import {
  aGroup,
  ann,
  anObservation,
  aPrivilegedUser,
  bob,
  boss,
  EARLIER,
  fails,
  NOW,
  proved,
  failureFrom,
} from '../../../support/ports/builders';
import { aWorld as aBareWorld, type World } from '../../../support/ports/world';

/** A world in which each group gets a name of its own, and a second one the same in other case. */
function aWorld(): World {
  const world = aBareWorld();
  world.site.namesMindCase = true;
  let made = 0;
  world.ids.next = () => String((made += 1)).padStart(12, '0');
  return world;
}

const shortWait = fails({ code: 'RATE_LIMITED', retryAfterSeconds: 2, changed: 'nothing' });
const CHANGES = [
  ['removed', {}],
  ['replaced', { current: aPrivilegedUser({ accountId: bob }) }],
] as const;

/** The privileged user changes while the next such call is made. */
function changeDuring(world: World, call: string, next: World['settings']['stored']['privilegedUser']) {
  return world.journal.before(call, () => {
    world.settings.stored.privilegedUser = next;
  });
}
/** The privileged user changes while Atlassian's wait before this call is kept. */
function changeInWait(world: World, call: string, next: World['settings']['stored']['privilegedUser']) {
  world.journal.fail(call, shortWait);
  world.ports.sleep = async (ms) => {
    world.clock.advance(ms);
    world.settings.stored.privilegedUser = next;
  };
}
function writesAsBoss({ journal }: World) {
  return journal.lines('createGroup', 'deleteGroup', 'addMember', 'removeMember').map((line) => line.split(' ')[0]);
}
function open({ siteAdminProofs }: World) {
  return siteAdminProofs.stored.openGroups.map(({ groupName }) => groupName);
}
function standing({ site }: World) {
  return [...site.groups.values()].flatMap(({ name }) => (/^space-steward-check/i.test(name) ? [name] : []));
}

/** Ann, a Confluence administrator whenever somebody asks about them. */
function admin({ clock }: World): Proved {
  return { ...proved(ann), proveAgain: async () => clock.now() };
}

describe('the site checks, when the privileged user is', () => {
  async function run(world: World, by = admin(world)) {
    const { checks } = await runSiteChecks(world.ports, by, {});
    return Object.fromEntries(
      checks.map((check) => [check.assumption, check.outcome === 'notRun' ? check.why : check.outcome]),
    );
  }

  it.for(CHANGES)(
    '%s, write nothing more as them, and say why the rest was not tried',
    async ([, next], { expect }) => {
      const world = aWorld();
      changeDuring(world, 'addMember', next);
      expect(await run(world)).toMatchObject({
        addMember: 'holds',
        addAgain: 'privilegedUserChanged',
        removeMember: 'privilegedUserChanged',
        deleteGroup: 'privilegedUserChanged',
        storageCondition: 'holds',
      });
      expect(writesAsBoss(world)).toEqual(['createGroup', 'createGroup', 'createGroup', 'deleteGroup', 'addMember']);
      // The next privileged user deletes it.
      expect(standing(world)).toHaveLength(1);
      expect(open(world)).toEqual(standing(world));
    },
  );

  it.for(CHANGES)('%s during a wait, do not write after it, and ask nothing as them', async ([, next], { expect }) => {
    const world = aWorld();
    changeInWait(world, 'createGroup', next);
    expect(await run(world)).toMatchObject({ createGroup: 'privilegedUserChanged', nameInUse: 'noCheckGroup' });
    expect(writesAsBoss(world)).toEqual(['createGroup']);
    expect([...world.auditLog.outcomes.values()]).toMatchObject([
      { outcome: 'failed', code: 'NOT_ATTEMPTED', found: 'PRIVILEGED_USER_CHANGED' },
    ]);
    expect(open(world)).toEqual([]);
  });

  it('removed after the last write but one, look at nothing as them either', async ({ expect }) => {
    const world = aWorld();
    changeDuring(world, 'createGroup', {});
    expect(await run(world)).toMatchObject({
      nameInUse: 'privilegedUserChanged',
      groupByName: 'privilegedUserChanged',
    });
    expect(world.journal.lines('read groupByName')).toEqual([]);
  });
});

describe('a write test of a privileged user who is', () => {
  it.for(CHANGES)('%s before it is not made', async ([, next], { expect }) => {
    const world = aWorld();
    changeDuring(world, 'isInSiteAdminGroup', next);
    await checkPrivilegedUser(world.ports, admin(world));
    expect(writesAsBoss(world)).toEqual([]);
    expect(world.settings.stored.observation).toBeUndefined();
    expect(open(world)).toEqual([]);
  });

  it.for(CHANGES)('%s in the middle leaves its group to the next one', async ([, next], { expect }) => {
    const world = aWorld();
    changeDuring(world, 'createGroup', next);
    await checkPrivilegedUser(world.ports, admin(world));
    expect(writesAsBoss(world)).toEqual(['createGroup']);
    expect(open(world)).toEqual(standing(world));
    world.settings.stored.privilegedUser = { current: aPrivilegedUser() };
    world.clock.advance(11 * 60_000);
    await schedules.healthCheck(world.ports);
    expect([standing(world), open(world)]).toEqual([[], []]);
  });

  it.for(CHANGES)('%s during a wait ends, and tells of whoever it is now', async ([, next], { expect }) => {
    const world = aWorld();
    changeInWait(world, 'createGroup', next);
    const view = await checkPrivilegedUser(world.ports, admin(world));
    expect(writesAsBoss(world)).toEqual(['createGroup']);
    expect(world.settings.stored.observation).toBeUndefined();
    expect(view.state).not.toMatchObject({ accountId: boss });
  });
});

describe('a person who asks for checks and whose right is withdrawn meanwhile', () => {
  function withdrawn(caller: AccountId): Proved {
    return {
      ...proved(caller),
      proveAgain: async () => {
        throw forbidden('NOT_CONFLUENCE_ADMIN');
      },
    };
  }
  /** More than five seconds pass while the next such call is made. */
  function slow(world: World, call: string) {
    return world.journal.before(call, () => world.clock.advance(5001));
  }
  function unset() {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    return world;
  }
  function choose(world: World, by = withdrawn(boss)) {
    return savePrivilegedUser(world.ports, by, { accountId: boss, version: 1 });
  }
  const FORBIDDEN = { code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN' };

  it('gets no more site checks, and nothing is left behind', async ({ expect }) => {
    const world = aWorld();
    slow(world, 'addMember');
    const { checks } = await runSiteChecks(world.ports, withdrawn(ann), {});
    const why = checks.flatMap((check) => (check.outcome === 'notRun' ? [`${check.assumption} ${check.why}`] : []));
    expect(why).toEqual(expect.arrayContaining(['addAgain noLongerAdmin', 'removeMember noLongerAdmin']));
    expect(writesAsBoss(world).slice(4)).toEqual(['addMember', 'deleteGroup']);
    expect([standing(world), open(world)]).toEqual([[], []]);
  });

  it('is asked about again once they are five seconds old, and after a wait', async ({ expect }) => {
    const world = aWorld();
    let asked = 0;
    const by = {
      ...proved(ann),
      proveAgain: async () => {
        asked += 1;
        return world.clock.now();
      },
    };
    slow(world, 'addMember');
    world.journal.fail('removeMember', shortWait);
    const { checks } = await runSiteChecks(world.ports, by, {});
    expect(checks.find(({ assumption }) => assumption === 'removeAgain')).toMatchObject({ outcome: 'holds' });
    expect(asked).toBe(2);
  });

  it('does not become privileged user, and no test group is made', async ({ expect }) => {
    const world = unset();
    slow(world, 'isInSiteAdminGroup');
    expect(await failureFrom(choose(world))).toEqual(FORBIDDEN);
    expect(writesAsBoss(world)).toEqual([]);
    expect([world.settings.stored.privilegedUser, open(world)]).toEqual([{}, []]);
  });

  it('does not while the group is made: it is deleted, and nothing stored', async ({ expect }) => {
    const world = unset();
    slow(world, 'createGroup');
    expect(await failureFrom(choose(world))).toEqual({ ...FORBIDDEN, testGroup: 'deleted' });
    expect([standing(world), open(world), world.settings.stored.privilegedUser]).toEqual([[], [], {}]);
  });

  it('does not after a wait that Atlassian asked for', async ({ expect }) => {
    const world = unset();
    world.journal.fail('createGroup', shortWait);
    expect(await failureFrom(choose(world))).toEqual(FORBIDDEN);
    expect(writesAsBoss(world)).toEqual(['createGroup']);
  });

  it('gets no write test by "Check now"', async ({ expect }) => {
    const world = aWorld();
    slow(world, 'isInSiteAdminGroup');
    expect(await failureFrom(checkPrivilegedUser(world.ports, withdrawn(ann)))).toEqual(FORBIDDEN);
    expect(writesAsBoss(world)).toEqual([]);
  });
});

describe('the deletion of a check group that was left over', () => {
  const name = 'space-steward-check-0a0b0c0d0e0f';

  it('is not made by the hourly run as a privileged user who was removed meanwhile', async ({ expect }) => {
    const world = aWorld();
    world.site.has(aGroup({ groupId: 'g-left', name }));
    world.settings.stored.observation = anObservation();
    world.auditLog.attempts.push({ id: 'a0', at: EARLIER, action: 'writeTestCreate', groupName: name, caller: ann });
    changeDuring(world, 'read groupByName', {});
    await schedules.settleAudit(world.ports);
    expect(writesAsBoss(world)).toEqual([]);
  });

  it('is not made by the daily check either', async ({ expect }) => {
    const world = aWorld();
    const { groupId } = world.site.has(aGroup({ groupId: 'g-left', name }));
    const passed = { name: 'writeTest', outcome: 'passed', at: new Date(NOW).toISOString() } as const;
    world.settings.stored.observation = anObservation({
      checks: [passed],
      leftoverCheckGroups: [{ groupId, groupName: name }],
    });
    changeDuring(world, 'read group', {});
    await schedules.healthCheck(world.ports);
    expect(writesAsBoss(world)).toEqual([]);
  });
});
