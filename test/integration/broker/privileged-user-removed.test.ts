// A privileged user who is removed while something is done as them: nothing more is.
import { setImmediate as nextTurn } from 'node:timers/promises';

import { beforeEach, describe, expect, it } from 'vitest';

import type { AccountId, GroupId } from '../../../src/shared/ids';
import { isPrivileged, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function remove(): Promise<void> {
  const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
  valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version: privilegedUser?.version ?? 0 }));
}
function asThemAfter(instant: number) {
  return world.requests().filter((row) => isPrivileged(row) && row.startedAt > instant);
}

describe('while twenty-five people are added', () => {
  let groupId: GroupId;
  beforeEach(async () => {
    ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
  });
  function people(): AccountId[] {
    return Array.from({ length: 25 }, (_, index) => world.id(`person-${String(index + 20)}`));
  }
  async function add() {
    return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: people() });
  }
  function isMemberWrite(request: Request) {
    return request.method !== 'GET' && request.url.includes('/userByGroupId');
  }

  /** Removes them once the first five are under way; some time later `answer` is given. */
  function removeAtFirstWrite(answer: (pass: () => Promise<Response>) => Promise<Response>, later: number) {
    let removedAt = Infinity;
    let observation: unknown;
    world.onSite(async (request, _identity, pass) => {
      if (!isMemberWrite(request)) return pass();
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      if (removedAt === Infinity) {
        removedAt = Date.now();
        await remove();
        observation = world.entity('setting')['observation'];
        world.advance(later);
      }
      return answer(pass);
    });
    return () => ({ removedAt, observation });
  }

  it('is not looked at any more, and nothing is done as them', async () => {
    const seen = removeAtFirstWrite((pass) => pass(), 5001);
    expect(valueOf(await add()).stoppedBy).toEqual({ code: 'PRIVILEGED_USER_UNAVAILABLE' });
    expect(seen().removedAt).toBeLessThan(Infinity);
    // The five that were under way are recorded as sent when Atlassian got them.
    expect(asThemAfter(seen().removedAt).filter(({ path }) => !path.includes('/userByGroupId'))).toEqual([]);
    expect(world.entity('setting')['observation']).toEqual(seen().observation);
  });

  it('is not looked at after a refusal by Atlassian either', async () => {
    const seen = removeAtFirstWrite(async () => new Response('{}', { status: 403 }), 1);
    expect(valueOf(await add()).stoppedBy).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE' });
    expect(asThemAfter(seen().removedAt)).toEqual([]);
    expect(world.entity('setting')['observation']).toEqual(seen().observation);
  });
});

describe('while the app makes its checks as them', () => {
  /** Removes them while this write of a check is under way. Returns when. */
  function removeAtWrite(method: string, path: string) {
    let removedAt = Infinity;
    world.onSite(async (request, _identity, pass) => {
      const isIt = request.method === method && new URL(request.url).pathname === path;
      if (!isIt || removedAt < Infinity) return pass();
      removedAt = Date.now();
      const answer = await pass();
      await remove();
      world.advance(1);
      return answer;
    });
    return () => removedAt;
  }
  function checkGroups() {
    return [...world.model.groups.values()].flatMap(({ name }) =>
      name.startsWith('space-steward-check-') ? [name] : [],
    );
  }
  async function chooseAnew(): Promise<void> {
    world.onSite(async (_request, _identity, pass) => pass());
    await world.configure();
    world.advance(11 * 60_000);
  }

  it('the rest of the site checks is not tried, and the next privileged user deletes their group', async () => {
    const removedAt = removeAtWrite('POST', '/wiki/rest/api/group/userByGroupId');
    const { checks, report } = valueOf(await world.asGlobal('confluence-admin', 'runSiteChecks', {}));
    expect(removedAt()).toBeLessThan(Infinity);
    expect(asThemAfter(removedAt())).toEqual([]);
    expect(checks.filter(({ outcome }) => outcome === 'broken')).toEqual([]);
    expect(report).toContain('  removeMember: not tried (privilegedUserChanged, FORBIDDEN)');
    expect(checkGroups()).toHaveLength(1);
    await chooseAnew();
    await world.runScheduled('daily-health-check');
    expect(checkGroups()).toEqual([]);
  });

  it('a write test goes no further, and the next privileged user deletes its group', async () => {
    const removedAt = removeAtWrite('POST', '/wiki/rest/api/group');
    const view = valueOf(await world.asGlobal('confluence-admin', 'checkPrivilegedUser', {}));
    expect(asThemAfter(removedAt())).toEqual([]);
    expect(view.state).toEqual({ name: 'notConfigured' });
    expect(checkGroups()).toHaveLength(1);
    await chooseAnew();
    await world.runScheduled('daily-health-check');
    expect(checkGroups()).toEqual([]);
  });
});
