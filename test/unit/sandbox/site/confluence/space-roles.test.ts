import { describe, expect, test } from 'vitest';

import { inMode, VIEWER_ROLE } from '../world';

const ADMIN_ROLE = '101';
const STEWARD_ROLE = '201';

interface Listed {
  results: { id: string; name: string; roleId: string; principal: { type: string; principalId: string } }[];
}

const MODES = ['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES'] as const;

test.each(MODES)('a site in %s says so', async (mode) => {
  const { as, user } = inMode(mode);
  expect(await as(user('member')).get('/wiki/api/v2/space-role-mode')).toMatchObject({ status: 200, body: { mode } });
});

describe('a site without roles', () => {
  test.each(['space-roles', 'space-roles/101', 'space-permissions', 'spaces/98306/role-assignments'])(
    'has no %s',
    async (path) => {
      const { as, user } = inMode('PRE_ROLES');
      expect(await as(user('space-admin')).get(`/wiki/api/v2/${path}`)).toMatchObject({ status: 404 });
    },
  );

  test('assigns none', async () => {
    expect(await inMode('PRE_ROLES').assign('space-admin')).toMatchObject({ status: 404 });
  });
});

describe('what a space’s admin is told', () => {
  test('on a site without roles: administer', async () => {
    const told = await inMode('PRE_ROLES').operations('space-admin');
    expect(told).toContain('administer/space');
    expect(told).not.toContain('manage_users/space');
  });

  test('on a site in transition: administer, and what roles add', async () => {
    const told = await inMode('ROLES_TRANSITION').operations('space-admin');
    expect(told).toEqual(expect.arrayContaining(['administer/space', 'manage_users/space']));
  });

  test('on a roles-only site: not administer, unless the site is one that tells', async () => {
    const { operations, model } = inMode('ROLES');
    expect(await operations('space-admin')).toContain('manage_users/space');
    expect(await operations('space-admin')).not.toContain('administer/space');
    model.rolesEmitAdminister = true;
    expect(await operations('space-admin')).toContain('administer/space');
  });

  test('classic permissions count for nothing on a roles-only site', async () => {
    const { operations, model } = inMode('ROLES');
    model.space('DEMO').assignments = [
      { principalType: 'GROUP', principalId: model.group('confluence-users').id, roleId: VIEWER_ROLE },
    ];
    expect(await operations('space-admin')).toEqual(['read/space']);
  });
});

describe('assigning roles', () => {
  test.each(['ROLES_TRANSITION', 'ROLES'] as const)('a space’s admin may, on a site in %s', async (mode) => {
    const { assign, group, model } = inMode(mode);
    expect(await assign('space-admin')).toMatchObject({
      status: 200,
      body: { results: [{ principal: group, roleId: VIEWER_ROLE }] },
    });
    expect(model.space('DEMO').assignments).toContainEqual({ ...group, roleId: VIEWER_ROLE });
  });

  test('someone who may manage people without administering may', async () => {
    const { assign, model, accountId } = inMode('ROLES');
    const steward = { principalType: 'USER' as const, principalId: accountId('member'), roleId: STEWARD_ROLE };
    model.space('DEMO').assignments.push(steward);
    expect(await assign('member')).toMatchObject({ status: 200 });
  });

  test.each(['member', 'confluence-admin', 'site-admin', 'other-admin'])('%s may not: 404', async (handle) => {
    expect(await inMode('ROLES').assign(handle)).toMatchObject({ status: 404 });
  });

  test('the app in its own name may not, even if its account administers the space', async () => {
    const { as, app, path, group, model, spaceId, accountId } = inMode('ROLES');
    model.addSpaceAdmin(spaceId('DEMO'), accountId('app'));
    const answer = await as(app()).post(path('role-assignments'), [{ principal: group, roleId: VIEWER_ROLE }]);
    expect(answer).toMatchObject({ status: 404 });
  });

  test('an entry without a role takes the principal’s role away', async () => {
    const { assign, group, model } = inMode('ROLES');
    await assign('space-admin');
    expect(await assign('space-admin', [{ principal: group }])).toMatchObject({ status: 200, body: { results: [] } });
    expect(model.space('DEMO').assignments.filter((one) => one.principalId === group.principalId)).toEqual([]);
  });

  test('one bad entry spoils all', async () => {
    const { assign, group, model } = inMode('ROLES');
    const before = [...model.space('DEMO').assignments];
    const good = { principal: group, roleId: VIEWER_ROLE };
    const bad = [
      { principal: group, roleId: '999' },
      { principal: { principalType: 'GROUP', principalId: 'nothing' }, roleId: VIEWER_ROLE },
      { principal: { principalType: 'USER', principalId: 'nobody' }, roleId: VIEWER_ROLE },
      { principal: { principalType: 'ACCESS_CLASS', principalId: 'everybody' }, roleId: VIEWER_ROLE },
      { principal: { principalType: 'TEAM', principalId: group.principalId }, roleId: VIEWER_ROLE },
    ];
    for (const entry of bad) {
      expect(await assign('space-admin', [good, entry])).toMatchObject({ status: 400 });
    }
    expect(await assign('space-admin', [])).toMatchObject({ status: 400 });
    expect(await assign('space-admin', good)).toMatchObject({ status: 400 });
    expect(model.space('DEMO').assignments).toEqual(before);
  });

  test('the last admin stays', async () => {
    const { assign, accountId } = inMode('ROLES');
    const principal = { principalType: 'USER', principalId: accountId('space-admin') };
    expect(await assign('space-admin', [{ principal }])).toMatchObject({ status: 400 });
  });

  test('a body above 5 MB is 413', async () => {
    const { assign } = inMode('ROLES');
    expect(await assign('space-admin', ['x'.repeat(5 * 1024 * 1024)])).toMatchObject({ status: 413 });
  });

  test('an access class is everyone in it', async () => {
    const { operations, model } = inMode('ROLES');
    function give(principalId: string, roleId: string) {
      return model.space('DEMO').assignments.push({ principalType: 'ACCESS_CLASS', principalId, roleId });
    }
    give('all-product-admins', STEWARD_ROLE);
    expect(await operations('confluence-admin')).toContain('manage_users/space');
    expect(await operations('member')).not.toContain('manage_users/space');
    give('all-licensed-users', STEWARD_ROLE);
    expect(await operations('member')).toContain('manage_users/space');
  });
});

describe('reading roles', () => {
  test('the site’s roles can be narrowed by type, space and principal', async () => {
    const { as, user, accountId, spaceId } = inMode('ROLES');
    async function names(query: string) {
      const { body } = await as(user('member')).get(`/wiki/api/v2/space-roles${query}`);
      return (body as Listed).results.map(({ name }) => name);
    }
    expect(await names('')).toEqual(['Admin', 'Manager', 'Collaborator', 'Viewer', 'Access steward']);
    expect(await names('?role-type=CUSTOM')).toEqual(['Access steward']);
    const principal = `principal-type=USER&principal-id=${encodeURIComponent(accountId('space-admin'))}`;
    expect(await names(`?${principal}`)).toEqual(['Admin']);
    expect(await names(`?space-id=${spaceId('DEV')}&${principal}`)).toEqual([]);
    const answer = await as(user('member')).get('/wiki/api/v2/space-roles?principal-type=USER');
    expect(answer).toMatchObject({ status: 400 });
    expect(await as(user('member')).get('/wiki/api/v2/space-roles?space-id=1')).toMatchObject({ status: 404 });
  });

  test('one role can be read', async () => {
    const { as, user } = inMode('ROLES');
    expect(await as(user('member')).get(`/wiki/api/v2/space-roles/${ADMIN_ROLE}`)).toMatchObject({
      body: { id: ADMIN_ROLE, type: 'SYSTEM', spacePermissions: expect.arrayContaining(['administer/space']) },
    });
    expect(await as(user('member')).get('/wiki/api/v2/space-roles/999')).toMatchObject({ status: 404 });
  });

  test('a space’s assignments can be narrowed to one role or principal', async () => {
    const { as, user, path, accountId } = inMode('ROLES');
    async function list(query: string) {
      const { body } = await as(user('member')).get(path(`role-assignments${query}`));
      return (body as Listed).results.map(({ principal, roleId }) => [principal.principalId, roleId]);
    }
    expect(await list(`?role-id=${ADMIN_ROLE}`)).toEqual([[accountId('space-admin'), ADMIN_ROLE]]);
    const id = encodeURIComponent(accountId('space-admin'));
    expect(await list(`?principal-type=USER&principal-id=${id}`)).toEqual([[accountId('space-admin'), ADMIN_ROLE]]);
    expect(await list('?role-type=CUSTOM')).toEqual([]);
  });
});
