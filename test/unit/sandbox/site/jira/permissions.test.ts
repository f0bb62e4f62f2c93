import { describe, expect, test } from 'vitest';

import { aWorld } from '../world';

const MINE = '/rest/api/3/mypermissions';
const CHECK = '/rest/api/3/permissions/check';
const KEYS = [
  'ADMINISTER',
  'USER_PICKER',
  'ADMINISTER_PROJECTS',
  'SERVICEDESK_AGENT',
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'ADD_COMMENTS',
];
const WORK = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'ADD_COMMENTS'];

function askerFor(handle: string) {
  const world = aWorld();
  const { get, post } = world.as(world.user(handle));
  async function held(context: string): Promise<string[]> {
    const { body } = await get(`${MINE}?permissions=${KEYS.join(',')}${context}`);
    const { permissions } = body as { permissions: Record<string, { havePermission: boolean }> };
    return KEYS.filter((key) => permissions[key]?.havePermission);
  }
  return { ...world, get, post, held };
}

describe('one’s own permissions', () => {
  test.each([
    ['agent', '&projectKey=SUP', ['USER_PICKER', 'SERVICEDESK_AGENT', ...WORK]],
    ['agent', '', ['USER_PICKER', 'SERVICEDESK_AGENT', ...WORK]],
    ['agent', '&issueKey=SUP-1', ['USER_PICKER', 'SERVICEDESK_AGENT', ...WORK]],
    ['site-admin', '&projectId=10011', KEYS],
    ['jira-admin', '', ['ADMINISTER', 'USER_PICKER']],
    ['developer', '&projectKey=DEVP', ['USER_PICKER', 'ADMINISTER_PROJECTS', ...WORK]],
    ['app', '&projectKey=PRIV', WORK],
  ])('%s with "%s" holds %j', async (handle, context, expected) => {
    expect(await askerFor(handle).held(context)).toEqual(expected);
  });

  test.each(['&projectKey=PRIV', '&projectId=10011', '&issueKey=PRIV-1', '&issueId=10102', '&projectKey=NONE'])(
    'an agent of SUP is told of no %s',
    async (context) => {
      const { get } = askerFor('agent');
      expect(await get(`${MINE}?permissions=ADMINISTER${context}`)).toMatchObject({
        status: 404,
        body: { errorMessages: [expect.any(String)], errors: {} },
      });
    },
  );

  test('must be named, and exist', async () => {
    const { get } = askerFor('agent');
    expect(await get(MINE)).toMatchObject({ status: 400 });
    expect(await get(`${MINE}?permissions=FLY`)).toMatchObject({
      status: 400,
      body: { errorMessages: [], errors: { FLY: 'Unrecognized permission' } },
    });
    expect(await get(`${MINE}?permissions=EDIT_ISSUES`)).toMatchObject({ status: 501 });
  });

  test('end with the licence, the role, the administration', async () => {
    const { model, held, groupId, accountId } = askerFor('agent');
    model.addToProject('PRIV', 'agents', groupId('support-team'));
    expect(await held('&projectKey=PRIV')).toContain('SERVICEDESK_AGENT');
    model.deleteGroup(groupId('support-team'));
    expect(model.project('PRIV').roles.agents.size).toBe(2);
    model.removeMember(groupId('jira-servicemanagement-users'), accountId('agent'));
    model.addMember(groupId('jira-software-users'), accountId('agent'));
    expect(await held('&projectKey=SUP')).toEqual(['USER_PICKER', ...WORK]);
  });
});

describe('permissions of many', () => {
  const projectPermissions = [
    { permissions: ['SERVICEDESK_AGENT'], projects: [10_010, 10_011, 1], issues: [10_101, 10_102] },
  ];

  test('are told with the projects and issues where they are held', async () => {
    const { post } = askerFor('agent');
    expect(
      await post(CHECK, { globalPermissions: ['ADMINISTER', 'USER_PICKER', null], projectPermissions }),
    ).toMatchObject({
      status: 200,
      body: {
        globalPermissions: ['USER_PICKER'],
        projectPermissions: [{ permission: 'SERVICEDESK_AGENT', projects: [10_010], issues: [10_101] }],
      },
    });
  });

  test('are told of others to Jira administrators alone', async () => {
    const { as, user, app, accountId } = aWorld();
    const body = { accountId: accountId('agent'), projectPermissions };
    expect(await as(user('jira-admin')).post(CHECK, body)).toMatchObject({
      status: 200,
      body: { projectPermissions: [{ projects: [10_010] }] },
    });
    for (const identity of [user('priv-agent'), app()]) {
      expect(await as(identity).post(CHECK, body)).toMatchObject({
        status: 403,
        body: { errorMessages: ['Only Jira administrators can perform this operation.'] },
      });
    }
    expect(await as(user('agent')).post(CHECK, body)).toMatchObject({ status: 200 });
    expect(await as(user('jira-admin')).post(CHECK, { accountId: 'nobody' })).toMatchObject({ status: 400 });
  });

  test.each([
    { globalPermissions: ['FLY'] },
    { globalPermissions: ['BROWSE_PROJECTS'] },
    { projectPermissions: [{ permissions: ['ADMINISTER'], projects: [10_010] }] },
    { projectPermissions: [{ permissions: [''], projects: [10_010] }] },
    { projectPermissions: [{ permissions: ['ADD_COMMENTS'], issues: Array.from({ length: 1001 }, () => 1) }] },
  ])('refuses %j', async (body) => {
    expect(await askerFor('agent').post(CHECK, body)).toMatchObject({ status: 400 });
  });
});
