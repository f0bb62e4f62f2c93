// What the audit trail says of customers: before each privileged call, in whose name, and never about whom by name.
import { beforeEach, describe, expect, it } from 'vitest';

import { OrganizationId } from '../../../src/shared/ids';
import { isPrivileged, openSandbox, valueOf, type World } from '../../support/integration';

const ACME = OrganizationId.parse('1');
const NEW = 'nadia.comer@acme.example';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
  world.advance(1000);
  await world.allowCustomers('PRIV');
  world.advance(1000);
});

async function create(email = NEW, handle = 'agent', project = 'SUP', organizationIds: OrganizationId[] = []) {
  return valueOf(
    await world.asAgent(handle, project, 'createCustomers', {
      people: [{ email, displayName: 'Nadia Comer' }],
      organizationIds,
    }),
  ).people;
}
function entriesOf(action: string) {
  return world.auditRows().filter((row) => row.action === action);
}
async function shown(payload: { projectId?: ReturnType<World['projectId']> } = {}) {
  return valueOf(await world.asJiraAdmin('jira-admin', 'readCustomerAudit', payload)).rows;
}

describe('an entry', () => {
  it('says who really asked, as whom it was done, the account and the domain, and on which road', async () => {
    await create(NEW, 'agent', 'SUP', [ACME]);
    const { accountId } = world.customer(NEW) ?? {};
    const who = { caller: world.id('agent'), projectId: world.projectId('SUP'), via: 'page', outcome: 'succeeded' };
    const rows = (await shown()).filter(({ action }) => action !== 'saveCustomerPolicy');
    expect(rows.toSorted((a, b) => a.action.localeCompare(b.action))).toMatchObject([
      { action: 'addToOrganization', ...who, organizationId: ACME, accountId },
      { action: 'addToProject', ...who, actedAs: world.id('site-admin'), accountId },
      { action: 'createCustomer', ...who, actedAs: world.id('site-admin'), accountId, domain: 'acme.example' },
      { action: 'findCustomer', ...who, actedAs: world.id('site-admin'), accountId, domain: 'acme.example' },
    ]);
    // By the agent’s own right: nobody else acted.
    expect(rows.find(({ action }) => action === 'addToOrganization')).not.toHaveProperty('actedAs');
  });

  it('is there before each privileged call is made, with all that is known by then', async () => {
    world.model.revokeAccess(world.groupId('jira-servicemanagement-users'), 'user-picker');
    const before: [string, unknown][] = [];
    world.onSite(async (request, identity, pass) => {
      if (isPrivileged({ identity } as never)) {
        const open = world.auditRows().filter(({ outcome }) => outcome === 'open');
        before.push([new URL(request.url).pathname, open.map(({ action }) => action)]);
      }
      return pass();
    });
    await create('ada@acme.example');
    expect(before).toEqual([
      ['/rest/servicedeskapi/customer', ['createCustomer']],
      ['/rest/api/3/user/search', ['findCustomer']],
      ['/rest/servicedeskapi/servicedesk/1/customer', ['addToProject']],
    ]);
    expect(entriesOf('createCustomer')).toMatchObject([{ outcome: 'unchanged', code: 'CONFLICT' }]);
    expect(entriesOf('findCustomer')).toMatchObject([{ outcome: 'succeeded', domain: 'acme.example' }]);
  });

  it('stands for a refusal too, once for each rule and hour, and names nobody', async () => {
    await world.savePolicy('SUP', { allowedDomains: ['globex.example'] });
    await create();
    await create('nadia.two@acme.example');
    const refusals = (await shown()).filter(({ outcome }) => outcome === 'refused');
    expect(refusals).toMatchObject([
      { action: 'createCustomer', code: 'DOMAIN_NOT_ALLOWED', count: 2, caller: world.id('agent') },
    ]);
    expect(Object.keys(refusals[0] ?? {})).not.toContain('domain');
  });

  it('is written when a Jira administrator changes what is allowed', async () => {
    const rows = (await shown()).filter(({ action }) => action === 'saveCustomerPolicy');
    expect(rows.map(({ projectId, caller }) => [projectId, caller])).toEqual([
      ['10011', world.id('site-admin')],
      ['10010', world.id('site-admin')],
    ]);
  });
});

describe('the audit page', () => {
  it('shows a Jira administrator all of it, or one project', async () => {
    await create();
    world.advance(1000);
    await create('nadia.private@globex.example', 'priv-agent', 'PRIV');
    function created(rows: Awaited<ReturnType<typeof shown>>) {
      return rows.filter(({ action }) => action === 'createCustomer').map(({ projectId }) => projectId);
    }
    expect(created(await shown())).toEqual(['10011', '10010']);
    expect(created(await shown({ projectId: world.projectId('SUP') }))).toEqual(['10010']);
    expect(new Set((await shown({ projectId: world.projectId('PRIV') })).map(({ projectId }) => projectId))).toEqual(
      new Set(['10011']),
    );
  });

  it('shows nothing of groups in Confluence', async () => {
    await world.createGroup('space-admin', 'DEMO', 'alpha');
    await create();
    expect((await shown()).map(({ action }) => action)).not.toContain('createGroup');
  });

  it('shows every entry once, page by page', async () => {
    await world.savePolicy('SUP', { dailyPerAgent: 100 });
    const people = Array.from({ length: 25 }, (_, index) => ({ email: `newcomer-${String(index)}@acme.example` }));
    valueOf(await world.asAgent('agent', 'SUP', 'createCustomers', { people, organizationIds: [] }));
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = valueOf(
        await world.asJiraAdmin('jira-admin', 'readCustomerAudit', before === undefined ? {} : { before }),
      );
      seen.push(...page.rows.map(({ id }) => id));
      before = page.next;
    } while (before !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    // Three for each person, and three saved policies.
    expect(seen).toHaveLength(25 * 3 + 3);
  });

  it('is part of the site’s whole audit in Confluence', async () => {
    await create();
    const { rows } = valueOf(await world.asGlobal('confluence-admin', 'readAudit', { filter: {} }));
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['createCustomer', 'addToProject', 'saveCustomerPolicy']),
    );
    const { rows: ofAgent } = valueOf(
      await world.asGlobal('confluence-admin', 'readAudit', { filter: { caller: world.id('agent') } }),
    );
    expect(new Set(ofAgent.map(({ action }) => action))).toEqual(
      new Set(['createCustomer', 'findCustomer', 'addToProject']),
    );
  });
});

describe('what is kept and logged', () => {
  it('holds no address, no name and no token, whatever happens', async () => {
    function strike(operationId: string, fault: object) {
      return world.faults.add({ on: 'rest', operationId, ...fault } as never);
    }
    await create();
    await create('nadia.comer@acme.example\r\nBcc: x@acme.example');
    strike('createCustomer', { drop: 'after' });
    await create('nadia.lost@acme.example');
    strike('createCustomer', { status: 418, body: { errorMessage: 'nadia.odd@acme.example' } });
    await create('nadia.odd@acme.example');
    strike('findUsers', { status: 200, body: [{ emailAddress: 7, displayName: 'Nadia Comer' }] });
    await create('nadia.nonsense@acme.example');
    const headers = { 'idempotency-key': 'nadia.comer@acme.example' };
    await world.api.post(
      'agent',
      { projectKey: 'SUP', email: 'nadia.script@acme.example', displayName: 'Nadia Script' },
      { headers },
    );
    await world.api.get('agent', 'projectKey=SUP&email=nadia.script@acme.example');
    world.onSite(async () => {
      throw new Error('nadia.broken@acme.example');
    });
    await world.asAgent('agent', 'SUP', 'createCustomers', {
      people: [{ email: 'nadia.broken@acme.example' }],
      organizationIds: [],
    });
    const kept = JSON.stringify([
      world.forge.kvs.dump(),
      world.forge.kvs.requests().map(({ body }) => body),
      world.forge.logs(),
    ]);
    expect(kept).not.toMatch(/nadia/i);
    expect(kept).toContain('acme.example');
    expect(world.forge.logs().length).toBeGreaterThan(3);
  });
});
