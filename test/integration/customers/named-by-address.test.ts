// Customers whose name is their own address, as clients make them that send no name, and people who only call themselves so.
import { beforeEach, describe, expect, it } from 'vitest';

import { OrganizationId, type AccountId } from '../../../src/shared/ids';
import { openSandbox, valueOf, type World } from '../../support/integration';

const ACME = OrganizationId.parse('1');
const ADDRESS = 'nadia.comer@acme.example';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP', { rules: true });
});

/** Another client makes a customer; without a name Jira takes the address for one. */
async function made(email: string, displayName?: string): Promise<AccountId> {
  world.remember({ email });
  const answer = await world.site.fetch(
    new Request('https://site.example/rest/servicedeskapi/customer', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, ...(displayName === undefined ? {} : { displayName }) }),
    }),
    { kind: 'basic', accountId: world.id('site-admin') },
  );
  expect(answer.status).toBe(201);
  world.site.clearRequests();
  return ((await answer.json()) as { accountId: AccountId }).accountId;
}
/** Somebody else's account, called as if the address were theirs. */
async function impostor() {
  return made('mallory@globex.example', ADDRESS);
}
async function check() {
  const order = { people: [{ email: ADDRESS }], organizationIds: [] };
  return valueOf(await world.asAgent('agent', 'SUP', 'previewCustomers', order)).people[0];
}
async function create(confirmedAccountId?: AccountId) {
  const people = [{ email: ADDRESS, displayName: 'Nadia Comer', confirmedAccountId }];
  return valueOf(await world.asAgent('agent', 'SUP', 'createCustomers', { people, organizationIds: [ACME] })).people[0];
}
async function post() {
  return world.api.post('agent', {
    projectKey: 'SUP',
    email: ADDRESS,
    displayName: 'Nadia Comer',
    organizationIds: ['1'],
  });
}
async function rule() {
  const inputs = { issueKey: 'SUP-1', email: ADDRESS };
  world.remember(inputs);
  const output = await world.forge.runAction({
    actionKey: 'create-portal-customer',
    inputs,
    accountId: world.id('agent'),
  });
  const issue = [...world.model.jira.issues.values()].find(({ key }) => key === 'SUP-1');
  return { output, comment: JSON.stringify(issue?.comments.map(({ body }) => body)) };
}
function isPlaced(accountId: AccountId) {
  return [world.model.organization('Acme').members, world.model.project('SUP').serviceDesk?.customers].map(
    (people) => people?.has(accountId) === true,
  );
}

describe('a customer whose name is their address', () => {
  let nadia: AccountId;
  beforeEach(async () => {
    nadia = await made(ADDRESS);
  });

  it('is offered at the check', async () => {
    expect(await check()).toEqual({ outcome: 'namedByAddress', accountId: nadia });
  });

  it('is not taken silently, on any road', async () => {
    expect(await create()).toMatchObject({ account: { outcome: 'namedByAddress', accountId: nadia } });
    expect(await post()).toMatchObject({
      status: 409,
      body: { code: 'ACCOUNT_NAMED_BY_ADDRESS', result: { account: { accountId: nadia }, project: 'notTried' } },
    });
    const { output, comment } = await rule();
    expect(output).toMatchObject({ outcome: 'namedByAddress', code: 'ACCOUNT_NAMED_BY_ADDRESS', accountId: nadia });
    expect(comment).toContain('ACCOUNT_NAMED_BY_ADDRESS');
    expect(comment).not.toContain('nadia.');
    expect(await world.api.get('agent', `projectKey=SUP&email=${ADDRESS}`)).toMatchObject({ status: 404 });
    expect(isPlaced(nadia)).toEqual([false, false]);
  });

  it('is taken when the agent confirms that account, and then alone', async () => {
    expect(await create(world.id('acme-customer'))).toMatchObject({ account: { outcome: 'namedByAddress' } });
    expect(await create(nadia)).toEqual({
      account: { outcome: 'existed', accountId: nadia, kind: 'customer' },
      project: 'added',
      organizations: [{ organizationId: ACME, outcome: 'added' }],
    });
    expect(isPlaced(nadia)).toEqual([true, true]);
  });

  it('is judged again when it is applied: one that is deactivated or renamed meanwhile is not taken', async () => {
    const account = world.model.accounts.get(nadia);
    world.model.setStatus(nadia, 'inactive');
    expect(await create(nadia)).toMatchObject({ account: { outcome: 'existsNotVisible' }, project: 'notTried' });
    world.model.setStatus(nadia, 'active');
    if (account !== undefined) account.name = `${ADDRESS} (old)`;
    expect(await create(nadia)).toMatchObject({ account: { outcome: 'existsNotVisible' }, project: 'notTried' });
    expect(isPlaced(nadia)).toEqual([false, false]);
  });

  it('costs what any address in use costs, confirmed or not', async () => {
    await create();
    await create(nadia);
    const { quota } = valueOf(await world.asAgent('agent', 'SUP', 'openCustomers', {}));
    expect(quota.usedToday).toBe(2);
  });

  it('is taken at once where Jira shows the address', async () => {
    world.onSite(async (request, _identity, pass) => {
      const response = await pass();
      if (!request.url.includes('/user/search')) return response;
      const users = (await response.json()) as { accountId: string }[];
      return Response.json(
        users.map((one) => ({ ...one, emailAddress: world.model.accounts.get(one.accountId)?.email })),
      );
    });
    expect(await check()).toEqual({ outcome: 'exists', kind: 'customer' });
    expect(await create()).toMatchObject({ account: { outcome: 'existed', accountId: nadia }, project: 'added' });
  });
});

describe('somebody who only bears the address as a name', () => {
  it('is found out by Jira where nobody owns the address: its owner gets an account, whoever was confirmed', async () => {
    const mallory = await impostor();
    expect(await check()).toEqual({ outcome: 'namedByAddress', accountId: mallory });
    expect(await create(mallory)).toMatchObject({
      account: { outcome: 'created', accountId: world.customer(ADDRESS)?.accountId },
    });
    expect(isPlaced(mallory)).toEqual([false, false]);
  });

  it('keeps no script from creating the owner', async () => {
    const mallory = await impostor();
    expect(await post()).toMatchObject({ status: 201, body: { account: { outcome: 'created' } } });
    expect(isPlaced(mallory)).toEqual([false, false]);
  });

  it('is never taken for an owner whom Jira finds', async () => {
    const mallory = await impostor();
    const owner = await made(ADDRESS, 'Nadia Comer');
    expect(await check()).toEqual({ outcome: 'exists', kind: 'customer' });
    expect(await create(mallory)).toMatchObject({ account: { outcome: 'existed', accountId: owner } });
    expect(isPlaced(mallory)).toEqual([false, false]);
  });

  it('makes it unsure who of two of that name it is: neither is offered or taken', async () => {
    const mallory = await impostor();
    const owner = await made(ADDRESS);
    expect(await check()).toEqual({ outcome: 'willBeCreated' });
    expect(await create(mallory)).toMatchObject({ account: { outcome: 'existsNotVisible' } });
    expect(await create(owner)).toMatchObject({ account: { outcome: 'existsNotVisible' } });
    expect([...isPlaced(mallory), ...isPlaced(owner)]).toEqual([false, false, false, false]);
  });
});
