import { describe, expect, test } from 'vitest';

import { aWorld } from '../world';

const FORBIDDEN = /user does not have the relevant permissions/;

describe('who may change groups', () => {
  test.each(['confluence-admin', 'space-admin', 'member'])('%s may not: only site admins may', async (handle) => {
    const { as, basic, groupId, accountId } = aWorld();
    const client = as(basic(handle));
    const answers = [
      await client.createGroup('demo-readers'),
      await client.deleteGroup(groupId('demo-editors')),
      await client.addMember(groupId('demo-editors'), accountId('person-30')),
      await client.removeMember(groupId('demo-editors'), accountId('member')),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(body).toMatchObject({ statusCode: 403, message: expect.stringMatching(FORBIDDEN) });
    }
  });

  test('rights are looked at before the request is: a stranger learns nothing', async () => {
    const { as, basic } = aWorld();
    expect(await as(basic('member')).createGroup('')).toMatchObject({ status: 403 });
    expect(await as(basic('member')).deleteGroup('no-such-group')).toMatchObject({ status: 403 });
  });

  test('the app in its own name may not, even if its account is in the site admins', async () => {
    const { as, app, model, groupId, accountId } = aWorld();
    model.addMember(groupId('site-admins'), accountId('app'));
    expect(await as(app()).createGroup('demo-readers')).toMatchObject({ status: 403 });
  });

  test('the app on behalf of a site admin may', async () => {
    const { as, user, model } = aWorld();
    expect(await as(user('site-admin')).createGroup('demo-readers')).toMatchObject({ status: 201 });
    expect(model.group('demo-readers').members.size).toBe(0);
  });

  test('a site admin who loses the right loses it at once', async () => {
    const { as, user, model, groupId, accountId } = aWorld();
    model.removeMember(groupId('site-admins'), accountId('site-admin'));
    expect(await as(user('site-admin')).createGroup('demo-readers')).toMatchObject({ status: 403 });
  });

  test('whoever may manage groups by a role of their own needs no group for it', async () => {
    const { as, user, model, accountId } = aWorld();
    const [orgAdmin, id] = [as(user('org-admin')), accountId('org-admin')];
    const giving = [...model.groups.values()].filter(({ members }) => members.has(id)).map(({ name }) => name);
    expect(giving).toEqual(['confluence-users']);
    expect(await orgAdmin.createGroup('demo-readers')).toMatchObject({ status: 201 });
    model.setSiteAdmin(id, false);
    expect(await orgAdmin.createGroup('demo-writers')).toMatchObject({ status: 403 });
    model.setSiteAdmin(accountId('member'), true);
    expect(await as(user('member')).createGroup('demo-writers')).toMatchObject({ status: 201 });
  });

  test('a group that Confluence lists for site admins makes nobody one', async () => {
    const { as, user, groupId, accountId } = aWorld();
    const former = as(user('former-org-admin'));
    const { body } = await former.get('/wiki/rest/api/group?accessType=site-admin');
    expect((body as { results: { name: string }[] }).results.map(({ name }) => name)).toContain('org-admins');
    expect(await former.get(`/wiki/rest/api/user/memberof?accountId=${accountId('former-org-admin')}`)).toMatchObject({
      body: { results: [{ name: 'confluence-users' }, { name: 'org-admins' }] },
    });
    expect(await former.createGroup('demo-readers')).toMatchObject({ status: 403 });
    expect(await former.removeMember(groupId('demo-editors'), accountId('person-60'))).toMatchObject({ status: 403 });
  });

  test('a group that starts to give site administration makes its members site admins', async () => {
    const { as, user, model, groupId } = aWorld();
    model.grantAccess(groupId('demo-editors'), 'site-admin');
    expect(await as(user('member')).createGroup('demo-readers')).toMatchObject({ status: 201 });
  });
});

describe('creating a group', () => {
  test.each([
    ['blank', '   '],
    ['empty', ''],
    ['taken', 'demo-editors'],
    ['taken in another case', 'DEMO-Editors'],
    ['taken by a name with capitals', 'design guild'],
    ['padded', ' demo-readers'],
    ['too long', 'x'.repeat(256)],
  ])('is refused for a name that is %s', async (_, name) => {
    const { as, user } = aWorld();
    expect(await as(user('site-admin')).createGroup(name)).toMatchObject({ status: 400 });
  });

  test('takes a name of 255 characters', async () => {
    const { as, user } = aWorld();
    expect(await as(user('site-admin')).createGroup('x'.repeat(255))).toMatchObject({ status: 201 });
  });

  test('wants a JSON body that says it is one', async () => {
    const { send, basic } = aWorld();
    function request(headers: Record<string, string>, body: string) {
      return new Request('https://acme.example/wiki/rest/api/group', { method: 'POST', headers, body });
    }
    expect((await send(basic('site-admin'), request({}, '{"name":"a"}'))).status).toBe(415);
    expect((await send(basic('site-admin'), request({ 'content-type': 'application/json' }, '{'))).status).toBe(400);
  });
});

describe('deleting a group', () => {
  test('takes its permissions and roles in every space with it', async () => {
    const { as, user, model, groupId } = aWorld();
    const id = groupId('demo-editors');
    expect(await as(user('site-admin')).deleteGroup(id)).toMatchObject({ status: 204, body: '' });
    const spaces = [...model.spaces.values()];
    expect(spaces.flatMap(({ permissions }) => permissions).filter(({ principal }) => principal.id === id)).toEqual([]);
    expect(spaces.flatMap(({ assignments }) => assignments).filter((one) => one.principalId === id)).toEqual([]);
    expect(await as(user('site-admin')).deleteGroup(id)).toMatchObject({ status: 404 });
  });
});

describe('membership', () => {
  test('adding answers 201 without a body, adding again 400', async () => {
    const { as, user, groupId, accountId } = aWorld();
    const admin = as(user('site-admin'));
    async function add() {
      return admin.addMember(groupId('demo-editors'), accountId('person-30'));
    }
    expect(await add()).toMatchObject({ status: 201, body: '' });
    expect(await add()).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('User is already a member') },
    });
  });

  test('removing answers 204, whether or not there was anything to remove', async () => {
    const { as, user, model, groupId, accountId } = aWorld();
    const admin = as(user('site-admin'));
    expect(await admin.removeMember(groupId('demo-editors'), accountId('member'))).toMatchObject({ status: 204 });
    expect(model.group('demo-editors').members).not.toContain(accountId('member'));
    expect(await admin.removeMember(groupId('demo-editors'), accountId('member'))).toMatchObject({ status: 204 });
  });

  test('an unknown account or group is 404', async () => {
    const { as, user, groupId, accountId } = aWorld();
    const admin = as(user('site-admin'));
    expect(await admin.addMember(groupId('demo-editors'), 'nobody')).toMatchObject({ status: 404 });
    expect(await admin.removeMember(groupId('demo-editors'), 'nobody')).toMatchObject({ status: 404 });
    expect(await admin.addMember('nothing', accountId('member'))).toMatchObject({ status: 404 });
    expect(await admin.removeMember('nothing', accountId('member'))).toMatchObject({ status: 404 });
  });

  test.each(['app', 'customer', 'deactivated'])('the account of %s cannot join a group', async (handle) => {
    const { as, user, groupId, accountId } = aWorld();
    const answer = await as(user('site-admin')).addMember(groupId('demo-editors'), accountId(handle));
    expect(answer).toMatchObject({ status: 400 });
  });

  test('someone without access to Confluence can join a group', async () => {
    const { as, user, groupId, accountId } = aWorld();
    const answer = await as(user('site-admin')).addMember(groupId('demo-editors'), accountId('no-access'));
    expect(answer).toMatchObject({ status: 201 });
  });
});

test.each([
  ['scim-finance', 'identity provider'],
  ['Design Guild', 'team'],
])('%s is not the site admins’ to change: its %s is in charge', async (name, owner) => {
  const { as, user, groupId, accountId } = aWorld();
  const admin = as(user('site-admin'));
  const id = groupId(name);
  const refused = { status: 403, body: { message: expect.stringContaining(owner) } };
  expect(await admin.addMember(id, accountId('member'))).toMatchObject(refused);
  expect(await admin.removeMember(id, accountId('person-01'))).toMatchObject(refused);
  expect(await admin.deleteGroup(id)).toMatchObject(refused);
});

test('a group that a directory takes over stops taking changes', async () => {
  const { as, user, model, groupId, accountId } = aWorld();
  for (const managedBy of ['EXTERNAL', 'TEAM_MEMBERS', 'OPEN'] as const) {
    model.setManagedBy(groupId('demo-editors'), managedBy);
    const answer = await as(user('site-admin')).addMember(groupId('demo-editors'), accountId('person-30'));
    expect(answer).toMatchObject({ status: 403 });
  }
});
