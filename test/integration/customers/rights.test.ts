// Who may, and on which sites: rights that are missing on one side and there on the other, and sites without Jira.
import { beforeEach, describe, expect, it } from 'vitest';

import type { Result } from '../../../src/shared/result';
import { errorOf, isWrite, openSandbox, valueOf, type NotLetIn, type World } from '../../support/integration';

const NEW = 'nadia.comer@acme.example';

async function ask(world: World, handle = 'agent', project = 'SUP') {
  return world.asAgent(handle, project, 'createCustomers', {
    people: [{ email: NEW, displayName: 'Nadia Comer' }],
    organizationIds: [],
  });
}
async function open(world: World) {
  return valueOf(await world.asAgent('agent', 'SUP', 'openCustomers', {}));
}
async function settings(world: World) {
  return valueOf(await world.asJiraAdmin('jira-admin', 'openCustomerSettings', {}));
}

describe('a privileged user', () => {
  let world: World;
  beforeEach(async () => {
    world = await openSandbox();
    await world.configure();
    await world.allowCustomers('SUP');
  });

  it('who is no Jira administrator: both pages say so, nothing is created, and groups in Confluence still work', async () => {
    world.model.revokeAccess(world.groupId('site-admins'), 'jira-admin');
    valueOf(await world.asJiraAdmin('jira-admin', 'checkJiraRight', {}));
    expect((await settings(world)).right).toMatchObject({ name: 'lacksRight', accountId: world.id('site-admin') });
    expect(await open(world)).toMatchObject({ off: 'jiraRight', organizations: [] });
    world.site.clearRequests();
    expect(errorOf(await ask(world))).toEqual({ code: 'FORBIDDEN', reason: 'JIRA_RIGHT_MISSING' });
    expect(world.privilegedCalls()).toEqual([]);
    valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }));
  });

  it('who lost the right since somebody looked: refused by Jira, then known, and back after a new look', async () => {
    world.model.revokeAccess(world.groupId('site-admins'), 'jira-admin');
    world.advance(61_000);
    expect(valueOf(await ask(world)).people).toMatchObject([
      { account: { outcome: 'failed', code: 'ATLASSIAN_REFUSED' } },
    ]);
    expect(await open(world)).toMatchObject({ off: 'jiraRight' });
    world.model.grantAccess(world.groupId('site-admins'), 'jira-admin');
    expect(errorOf(await ask(world))).toMatchObject({ reason: 'JIRA_RIGHT_MISSING' });
    expect(valueOf(await world.asJiraAdmin('jira-admin', 'checkJiraRight', {}))).toMatchObject({ name: 'works' });
    expect(valueOf(await ask(world)).people).toMatchObject([{ account: { outcome: 'created' } }]);
  });

  it('who is no site admin any more: customers still work, groups do not', async () => {
    world.model.revokeAccess(world.groupId('site-admins'), 'site-admin');
    expect(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' })).toMatchObject({ ok: false });
    expect(valueOf(await ask(world)).people).toMatchObject([{ account: { outcome: 'created' } }]);
  });

  it('who may not use Jira at all', async () => {
    for (const access of ['jira-admin', 'jira-agent', 'jira-user'] as const) {
      world.model.revokeAccess(world.groupId('site-admins'), access);
    }
    valueOf(await world.asJiraAdmin('jira-admin', 'checkJiraRight', {}));
    expect((await settings(world)).right.name).toBe('noJiraAccess');
    expect(errorOf(await ask(world))).toMatchObject({ reason: 'JIRA_RIGHT_MISSING' });
  });

  it('who was deactivated', async () => {
    world.model.setStatus(world.id('site-admin'), 'inactive');
    expect(valueOf(await ask(world)).people).toMatchObject([
      { account: { outcome: 'failed', code: 'PRIVILEGED_USER_UNAVAILABLE' } },
    ]);
    expect(world.customer(NEW)).toBeUndefined();
  });
});

describe('no privileged user', () => {
  it('is said on both pages, and nothing is asked about anybody', async () => {
    const world = await openSandbox();
    await world.allowCustomers('SUP');
    expect(await open(world)).toMatchObject({ off: 'privilegedUser' });
    expect((await settings(world)).right.name).toBe('unavailable');
    world.site.clearRequests();
    expect(errorOf(await ask(world))).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE' });
    const asked = world.requests().map(({ operationId }) => String(operationId));
    expect(asked.toSorted()).toEqual(['getMyPermissions', 'getServiceDeskById']);
  });
});

describe('a person who is no agent of the project', () => {
  let world: World;
  beforeEach(async () => {
    world = await openSandbox();
    await world.configure();
    await world.allowCustomers('SUP');
  });
  /** Why it was refused, after it made sure that nothing happened. */
  async function refusalOf(answer: Promise<Result<unknown> | NotLetIn>): Promise<unknown> {
    const before = world.snapshot().site;
    const refused = await answer;
    expect(world.privilegedCalls()).toEqual([]);
    expect(world.requests().filter(isWrite)).toEqual([]);
    expect(world.snapshot().site).toEqual(before);
    return refused.ok ? refused : 'reason' in refused.error && refused.error.reason;
  }

  it.each(['priv-agent', 'developer', 'jira-admin'])('%s', async (handle) => {
    expect(await refusalOf(ask(world, handle))).toBe('NOT_AGENT');
  });

  it('a portal customer is not even let in', async () => {
    expect(await ask(world, 'acme-customer')).toMatchObject({ ok: false, error: { code: 'INVOCATION_REFUSED' } });
    expect(world.requests()).toEqual([]);
  });

  it('an agent whose licence was taken away', async () => {
    world.model.removeMember(world.groupId('jira-servicemanagement-users'), world.id('agent'));
    world.model.addMember(world.groupId('jira-software-users'), world.id('agent'));
    expect(await refusalOf(ask(world))).toBe('NOT_AGENT');
  });

  it('an agent who was taken out of the project', async () => {
    world.model.removeFromProject('SUP', 'agents', world.id('agent'));
    expect(await refusalOf(ask(world))).toBe('NOT_AGENT');
  });

  const payload = { people: [{ email: NEW }], organizationIds: [] };
  const claims: [string, unknown][] = [
    ['the own project’s id with another key', { id: '10011', key: 'SUP' }],
    ['another project’s id with the own key', { id: '10010', key: 'PRIV' }],
    ['a key that is a path', { id: '10010', key: 'PRIV/../SUP' }],
    ['a key with a prefix', { id: '10010', key: 'projectKey:SUP' }],
    ['a key in small letters', { id: '10010', key: 'sup' }],
    ['a list of keys', { id: '10010', key: ['PRIV', 'SUP'] }],
    ['an id alone', { id: '10010' }],
    ['no project', undefined],
    ['a software project', { id: '10012', key: 'DEVP' }],
  ];
  it.each(claims)('a forged project: %s', async (_name, project) => {
    const context = { extension: { type: 'jiraServiceManagement:queuePage', project } };
    expect(await refusalOf(world.call('customers', 'createCustomers', payload, 'priv-agent', context))).toBe(
      'NOT_AGENT',
    );
  });

  it('an agent of the project whose page names another id', async () => {
    const context = { extension: { project: { id: '10011', key: 'SUP' } } };
    expect(await refusalOf(world.call('customers', 'createCustomers', payload, 'agent', context))).toBe('NOT_AGENT');
  });
});

describe('a site without Jira', () => {
  it('keeps groups in Confluence as they are, and has no modules in Jira', async () => {
    const world = await openSandbox({}, { jira: 'absent' });
    await world.configure();
    valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
    const { groupId } = valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }));
    const accountIds = [world.id('person-01')];
    valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    for (const key of ['daily-health-check', 'hourly-audit-settling', 'weekly-personal-data'])
      await world.runScheduled(key);
    expect(world.requests().filter(({ path }) => path.startsWith('/rest/'))).toEqual([]);
    await expect(ask(world)).rejects.toThrow(/customers/);
    await expect(settings(world)).rejects.toThrow(/customer-settings/);
    expect((await world.api.post('agent', { projectKey: 'SUP', email: NEW })).status).toBe(404);
  });
});
