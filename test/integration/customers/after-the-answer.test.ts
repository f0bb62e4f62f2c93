// What a caller can tell from a request that fails after Jira answered the creation: never whether somebody had an account.
import { describe, expect, it } from 'vitest';

import { OrganizationId } from '../../../src/shared/ids';
import { openSandbox, valueOf, type World } from '../../support/integration';

const ACME = OrganizationId.parse('1');
/** Has an account that the agent doesn't see; Jira answers the creation with 409. */
const HIDDEN = 'ada@acme.example';
/** Has none; Jira creates it. */
const NOBODY = 'nadia.comer@acme.example';

type RestFault = Partial<Parameters<World['faults']['add']>[0]>;
function everywhere(...operationIds: string[]) {
  return operationIds.map((operationId) => ({ on: 'rest', operationId, times: 99 }) as const);
}
const LOOK = everywhere('findUsers', 'addCustomers', 'addUsersToOrganization');
const PLACES = everywhere('addCustomers', 'addUsersToOrganization');

function add(world: World, targets: typeof LOOK, fault: RestFault) {
  return targets.forEach((target) =>
    world.faults.add({ ...target, ...fault } as Parameters<World['faults']['add']>[0]),
  );
}

/** What goes wrong from Jira's answer to createCustomer on. */
const WAYS: [string, (world: World) => void][] = [
  ['Jira asks to wait', (world) => add(world, LOOK, { status: 429, headers: { 'retry-after': '120' } })],
  ['the right is gone', (world) => add(world, LOOK, { status: 403 })],
  ['an answer is lost', (world) => add(world, LOOK, { drop: 'before' })],
  ['Jira is down', (world) => add(world, LOOK, { status: 503 })],
  ['Jira answers nonsense', (world) => add(world, LOOK, { status: 200, body: 'nonsense' })],
  ['the audit can’t be kept', (world) => world.faults.add({ on: 'storage', entityName: 'audit-entry', times: 99 })],
  ['no storage answers', (world) => world.faults.add({ on: 'storage', times: 999 })],
  ['the places ask to wait', (world) => add(world, PLACES, { status: 429, headers: { 'retry-after': '120' } })],
  ['the places are refused', (world) => add(world, PLACES, { status: 403 })],
  ['an answer about a place is lost', (world) => add(world, PLACES, { drop: 'after' })],
  ['the project alone is refused', (world) => add(world, everywhere('addCustomers'), { status: 403 })],
  ['the organization alone is gone', (world) => add(world, everywhere('addUsersToOrganization'), { status: 404 })],
];

async function open(): Promise<World> {
  const world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP', { rules: true });
  world.model.revokeAccess(world.groupId('jira-servicemanagement-users'), 'user-picker');
  return world;
}

/** The ways to ask, each with all that it shows to the one who asks. */
const ROADS: [string, (world: World, email: string) => Promise<unknown>][] = [
  [
    'the page',
    async (world, email) =>
      world.asAgent('agent', 'SUP', 'createCustomers', {
        people: [{ email, displayName: 'Somebody' }],
        organizationIds: [ACME],
      }),
  ],
  [
    'REST',
    async (world, email) => {
      const { status, headers, body } = await world.api.post('agent', {
        projectKey: 'SUP',
        email,
        displayName: 'Somebody',
        organizationIds: [ACME],
      });
      return { status, headers: Object.fromEntries(headers), body };
    },
  ],
  [
    'a rule',
    async (world, email) => {
      const inputs = { issueKey: 'SUP-1', email, displayName: 'Somebody', organizationId: ACME };
      world.remember(inputs);
      const output = await world.forge.runAction({
        actionKey: 'create-portal-customer',
        inputs,
        accountId: world.id('agent'),
      });
      const issue = [...world.model.jira.issues.values()].find(({ key }) => key === 'SUP-1');
      return { output, comments: issue?.comments.map(({ body, internal }) => ({ body, internal })) };
    },
  ],
];

async function used(world: World) {
  const { quota } = valueOf(await world.asAgent('agent', 'SUP', 'openCustomers', {}));
  const { usedByRulesToday } = valueOf(
    await world.asJiraAdmin('site-admin', 'readCustomerPolicy', { projectId: world.projectId('SUP') }),
  );
  const { site } = valueOf(await world.asJiraAdmin('site-admin', 'openCustomerSettings', {}));
  return { byAgent: quota.usedToday, byRules: usedByRulesToday, onSite: site.usedToday };
}

/** All that is to be seen of one request that goes wrong in this way, and what it cost. */
async function observe(
  [, road]: (typeof ROADS)[number],
  breakFromNowOn: (world: World) => void,
  email: string,
): Promise<{ seen: unknown; quota: Awaited<ReturnType<typeof used>>; created: boolean }> {
  const world = await open();
  world.onSite(async (request, _identity, pass) => {
    const response = await pass();
    if (/\/servicedeskapi\/customer\b/.test(request.url)) breakFromNowOn(world);
    return response;
  });
  const seen = await road(world, email);
  const created = world.customer(NOBODY) !== undefined;
  world.faults.clear();
  return { seen, quota: await used(world), created };
}

describe.each(ROADS)('by %s', (...road) => {
  it.each(WAYS)('%s: the same answer and the same quota, whoever has an account', async (_way, breakFromNowOn) => {
    const exists = await observe(road, breakFromNowOn, HIDDEN);
    const created = await observe(road, breakFromNowOn, NOBODY);
    expect([exists.created, created.created]).toEqual([false, true]);
    expect(exists.seen).toEqual(created.seen);
    expect(exists.quota).toEqual(created.quota);
    expect(exists.quota.onSite).toBe(1);
  });

  it('a request that succeeds may say which', async () => {
    const exists = await observe(road, () => {}, HIDDEN);
    const created = await observe(road, () => {}, NOBODY);
    expect(JSON.stringify(exists.seen)).toContain('existed');
    expect(JSON.stringify(created.seen)).toContain('created');
  });
});
