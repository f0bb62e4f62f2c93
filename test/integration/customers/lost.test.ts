// Answers of Jira that are lost, odd or refused on the way to a customer, and what is told then.
import { beforeEach, describe, expect, it } from 'vitest';

import { OrganizationId } from '../../../src/shared/ids';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

const ACME = OrganizationId.parse('1');
const NEW = 'nadia.comer@acme.example';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function ask(email = NEW, organizationIds = [ACME]) {
  return world.asAgent('agent', 'SUP', 'createCustomers', {
    people: [{ email, displayName: 'Nadia Comer' }],
    organizationIds,
  });
}
async function create(email = NEW, organizationIds = [ACME]) {
  const [result] = valueOf(await ask(email, organizationIds)).people;
  if (result === undefined) throw new Error('No result');
  return result;
}
function outcomeOf(action: string) {
  return world.auditRows().findLast((row) => row.action === action)?.['outcome'];
}
function count(email: string) {
  return [...world.model.accounts.values()].filter((one) => one.email === email).length;
}
function blindAgent() {
  // What lets somebody find people in Jira is a right of its own.
  return world.model.revokeAccess(world.groupId('jira-servicemanagement-users'), 'user-picker');
}
type Fault = Parameters<World['faults']['add']>[0];
function strike(operationId: string, fault: object) {
  return world.faults.add({ on: 'rest', operationId, ...fault } as Fault);
}

describe('an account that the agent can’t see', () => {
  it('is found by the privileged user after Jira’s 409', async () => {
    blindAgent();
    expect(await create('ada@acme.example')).toMatchObject({
      account: { outcome: 'existed', accountId: world.id('acme-customer'), kind: 'customer' },
      project: 'alreadyThere',
    });
    expect(outcomeOf('findCustomer')).toBe('succeeded');
  });

  it('is found as well on a site that answers 400 in its place', async () => {
    blindAgent();
    strike('createCustomer', {
      status: 400,
      body: { errorMessage: 'An account already exists for this email address.' },
    });
    expect(await create('ada@acme.example')).toMatchObject({
      account: { outcome: 'existed', accountId: world.id('acme-customer') },
    });
  });

  it('a 400 for an address that nobody has is an address that Jira does not take', async () => {
    strike('createCustomer', { status: 400 });
    expect(await create()).toMatchObject({ account: { outcome: 'emailRejected' }, project: 'notTried' });
  });

  it('is not named if the policy does not take it', async () => {
    blindAgent();
    const { account } = await create(world.model.accountOf('developer').email);
    expect(account).toEqual({ outcome: 'notAllowed', rule: 'EXISTING_ACCOUNT_NOT_ALLOWED' });
  });

  it('and whom the privileged user does not see either: said so, and nothing else is done', async () => {
    world.model.setStatus(world.id('lone-customer'), 'inactive');
    expect(await create('lena@freelance.example')).toMatchObject({
      account: { outcome: 'existsNotVisible' },
      project: 'notTried',
      organizations: [{ outcome: 'notTried' }],
    });
    expect(
      world
        .requests()
        .filter(isWrite)
        .map(({ operationId }) => operationId),
    ).toEqual(['createCustomer']);
  });
});

describe('the answer to createCustomer is lost', () => {
  it('after Jira did it: the account is found, and made a customer', async () => {
    strike('createCustomer', { drop: 'after' });
    expect(await create()).toMatchObject({
      account: { outcome: 'thereNow' },
      project: 'added',
      organizations: [{ outcome: 'added' }],
    });
    expect(count(NEW)).toBe(1);
    // Nobody knows who created what was found; the look at it is on record by itself.
    expect([outcomeOf('createCustomer'), outcomeOf('findCustomer')]).toEqual(['open', 'succeeded']);
  });

  it('before Jira did it: not known, not repeated by itself; the second request does it', async () => {
    strike('createCustomer', { drop: 'before' });
    expect(await create()).toMatchObject({ account: { outcome: 'unknown' }, project: 'notTried' });
    expect(count(NEW)).toBe(0);
    expect(outcomeOf('createCustomer')).toBe('open');
    expect(await create()).toMatchObject({ account: { outcome: 'created' } });
    expect(count(NEW)).toBe(1);
  });

  it('and the hourly run says that nobody knows', async () => {
    strike('createCustomer', { drop: 'before' });
    await create();
    world.advance(3_600_000);
    await world.runScheduled('hourly-audit-settling');
    expect(outcomeOf('createCustomer')).toBe('unknown');
  });

  it('an answer without an account that anybody sees', async () => {
    strike('createCustomer', { status: 201, body: { displayName: 'Nadia Comer' } });
    expect(await create()).toMatchObject({ account: { outcome: 'createdNotFound' }, project: 'notTried' });
  });
});

describe('a later step', () => {
  it.each(['before', 'after'])(
    'whose answer is lost (%s) leaves what was done told; the second request does it',
    async (drop) => {
      strike('addCustomers', { drop });
      strike('addUsersToOrganization', { drop });
      expect(await create()).toMatchObject({
        account: { outcome: 'thereNow' },
        project: 'unknown',
        organizations: [{ outcome: 'unknown' }],
      });
      const outcome = drop === 'after' ? 'alreadyThere' : 'added';
      expect(await create()).toMatchObject({
        account: { outcome: 'existed' },
        project: outcome,
        organizations: [{ outcome }],
      });
      expect(world.model.organization('Acme').members).toContain(world.customer(NEW)?.accountId);
    },
  );

  it('that the site keeps to Jira administrators is refused to the agent, who acts there as themselves', async () => {
    world.model.setOrganizationsByAdminsOnly(true);
    expect(await create()).toMatchObject({
      account: { outcome: 'thereNow' },
      project: 'added',
      organizations: [{ organizationId: ACME, outcome: 'refused' }],
    });
    expect(outcomeOf('addToOrganization')).toBe('failed');
  });

  it('that the privileged user may not do is told as refused', async () => {
    world.model.removeFromProject('SUP', 'administrators', world.id('site-admin'));
    expect(await create()).toMatchObject({
      account: { outcome: 'thereNow' },
      project: 'refused',
      organizations: [{ outcome: 'added' }],
    });
  });

  it('in an organization that is gone is told as not found', async () => {
    await world.savePolicy('SUP', {
      organizations: { kind: 'listed', organizations: [{ organizationId: ACME, name: 'Acme' }] },
    });
    world.model.jira.organizations.delete('1');
    expect(await create()).toMatchObject({
      account: { outcome: 'thereNow' },
      organizations: [{ outcome: 'notFound' }],
    });
  });
});

describe('asking again', () => {
  it('changes nothing', async () => {
    const first = await create();
    const before = world.snapshot().site;
    const second = await create();
    expect(second).toEqual({
      account: { ...first.account, outcome: 'existed' },
      project: 'alreadyThere',
      organizations: [{ organizationId: ACME, outcome: 'alreadyThere' }],
    });
    expect(world.snapshot().site).toEqual(before);
    const { quota } = valueOf(await world.asAgent('agent', 'SUP', 'openCustomers', {}));
    expect(quota.usedToday).toBe(1);
  });

  it('in one request, also in other letters, makes one account', async () => {
    const people = [NEW, NEW.toUpperCase(), ` ${NEW} `].map((email) => ({ email, displayName: 'Nadia Comer' }));
    const results = valueOf(
      await world.asAgent('agent', 'SUP', 'createCustomers', { people, organizationIds: [] }),
    ).people;
    const ids = results.map(({ account }) => ('accountId' in account ? account.accountId : account.outcome));
    expect(new Set(ids).size).toBe(1);
    const made = [...world.model.accounts.values()].filter(({ email }) => email.toLowerCase() === NEW);
    expect(made).toHaveLength(1);
  });
});

describe('Jira that does not work', () => {
  it.each([
    [
      'asks to wait',
      { status: 429, headers: { 'retry-after': '120' } },
      { outcome: 'failed', code: 'RATE_LIMITED', retryAfterSeconds: 120 },
    ],
    ['is limited by its gateway', { preset: 'gateway-limit' }, { outcome: 'failed', code: 'RATE_LIMITED' }],
    ['is down', { status: 503 }, { outcome: 'unknown' }],
    ['refuses', { status: 403 }, { outcome: 'failed', code: 'ATLASSIAN_REFUSED' }],
    ['answers nonsense', { status: 418 }, { outcome: 'failed', code: 'UPSTREAM_CONTRACT' }],
  ])('%s when it should create: a typed result', async (_name, fault, account) => {
    strike('createCustomer', { ...fault, times: 9 });
    const result = await create();
    expect(result).toMatchObject({ account, project: 'notTried', organizations: [{ outcome: 'notTried' }] });
    expect(count(NEW)).toBe(0);
  });

  it('and is down when it is asked for the person: nothing is created', async () => {
    strike('findUsers', { status: 503, times: 9 });
    expect(await create()).toMatchObject({ account: { outcome: 'failed', code: 'UPSTREAM_UNAVAILABLE' } });
    expect(world.requests().filter(isWrite)).toEqual([]);
  });

  it('and is down when it is asked who the caller is: nobody is let in', async () => {
    strike('getMyPermissions', { status: 503, times: 9 });
    expect(errorOf(await ask())).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(world.requests().filter(isWrite)).toEqual([]);
  });

  it('so slowly that time runs out: the rest is not tried, and asking again does it', async () => {
    world.faults.add({ on: 'rest', operationId: 'createCustomer', delayMs: 8000, times: 10 });
    const people = Array.from({ length: 25 }, (_, index) => ({ email: `slow-${String(index)}@acme.example` }));
    async function again() {
      return valueOf(
        await world.asAgent('agent', 'SUP', 'createCustomers', { people, organizationIds: [] }),
      ).people.map(({ account }) => account.outcome);
    }
    await world.savePolicy('SUP', { dailyPerAgent: 30 });
    const first = await again();
    expect(first).toContain('created');
    expect(first).toContain('notTried');
    expect(new Set(first)).toEqual(new Set(['created', 'notTried']));
    const second = await again();
    expect(second.filter((outcome) => outcome === 'existed')).toHaveLength(
      first.filter((it) => it === 'created').length,
    );
    expect(new Set(second)).toEqual(new Set(['existed', 'created']));
  });
});
