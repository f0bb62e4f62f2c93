// People with some rights who try to reach groups that are not theirs to change.
import { beforeEach, describe, expect, it } from 'vitest';

import type { GroupId } from '../../../src/shared/ids';
import { errorOf, isWrite, valueOf } from '../../support/integration';
import { aWorldToAttack, type Attacked } from '../../support/integration-denials';

let world: Attacked;
beforeEach(async () => {
  world = await aWorldToAttack();
});

async function add(groupId: string, handle = 'person-31', by = 'space-admin', space = 'DEMO') {
  return world.asSpace(by, space, 'addMembers', { groupId, accountIds: [world.id(handle)] });
}
async function remove(groupId: string, accountId: string, by = 'space-admin', space = 'DEMO') {
  return world.asSpace(by, space, 'removeMembers', { groupId, accountIds: [accountId], confirmSelf: true });
}
async function deletion(groupId: string, typedName = 'demo-alpha') {
  return world.asSpace('space-admin', 'DEMO', 'deleteGroup', { groupId, typedName, confirmSelf: true });
}
function writes() {
  return world.requests().filter(isWrite);
}
function reason(answer: Awaited<ReturnType<typeof world.call>>) {
  return answer.ok ? 'allowed' : 'reason' in answer.error ? answer.error.reason : answer.error.code;
}
function names() {
  return [...world.model.groups.values()].map(({ name }) => name);
}
/** Whose groups are asked for, if that is what is asked. */
function askedAbout({ url }: Request): string | undefined {
  return url.includes('/user/memberof') ? (new URL(url).searchParams.get('accountId') ?? undefined) : undefined;
}

describe('the privileged user stays in their groups', () => {
  beforeEach(() => {
    world.model.addMember(world.demoGroup, world.id('site-admin'));
  });
  function isIn() {
    return world.model.groups.get(world.demoGroup)?.members.has(world.id('site-admin'));
  }

  it('though their account is written in another case, which Confluence may take for the same', async () => {
    world.onSite(async (request, identity, pass) => {
      const shouted = new URL(request.url).searchParams.get('accountId');
      if (request.method !== 'DELETE' || shouted === null) return pass();
      const url = request.url.replace(encodeURIComponent(shouted), encodeURIComponent(shouted.toLowerCase()));
      return url === request.url ? pass() : world.site.fetch(new Request(url, request), identity);
    });
    const answer = await remove(world.demoGroup, world.id('site-admin').toUpperCase());
    expect(answer).toMatchObject({ value: { people: [{ outcome: 'refused', reason: 'PRIVILEGED_USER_STAYS' }] } });
    expect(isIn()).toBe(true);
    expect(writes()).toEqual([]);
  });

  it('though the space admin is not shown what groups they are in', async () => {
    world.onSite(async (request, _identity, pass) =>
      askedAbout(request) === world.id('site-admin') ? new Response('Not Found', { status: 404 }) : pass(),
    );
    expect(reason(await deletion(world.demoGroup))).toBe('UPSTREAM_CONTRACT');
    expect(isIn()).toBe(true);
    expect(writes()).toEqual([]);
  });

  it('though Confluence answers no groups of theirs', async () => {
    world.onSite(async (request, _identity, pass) =>
      askedAbout(request) === world.id('site-admin') ? Response.json({ results: [], limit: 200 }) : pass(),
    );
    expect(reason(await deletion(world.demoGroup))).toBe('PROTECTION_UNKNOWN');
    expect(isIn()).toBe(true);
  });
});

describe('groups that give administration', () => {
  function many() {
    const ids = Array.from({ length: 210 }, (_, index) => world.model.addGroup(`a-${String(index).padStart(3, '0')}`));
    for (const groupId of ids) world.model.grantAccess(groupId, 'admin');
  }

  it('are known to the last page', async () => {
    many();
    world.model.grantAccess(world.demoGroup, 'admin');
    expect(reason(await add(world.demoGroup))).toBe('GROUP_GIVES_ADMIN_ACCESS');
    expect(writes()).toEqual([]);
  });

  it.each([
    ['fails', () => new Response('', { status: 403 })],
    ['is empty', () => Response.json({ results: [], limit: 200 })],
    ['is no list', () => Response.json({})],
    ['is a page of HTML', () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } })],
    ['has a group without an id', () => Response.json({ results: [{ name: 'site-admins' }], limit: 200 })],
  ])('let nobody through if one reading of them %s', async (_what, answer) => {
    world.onSite(async (request, _identity, pass) =>
      request.url.includes('accessType=site-admin') ? answer() : pass(),
    );
    expect((await add(world.demoGroup)).ok).toBe(false);
    expect((await deletion(world.demoGroup)).ok).toBe(false);
    expect(writes()).toEqual([]);
  });

  it('let nobody through if the pages repeat themselves', async () => {
    many();
    world.onSite(async (request, identity, pass) => {
      const url = new URL(request.url);
      if (!request.url.includes('accessType=admin') || url.searchParams.get('start') === '0') return pass();
      url.searchParams.set('start', '0');
      return world.site.fetch(new Request(url, request), identity);
    });
    expect(reason(await add(world.demoGroup))).toBe('PROTECTION_UNKNOWN');
    expect(writes()).toEqual([]);
  });

  it('are left alone from one call to the next: what was a plain group a moment ago is decided anew', async () => {
    valueOf(await add(world.demoGroup));
    world.model.grantAccess(world.demoGroup, 'site-admin');
    world.site.clearRequests();
    expect(reason(await add(world.demoGroup, 'space-admin'))).toBe('GROUP_GIVES_ADMIN_ACCESS');
    world.model.revokeAccess(world.demoGroup, 'site-admin');
    world.model.renameGroup(world.demoGroup, 'Jira-Administrators');
    expect(reason(await add(world.demoGroup, 'space-admin'))).toBe('GROUP_NAME_RESERVED');
    world.model.renameGroup(world.demoGroup, 'demo-alpha');
    world.model.grantAccess(world.demoGroup, 'user');
    expect(reason(await add(world.demoGroup, 'space-admin'))).toBe('GROUP_GIVES_PRODUCT_ACCESS');
    expect(writes()).toEqual([]);
  });
});

describe('names that look alike', () => {
  async function grab(key: string, name: string) {
    world.model.space('DEMO').key = key;
    return world.asSpace('space-admin', key, 'createGroup', { name });
  }

  it('give no new space the groups of an older one', async () => {
    const existing = world.model.addGroup('it-payroll');
    expect(errorOf(await grab('IT', 'payroll'))).toEqual({ code: 'CONFLICT', what: 'groupName' });
    expect(reason(await add(existing, 'person-31', 'space-admin', 'IT'))).toBe('GROUP_OF_ANOTHER_SPACE');
    expect(Object.keys(world.entity('group-record'))).not.toContain(existing);
  });

  it.each(['\u212ait', 'ı', 'İT', 'ＩＴ', 'ſales', 'it\u200b', 'IT-OPS', 'I_T'])(
    'make no group of the key %j, which folds to another key',
    async (key) => {
      const before = names();
      expect((await grab(key, 'payroll')).ok).toBe(false);
      expect(names()).toEqual(before);
      expect(writes()).toEqual([]);
    },
  );

  it('that a later pattern forms again are a conflict, not a second owner', async () => {
    const { rules, version } = valueOf(await world.asGlobal('confluence-admin', 'readRules', {}));
    const pattern = { prefix: 'demo-SPACEKEY-', suffix: '' };
    await world.createGroup('space-admin', 'DEMO', 'devops-x');
    valueOf(await world.asGlobal('confluence-admin', 'saveRules', { rules: { ...rules, pattern }, version }));
    expect(errorOf(await world.asSpace('other-admin', 'DEVOPS', 'createGroup', { name: 'x' }))).toEqual({
      code: 'CONFLICT',
      what: 'groupName',
    });
    const { groups } = valueOf(await world.asGlobal('site-admin', 'findGroups', { start: 0 }));
    expect(groups.filter(({ isManaged }) => isManaged !== true)).toEqual([]);
  });

  it('are not adopted after a lost answer if somebody is in the group', async () => {
    const crowded = world.model.addGroup('demo-loot', { members: new Set([world.id('person-01')]) });
    world.onSite(async (request, identity, pass) => {
      // The caller is not shown the group, and the answer to the create is lost.
      if (request.url.includes('/group/picker') && identity.kind === 'user' && !identity.impersonated)
        return Response.json({ results: [], limit: 200 });
      return request.method === 'POST' && request.url.endsWith('/rest/api/group')
        ? new Response('', { status: 502 })
        : pass();
    });
    expect((await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'loot' })).ok).toBe(false);
    world.advance(3_600_000);
    await world.runScheduled('hourly-audit-settling');
    expect(Object.keys(world.entity('group-record'))).not.toContain(crowded);
  });
});

describe('records that a space admin may not touch', () => {
  async function gone(): Promise<GroupId> {
    world.model.deleteGroup(world.demoGroup);
    return world.demoGroup;
  }

  it('stay in an archived space, though the group is gone', async () => {
    const groupId = await gone();
    world.model.setSpaceStatus(world.spaceId('DEMO'), 'archived');
    expect(reason(await deletion(groupId))).toBe('SPACE_NOT_CURRENT');
    expect(world.entity('group-record')).toHaveProperty(groupId);
  });

  it('stay if Confluence will not show the space admin the group, which still stands', async () => {
    const editors = await world.forceRecord('demo-editors', 'DEMO', { deletable: false });
    world.onSite(async (request, _identity, pass) =>
      request.url.includes('/group/by-id') ? new Response('', { status: 403 }) : pass(),
    );
    expect((await deletion(editors, 'demo-editors')).ok).toBe(false);
    expect(world.entity('group-record')).toHaveProperty(editors);
    expect(writes()).toEqual([]);
  });

  it('keep what a site admin took away, though a write of theirs ends at the same moment', async () => {
    await world.forceRecord('demo-alpha', 'DEMO', {
      origin: 'created',
      refused: { action: 'addMember', at: new Date().toISOString() },
    });
    let isForbidden = false;
    world.onStorage((target, body) => {
      const { entityName, key } = (body ?? {}) as { entityName?: string; key?: string };
      const wroteBefore = writes().length > 0;
      if (
        isForbidden ||
        !wroteBefore ||
        !target.endsWith('/entity/get') ||
        entityName !== 'group-record' ||
        key !== world.demoGroup
      )
        return;
      // Right after the app has read the record to forget the refusal.
      isForbidden = true;
      void world.forceRecord('demo-alpha', 'DEMO', { origin: 'created', deletable: false });
    });
    valueOf(await add(world.demoGroup));
    expect(isForbidden).toBe(true);
    expect(world.entity('group-record')[world.demoGroup]).toMatchObject({ deletable: false });
  });
});

describe('a space that is named by its key', () => {
  it('is that one, even if Confluence answers others first', async () => {
    world.onSite(async (request, identity, pass) => {
      const url = new URL(request.url);
      if (!url.searchParams.has('keys')) return pass();
      // As if the filter were ignored.
      url.searchParams.delete('keys');
      return world.site.fetch(new Request(url, request), identity);
    });
    const payload = { groupId: world.demoGroup, spaceKey: 'dev' };
    valueOf(await world.asGlobal('site-admin', 'transferGroup', payload));
    expect(world.entity('group-record')[world.demoGroup]).toMatchObject({ spaceId: world.spaceId('DEV') });
  });
});
