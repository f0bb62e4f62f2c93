// The journeys of agents, scripts and Jira administrators, in an order in which each finds what it needs.
import { OrganizationId } from '../../src/shared/ids';
import { valueOf, type World } from './integration';

const ACME = OrganizationId.parse('1');

/** A configured site where SUP may create customers, for some domains. */
export async function prepareCustomers(world: World) {
  await world.configure();
  await world.allowCustomers('SUP', { dailyPerAgent: 100, allowedDomains: ['acme.example'], rules: true });
  return world;
}

interface CustomerStep {
  name: string;
  /** Not counted. */
  before?: (world: World) => Promise<unknown>;
  run: (world: World) => Promise<{ ok: boolean }>;
}

function order(word: string, count: number) {
  return {
    people: Array.from({ length: count }, (_, index) => ({ email: `${word}-${String(index)}@acme.example` })),
    organizationIds: [ACME],
  };
}
async function create(world: World, word: string, count: number) {
  const answer = await world.asAgent('agent', 'SUP', 'createCustomers', order(word, count));
  function isThere(outcome?: string) {
    return outcome === 'added' || outcome === 'alreadyThere';
  }
  return { ok: answer.ok && answer.value.people.every(({ organizations: [first] }) => isThere(first?.outcome)) };
}
function projectId(world: World) {
  return { projectId: world.projectId('SUP') };
}
let next: Awaited<ReturnType<typeof readPolicy>>;
let token = '';
async function readPolicy(world: World) {
  return valueOf(await world.asJiraAdmin('site-admin', 'readCustomerPolicy', projectId(world)));
}
async function post(world: World, headers: Record<string, string> = {}) {
  const body = { projectKey: 'SUP', email: 'script-0@acme.example', organizationIds: [ACME] };
  const { status } = await world.api.post(undefined, body, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  return { ok: status === 201 || status === 200 };
}
async function withToken(world: World): Promise<void> {
  token = await world.api.tokenOf('agent');
}

export const CUSTOMER_JOURNEYS: readonly CustomerStep[] = [
  { name: 'open the agents’ page', run: (world) => world.asAgent('agent', 'SUP', 'openCustomers', {}) },
  { name: 'preview 1', run: (world) => world.asAgent('agent', 'SUP', 'previewCustomers', order('comer', 1)) },
  { name: 'preview 25', run: (world) => world.asAgent('agent', 'SUP', 'previewCustomers', order('comer', 25)) },
  { name: 'create 1, new', run: (world) => create(world, 'comer', 1) },
  { name: 'create 1, existing', run: (world) => create(world, 'comer', 1) },
  { name: 'create 25, new', run: (world) => create(world, 'many', 25) },
  { name: 'open the customer settings', run: (world) => world.asJiraAdmin('site-admin', 'openCustomerSettings', {}) },
  {
    name: 'open a policy',
    run: (world) => world.asJiraAdmin('site-admin', 'readCustomerPolicy', projectId(world)),
  },
  {
    name: 'save a policy',
    before: async (world) => void (next = await readPolicy(world)),
    run: (world) => {
      const { policy, version } = next;
      return world.asJiraAdmin('site-admin', 'saveCustomerPolicy', { ...projectId(world), policy, version });
    },
  },
  { name: 'audit of customers', run: (world) => world.asJiraAdmin('site-admin', 'readCustomerAudit', {}) },
  {
    name: 'POST /customers, new, with a key',
    before: withToken,
    run: (world) => post(world, { 'idempotency-key': 'key-00001' }),
  },
  { name: 'the same again', run: (world) => post(world, { 'idempotency-key': 'key-00001' }) },
  { name: 'POST /customers, existing', run: (world) => post(world) },
  {
    name: 'GET /customers',
    run: async (world) => {
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await world.api.get(undefined, 'projectKey=SUP&email=ada@acme.example', { headers });
      return { ok: status === 200 };
    },
  },
  {
    name: 'a rule, new',
    run: async (world) => {
      const inputs = { issueKey: 'SUP-1', email: 'ruled-0@acme.example' };
      const answer = await world.forge.runAction({
        actionKey: 'create-portal-customer',
        inputs,
        accountId: world.id('agent'),
      });
      return { ok: (answer as { comment?: string }).comment === 'written' };
    },
  },
];
