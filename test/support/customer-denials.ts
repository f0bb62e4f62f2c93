// Who tries what in the denial matrix of customers: every call of both pages, both routes and the action.
import { InvocationFailure } from '../../sandbox/forge/failure';
import { automationAction } from '../../src/entry/automation-action';
import type { Action } from '../../src/entry/call/operations';
import { customerSettings } from '../../src/entry/customer-settings';
import { queuePage } from '../../src/entry/queue-page';
import { restApi } from '../../src/entry/rest-api';
import type { CustomerPolicy } from '../../src/shared/customers/policy';
import { openSandbox, valueOf, type World } from './integration';
import { refusalIn } from './integration-denials';
import { onAutomationAction, onCustomerSettings, onQueuePage, onRestApi, type OnCustomers } from './payloads';

/** Whoever, or whatever, must be refused. */
export const COLUMNS = [
  'anonymous',
  'Jira user without agent licence',
  'agent of another project',
  'agent elsewhere, who sees the project',
  'agent',
  'Jira admin',
  'portal customer',
  'Confluence admin',
  'deactivated',
  'forged project',
  'forged accountId',
] as const;
export type Column = (typeof COLUMNS)[number];
/** The refusal; or why there is nothing to refuse. `NOT_REACHED`: the platform itself says no. */
export type Cell = string | { doesNotApply: string };
type Denials = Readonly<Record<Column, Cell>>;

const OF_AGENTS: Denials = {
  anonymous: 'NOT_SIGNED_IN',
  'Jira user without agent licence': 'NOT_AGENT',
  'agent of another project': 'NOT_AGENT',
  'agent elsewhere, who sees the project': 'NOT_AGENT',
  agent: { doesNotApply: 'he may' },
  'Jira admin': 'NOT_AGENT',
  'portal customer': 'INVOCATION_REFUSED',
  'Confluence admin': 'INVOCATION_REFUSED',
  deactivated: 'INVOCATION_REFUSED',
  'forged project': 'NOT_AGENT',
  'forged accountId': 'INVALID_INPUT',
};
const OF_JIRA_ADMINS: Denials = {
  ...OF_AGENTS,
  'Jira user without agent licence': 'NOT_JIRA_ADMIN',
  'agent of another project': 'NOT_JIRA_ADMIN',
  'agent elsewhere, who sees the project': 'NOT_JIRA_ADMIN',
  agent: 'NOT_JIRA_ADMIN',
  'Jira admin': { doesNotApply: 'he may' },
  'forged project': 'NOT_JIRA_ADMIN',
};
/** The platform lets nobody through who has no token for the route or no Jira. */
const OF_ROUTES: Denials = {
  ...OF_AGENTS,
  anonymous: 'NOT_REACHED',
  'portal customer': 'NOT_REACHED',
  'Confluence admin': 'NOT_REACHED',
  deactivated: 'NOT_REACHED',
  'forged project': 'INVALID_INPUT',
};
const OF_RULES: Denials = {
  ...OF_AGENTS,
  anonymous: { doesNotApply: 'a rule runs as the owner of its connection' },
  'forged accountId': 'NOT_REACHED',
};

interface Row {
  key: string;
  action: Action;
  denials: Denials;
  payload: (world: World) => Record<string, unknown>;
  /** One try: answers how it was refused, or `allowed`. */
  run: (world: World, who: Who) => Promise<string>;
}
interface Who {
  handle: string | undefined;
  payload: Record<string, unknown>;
  context?: Record<string, unknown>;
}

const PAYLOADS = { ...onQueuePage, ...onCustomerSettings };
const policies = new WeakMap<World, CustomerPolicy>();

function about(world: World): OnCustomers {
  const policy = policies.get(world);
  if (policy === undefined) throw new Error('Customers are not switched on');
  return {
    projectId: world.projectId('SUP'),
    projectKey: 'SUP',
    issueKey: 'SUP-1',
    newAddress: 'nadia.comer@acme.example',
    knownAddress: 'ada@acme.example',
    policy,
  };
}

function onPage(page: 'customers' | 'customer-settings', key: string): Row['run'] {
  return async (world, { handle, payload, context }) =>
    refusalIn(await world.call(page, key, payload, handle, context));
}

function overHttp(key: keyof typeof restApi): Row['run'] {
  return async (world, { handle, payload }) => {
    const { appRest } = world.forge;
    const token = handle === undefined ? 'none' : appRest.issueToken(world.id(handle), appRest.scopes);
    const headers = { authorization: `Bearer ${token}` };
    const query = new URLSearchParams(payload as Record<string, string>).toString();
    const { status, body } =
      key === 'createCustomer'
        ? await world.api.post(undefined, payload, { headers })
        : await world.api.get(undefined, query, { headers });
    const { code } = body;
    if (status < 300) return 'allowed';
    // The gateway's codes are numbers.
    return typeof code === 'string' ? code : 'NOT_REACHED';
  };
}

const byRule: Row['run'] = async (world, { handle = '', payload }) => {
  const call = { actionKey: 'create-portal-customer', inputs: payload, accountId: world.id(handle) };
  try {
    const answer = (await world.forge.runAction(call)) as { errors?: { message: string }[] };
    return answer.errors?.[0]?.message.replace(/^Not allowed: (\w+)\..*$/, '$1') ?? 'allowed';
  } catch (thrown) {
    if (!(thrown instanceof InvocationFailure)) throw thrown;
    return thrown.code === 'INVOCATION_REFUSED' ? thrown.code : 'NOT_REACHED';
  }
};

function pageRows(
  page: 'customers' | 'customer-settings',
  table: typeof queuePage | typeof customerSettings,
  denials: Denials,
): Row[] {
  return (Object.entries(table) as [keyof typeof PAYLOADS, { action: Action }][]).map(([key, { action }]) => ({
    key,
    action,
    denials,
    payload: (world) => PAYLOADS[key](about(world)),
    run: onPage(page, key),
  }));
}

export const ROWS: Row[] = [
  ...pageRows('customers', queuePage, OF_AGENTS),
  ...pageRows('customer-settings', customerSettings, OF_JIRA_ADMINS),
  ...(Object.keys(restApi) as (keyof typeof restApi)[]).map((key): Row => {
    const { action } = restApi[key];
    const payload: Row['payload'] = (world) => onRestApi[key](about(world));
    return { key: `${key} over HTTP`, action, denials: OF_ROUTES, payload, run: overHttp(key) };
  }),
  ...(Object.keys(automationAction) as (keyof typeof automationAction)[]).map((key): Row => {
    const payload: Row['payload'] = (world) => onAutomationAction[key](about(world));
    return { key, action: automationAction[key].action, denials: OF_RULES, payload, run: byRule };
  }),
];

/** Customers are switched on in both service projects, for rules too. */
export async function aWorldOfCustomers(): Promise<World> {
  const world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP', { rules: true });
  await world.allowCustomers('PRIV', { rules: true });
  const project = { projectId: world.projectId('SUP') };
  const { policy } = valueOf(await world.asJiraAdmin('site-admin', 'readCustomerPolicy', project));
  policies.set(world, policy);
  return world;
}

/** Who attacks, and with what. */
export const WHO: Record<Column, (world: World, row: Row) => Who> = {
  anonymous: (world, row) => asHimself(world, row, undefined),
  'Jira user without agent licence': (world, row) => asHimself(world, row, 'developer'),
  'agent of another project': (world, row) => asHimself(world, row, 'priv-agent'),
  'agent elsewhere, who sees the project': (world, row) => {
    world.model.addToProject('SUP', 'users', world.id('priv-agent'));
    return asHimself(world, row, 'priv-agent');
  },
  agent: (world, row) => asHimself(world, row, 'agent'),
  'Jira admin': (world, row) => asHimself(world, row, 'jira-admin'),
  'portal customer': (world, row) => asHimself(world, row, 'acme-customer'),
  'Confluence admin': (world, row) => asHimself(world, row, 'confluence-admin'),
  deactivated: (world, row) => {
    const handle = row.denials.agent === 'NOT_JIRA_ADMIN' ? 'jira-admin' : 'agent';
    world.model.setStatus(world.id(handle), 'inactive');
    return asHimself(world, row, handle);
  },
  'forged project': (world, row) => ({
    handle: 'priv-agent',
    payload: row.denials === OF_ROUTES ? { ...row.payload(world), projectId: '10011' } : row.payload(world),
    context: { extension: { project: { id: world.projectId('PRIV'), key: 'SUP' } }, moduleKey: 'customer-settings' },
  }),
  'forged accountId': (world, row) => {
    const accountId = world.id('site-admin');
    const context = { ...world.inProject('SUP'), accountId, principal: { accountId } };
    return { handle: 'priv-agent', payload: { ...row.payload(world), accountId }, context };
  },
};
export function asHimself(world: World, row: Row, handle: string | undefined): Who {
  return {
    handle,
    payload: row.payload(world),
    context: world.inProject('SUP'),
  };
}
