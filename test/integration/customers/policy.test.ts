// What a Jira administrator allows in a service project, rule by rule, held against the site.
import { beforeEach, describe, expect, it } from 'vitest';

import { GroupId, OrganizationId } from '../../../src/shared/ids';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

const ACME = OrganizationId.parse('1');
const GLOBEX = OrganizationId.parse('2');
const NEW = 'nadia.comer@acme.example';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function ask(emails: string[], organizationIds: OrganizationId[] = [], handle = 'agent', project = 'SUP') {
  const people = emails.map((email) => ({ email, displayName: 'Nadia Comer' }));
  return world.asAgent(handle, project, 'createCustomers', { people, organizationIds });
}
async function accounts(...emails: string[]) {
  return valueOf(await ask(emails)).people.map(({ account }) => account);
}
async function inOrder(emails: string[]) {
  return (await accounts(...emails)).map((it) => ('rule' in it ? it.rule : it.outcome));
}
function nothingWritten() {
  return expect(world.requests().filter(isWrite)).toEqual([]);
}

describe('a project where customers are off', () => {
  it('is closed to its agents, and says so before anybody types', async () => {
    await world.savePolicy('SUP', { enabled: false });
    expect(errorOf(await ask([NEW]))).toEqual({ code: 'FORBIDDEN', reason: 'CUSTOMERS_OFF' });
    expect(valueOf(await world.asAgent('agent', 'SUP', 'openCustomers', {}))).toMatchObject({ off: 'off' });
    expect(world.privilegedCalls()).toEqual([]);
    nothingWritten();
  });

  it('is what each project is until somebody switches it on', async () => {
    expect(errorOf(await ask([NEW], [], 'priv-agent', 'PRIV'))).toMatchObject({ reason: 'CUSTOMERS_OFF' });
    expect(world.privilegedCalls()).toEqual([]);
  });
});

describe('who may create', () => {
  async function onlyGroup(name: string) {
    const groups = [{ groupId: GroupId.parse(world.model.group(name).id), name }];
    await world.savePolicy('SUP', { creators: { kind: 'groups', groups } });
  }

  it('agents in a named group', async () => {
    await onlyGroup('support-team');
    expect(await accounts(NEW)).toMatchObject([{ outcome: 'created' }]);
  });

  it('no other agent, also if they were in the group a moment ago', async () => {
    await onlyGroup('support-team');
    world.model.removeMember(world.groupId('support-team'), world.id('agent'));
    expect(errorOf(await ask([NEW]))).toMatchObject({ reason: 'NOT_IN_CUSTOMER_GROUP' });
    expect(valueOf(await world.asAgent('agent', 'SUP', 'openCustomers', {}))).toMatchObject({ off: 'notInGroup' });
    nothingWritten();
  });

  it('nobody by a group of the same name that is another one', async () => {
    await onlyGroup('support-team');
    world.model.deleteGroup(world.groupId('support-team'));
    world.model.addMember(world.model.addGroup('support-team'), world.id('agent'));
    expect(errorOf(await ask([NEW]))).toMatchObject({ reason: 'NOT_IN_CUSTOMER_GROUP' });
  });
});

describe('domains', () => {
  async function domains(allowedDomains: string[], deniedDomains: string[] = []) {
    return world.savePolicy('SUP', { allowedDomains, deniedDomains });
  }

  it('on the list only; what is below a domain only by a star', async () => {
    await domains(['acme.example', '*.globex.example']);
    const emails = [
      'a.person@ACME.example',
      'b.person@sub.acme.example',
      'c.person@eu.globex.example',
      'd.person@globex.example',
    ];
    expect(await inOrder(emails)).toEqual(['created', 'DOMAIN_NOT_ALLOWED', 'created', 'DOMAIN_NOT_ALLOWED']);
  });

  it('denied ones, whatever is allowed', async () => {
    await domains(['acme.example'], ['acme.example']);
    expect(await inOrder([NEW])).toEqual(['DOMAIN_DENIED']);
    nothingWritten();
  });

  it('by no trick of writing', async () => {
    await domains(['acme.example']);
    const emails = [
      'trick.one@acme.example.evil.example',
      'trick.two@evilacme.example',
      'trick.three@acme.example@evil.example',
      'trick.four@evil.example#@acme.example',
      'trick.five@evil.example?@acme.example',
      '"trick.six@evil.example,"@acme.example',
      'trick.seven@acme.example.',
      'trick.eight@асme.example',
      'trick.nine@acme。example',
    ];
    const outcomes = await inOrder(emails);
    expect(outcomes.filter((outcome) => outcome === 'created')).toEqual([]);
    const made = [...world.model.accounts.values()].filter(({ email }) => email.startsWith('trick.'));
    expect(made).toEqual([]);
  });

  it('international ones in the form of DNS, in the rule and in what reaches Jira', async () => {
    await domains(['bücher.example']);
    const bodies: unknown[] = [];
    world.onSite(async (request, _identity, pass) => {
      if (request.url.includes('/servicedeskapi/customer')) bodies.push(await request.clone().json());
      return pass();
    });
    expect(await inOrder(['nadia.comer@BÜCHER.example', 'nadia.two@xn--bcher-kva.example'])).toEqual([
      'created',
      'created',
    ]);
    expect(bodies).toEqual([
      { email: 'nadia.comer@xn--bcher-kva.example', displayName: 'Nadia Comer' },
      { email: 'nadia.two@xn--bcher-kva.example', displayName: 'Nadia Comer' },
    ]);
  });
});

describe('organizations', () => {
  async function only(organizations: Parameters<World['savePolicy']>[1]['organizations']) {
    return world.savePolicy('SUP', { ...(organizations && { organizations }) });
  }
  async function organizationOf(id: OrganizationId) {
    return valueOf(await ask([NEW], [id])).people[0];
  }
  const REFUSED = { account: { outcome: 'notAllowed', rule: 'ORGANIZATION_NOT_ALLOWED' } };

  it('none', async () => {
    await only({ kind: 'none' });
    expect(await organizationOf(ACME)).toMatchObject(REFUSED);
    nothingWritten();
  });

  it('those of the project, and no other', async () => {
    expect(await organizationOf(GLOBEX)).toMatchObject(REFUSED);
    nothingWritten();
    expect(await organizationOf(ACME)).toMatchObject({ organizations: [{ organizationId: ACME, outcome: 'added' }] });
  });

  it('those on a list, and no other', async () => {
    await only({ kind: 'listed', organizations: [{ organizationId: GLOBEX, name: 'Globex' }] });
    expect(await organizationOf(ACME)).toMatchObject(REFUSED);
    expect(await organizationOf(GLOBEX)).toMatchObject({ organizations: [{ outcome: 'added' }] });
    expect(world.model.organization('Globex').members).toContain(world.customer(NEW)?.accountId);
  });
});

describe('the place in the project', () => {
  function customers() {
    return world.model.project('SUP').serviceDesk?.customers;
  }

  it('is given', async () => {
    expect(valueOf(await ask([NEW])).people).toMatchObject([{ project: 'added' }]);
    expect(customers()).toContain(world.customer(NEW)?.accountId);
  });

  it('is not given where the policy says no', async () => {
    await world.savePolicy('SUP', { addToProject: false });
    expect(valueOf(await ask([NEW])).people).toMatchObject([{ account: { outcome: 'created' }, project: 'notWanted' }]);
    expect(customers()).not.toContain(world.customer(NEW)?.accountId);
  });
});

describe('people who have an Atlassian account', () => {
  function emailOf(handle: string) {
    return world.model.accountOf(handle).email;
  }

  it('stay as they are where the policy says no, and no account is made', async () => {
    expect(await accounts(emailOf('developer'))).toEqual([
      { outcome: 'notAllowed', rule: 'EXISTING_ACCOUNT_NOT_ALLOWED' },
    ]);
    nothingWritten();
  });

  it('become customers where the policy says yes', async () => {
    await world.savePolicy('SUP', { existingAccounts: true });
    expect(valueOf(await ask([emailOf('developer')])).people).toMatchObject([
      { account: { outcome: 'existed', accountId: world.id('developer'), kind: 'atlassian' }, project: 'added' },
    ]);
    expect(world.model.project('SUP').serviceDesk?.customers).toContain(world.id('developer'));
  });

  it('portal-only customers of another project are added to this one, under either rule', async () => {
    expect(await accounts(emailOf('globex-customer'))).toMatchObject([
      { outcome: 'existed', accountId: world.id('globex-customer'), kind: 'customer' },
    ]);
  });
});

describe('a policy', () => {
  it('that was changed meanwhile is not written over', async () => {
    const payload = { projectId: world.projectId('SUP') };
    const { policy, version } = valueOf(await world.asJiraAdmin('site-admin', 'readCustomerPolicy', payload));
    await world.savePolicy('SUP', { dailyPerAgent: 7 });
    const second = await world.asJiraAdmin('site-admin', 'saveCustomerPolicy', { ...payload, policy, version });
    expect(errorOf(second)).toMatchObject({ code: 'CONFLICT' });
  });

  it('refuses lines that no domain has, by their number', async () => {
    const payload = { projectId: world.projectId('SUP') };
    const { policy, version } = valueOf(await world.asJiraAdmin('site-admin', 'readCustomerPolicy', payload));
    const deniedDomains = ['good.example', '-bad-.example'];
    const saved = await world.asJiraAdmin('site-admin', 'saveCustomerPolicy', {
      ...payload,
      policy: { ...policy, deniedDomains },
      version,
    });
    expect(errorOf(saved)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'policy.deniedDomains.1' }] });
  });

  it('of a project that the Jira administrator can’t see is none of their business', async () => {
    const payload = { projectId: world.projectId('SUP') };
    expect(errorOf(await world.asJiraAdmin('jira-admin', 'readCustomerPolicy', payload))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
