// The journeys of agents, scripts and Jira administrators, in an order in which each finds what it needs.
import type { ExportPlace } from '../../src/shared/broker/site-export';
import type { QueuePageAnswers } from '../../src/shared/customers/api';
import type { ExportedOfCustomers } from '../../src/shared/customers/customer-export';
import { OrganizationId } from '../../src/shared/ids';
import type { Result } from '../../src/shared/result';
import { valueOf, type World } from './integration';
import { onAutomationAction, onCustomerSettings, onQueuePage, onRestApi } from './payloads';
import { onDemoProject } from './subjects';

const organizationIds = [OrganizationId.parse('1')];

/** A configured site where SUP may create customers, for some domains. `policy` is that of SUP, at version 1. */
export async function prepareCustomers(world: World) {
  await world.configure();
  await world.allowCustomers('SUP', { dailyPerAgent: 100, allowedDomains: ['acme.example'], rules: true });
  const project = { projectId: world.projectId('SUP') };
  const { policy } = valueOf(await world.asJiraAdmin('site-admin', 'readCustomerPolicy', project));
  return { world, policy, token: await world.api.tokenOf('agent') };
}

/** The place from which the export that was begun last goes on. */
let exportFrom: ExportPlace<ExportedOfCustomers> | undefined;

type Prepared = Awaited<ReturnType<typeof prepareCustomers>>;
type Run = (prepared: Prepared) => Promise<{ ok: boolean }>;

export const CUSTOMER_JOURNEYS: readonly { name: string; run: Run }[] = [
  { name: 'open the agents’ page', run: onQueue('openCustomers') },
  { name: 'preview 1', run: onQueue('previewCustomers', order('comer', 1)) },
  { name: 'preview 25', run: onQueue('previewCustomers', order('comer', 25)) },
  { name: 'create 1, new', run: creating('comer', 1) },
  { name: 'create 1, existing', run: creating('comer', 1) },
  { name: 'create 25, new', run: creating('many', 25) },
  { name: 'open the customer settings', run: asJiraAdmin('openCustomerSettings') },
  { name: 'open a policy', run: asJiraAdmin('readCustomerPolicy') },
  { name: 'save a policy', run: asJiraAdmin('saveCustomerPolicy') },
  { name: 'audit of customers', run: asJiraAdmin('readCustomerAudit') },
  {
    name: 'begin an export about customers',
    run: async ({ world }) => {
      const answer = await world.asJiraAdmin('site-admin', 'exportCustomers', {});
      exportFrom = valueOf(answer).next;
      return answer;
    },
  },
  {
    name: 'next page of it',
    run: async ({ world }) => world.asJiraAdmin('site-admin', 'exportCustomers', { from: exportFrom }),
  },
  { name: 'POST /customers, new, with a key', run: posting({ 'idempotency-key': 'key-00001' }) },
  { name: 'the same again', run: posting({ 'idempotency-key': 'key-00001' }) },
  { name: 'POST /customers, existing', run: posting() },
  {
    name: 'GET /customers',
    run: async ({ world, policy, token }) => {
      const query = new URLSearchParams(onRestApi.findCustomer(onDemoProject(world, policy))).toString();
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await world.api.get(undefined, query, { headers });
      return { ok: status === 200 };
    },
  },
  {
    name: 'a rule, new',
    run: async ({ world, policy }) => {
      const about = { ...onDemoProject(world, policy), newAddress: 'ruled-0@acme.example' };
      const answer = await world.forge.runAction({
        actionKey: 'create-portal-customer',
        inputs: onAutomationAction.createByRule(about),
        accountId: world.id('agent'),
      });
      return { ok: (answer as { comment?: string }).comment === 'written' };
    },
  },
];

function onQueue(key: keyof typeof onQueuePage, changes: object = {}) {
  return async ({ world, policy }: Prepared) => {
    const payload = { ...onQueuePage[key](onDemoProject(world, policy)), ...changes };
    return world.call('customers', key, payload, 'agent', world.inProject('SUP'));
  };
}

function asJiraAdmin(key: keyof typeof onCustomerSettings): Run {
  return async ({ world, policy }) =>
    world.call('customer-settings', key, onCustomerSettings[key](onDemoProject(world, policy)), 'site-admin');
}

function order(word: string, count: number) {
  return {
    people: Array.from({ length: count }, (_, index) => ({ email: `${word}-${String(index)}@acme.example` })),
    organizationIds,
  };
}

function creating(word: string, count: number): Run {
  return async (prepared) => {
    const answer = await onQueue('createCustomers', order(word, count))(prepared);
    const { people } = valueOf(answer as Result<QueuePageAnswers['createCustomers']>);
    return { ok: people.every(({ organizations: [first] }) => isThere(first?.outcome)) };
  };
}

function isThere(outcome?: string): boolean {
  return outcome === 'added' || outcome === 'alreadyThere';
}

function posting(headers: Record<string, string> = {}): Run {
  return async ({ world, policy, token }) => {
    const about = { ...onDemoProject(world, policy), newAddress: 'script-0@acme.example' };
    const body = { ...onRestApi.createCustomer(about), organizationIds };
    const { status } = await world.api.post(undefined, body, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
    return { ok: status === 201 || status === 200 };
  };
}
