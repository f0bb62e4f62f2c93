// What a request means can change while it runs: a name that is formed from the space's key, a group that is to be deleted.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

/** What Atlassian says is at most this old when a write is sent. */
const OLD_MS = 5001;

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function create() {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' });
}
function attempts(action: string) {
  return world.auditRows().filter((row) => row.kind === 'attempt' && row.action === action);
}
function groups() {
  return [...world.model.groups.values()].map(({ name }) => name);
}
function isWrite({ method, url }: Request) {
  return method !== 'GET' && !url.endsWith('/users-bulk');
}
function changeKey() {
  return world.model.changeSpaceKey(world.spaceId('DEMO'), 'SHOW');
}
async function changePattern() {
  const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
  const changed = { ...rules, pattern: { prefix: 'team-SPACEKEY-', suffix: '' } };
  valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: changed, version }));
}
/** The first privileged write is answered with a wait, while this happens. */
function whileWaiting(happen: () => unknown) {
  let isAsked = false;
  world.onSite(async (request, identity, pass) => {
    if (isAsked || !isWrite(request) || identity.kind !== 'user' || !identity.impersonated) return pass();
    isAsked = true;
    await happen();
    return new Response('', { status: 429, headers: { 'retry-after': '1' } });
  });
}

describe('a group that is created while the privileged user changes', () => {
  async function replace() {
    const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
    const accountId = world.id('org-admin');
    const version = privilegedUser?.version ?? 0;
    valueOf(await world.asGlobal('site-admin', 'savePrivilegedUser', { accountId, version }));
    valueOf(await world.asGlobal('org-admin', 'acceptNomination', { version: version + 1 }));
  }
  const changed = { code: 'FORBIDDEN', reason: 'PRIVILEGED_USER_CHANGED' };
  function unsent(found: string) {
    return {
      actedAs: world.id('site-admin'),
      outcome: 'failed',
      code: 'NOT_ATTEMPTED',
      found,
    };
  }

  it('is not made as another than is on record, once time has passed', async () => {
    const before = groups();
    const answer = world.kvs.answer.bind(world.kvs);
    let isReplaced = false;
    world.kvs.answer = async (target, init) => {
      const response = await answer(target, init);
      if (isReplaced || !JSON.stringify(init.body).includes('createGroup')) return response;
      isReplaced = true;
      world.advance(OLD_MS);
      await replace();
      return response;
    };
    expect(errorOf(await create())).toEqual(changed);
    expect(groups()).toEqual(before);
    expect(attempts('createGroup')).toMatchObject([unsent(changed.reason)]);
  });

  it('is not made as another than is on record, after a wait', async () => {
    const before = groups();
    whileWaiting(replace);
    expect(errorOf(await create())).toEqual(changed);
    expect(groups()).toEqual(before);
    expect(attempts('createGroup')).toMatchObject([unsent(changed.reason)]);
  });

  it('is told why it is not sent again: the right went during the wait', async () => {
    whileWaiting(() => world.model.removeFromSpace(world.spaceId('DEMO'), world.id('space-admin')));
    expect(errorOf(await create())).toEqual({ code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' });
    expect(attempts('createGroup')).toMatchObject([unsent('NOT_SPACE_ADMIN')]);
  });
});

describe('the name of a group that is created', () => {
  it('is the one that was found free, though the key of the space changes while it is asked for', async () => {
    const asked: string[] = [];
    world.onSite(async (request, _identity, pass) => {
      const { pathname, searchParams } = new URL(request.url);
      if (!pathname.endsWith('/group/picker')) return pass();
      asked.push(searchParams.get('query') ?? '');
      if (asked.length === 1) {
        changeKey();
        world.advance(OLD_MS);
      }
      return pass();
    });
    const { groupName } = valueOf(await create());
    expect(asked.at(-1)).toBe(groupName);
    expect(attempts('createGroup')).toMatchObject([{ groupName }]);
    expect(groupName).toBe('show-alpha');
  });

  it.each([
    ['the key of the space', changeKey],
    ['the pattern', changePattern],
  ])('is never another than the recorded one: %s changes during a wait', async (_what, change) => {
    const before = groups();
    whileWaiting(change);
    expect(errorOf(await create())).toEqual({ code: 'FORBIDDEN', reason: 'CHANGED_MEANWHILE' });
    expect(groups()).toEqual(before);
    expect(attempts('createGroup')).toMatchObject([
      { groupName: 'demo-alpha', outcome: 'failed', code: 'NOT_ATTEMPTED', found: 'CHANGED_MEANWHILE' },
    ]);
  });
});

describe('a group that is gone when its deletion is sent again', () => {
  it('is told as changed, not as a change of the privileged user', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    whileWaiting(() => world.model.deleteGroup(groupId));
    const payload = { groupId, typedName: 'demo-alpha', confirmSelf: false };
    const failure = errorOf(await world.asSpace('space-admin', 'DEMO', 'deleteGroup', payload));
    expect(failure).toEqual({ code: 'FORBIDDEN', reason: 'CHANGED_MEANWHILE' });
    expect(attempts('deleteGroup')).toMatchObject([
      { outcome: 'failed', code: 'NOT_ATTEMPTED', found: 'CHANGED_MEANWHILE' },
    ]);
    expect(attempts('releaseGroup')).toEqual([]);
  });
});
