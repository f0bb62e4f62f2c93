// Every call about customers, as anybody may try it: of both pages, both routes and the action.
import { InvocationFailure } from '../../sandbox/forge/failure';
import { automationAction } from '../../src/entry/automation-action';
import type { Action } from '../../src/entry/call/operations';
import { customerSettings } from '../../src/entry/customer-settings';
import { queuePage } from '../../src/entry/queue-page';
import { restApi } from '../../src/entry/rest-api';
import { openSandbox, valueOf } from './integration';
import { refusalIn } from './integration-denials';
import { onAutomationAction, onCustomerSettings, onQueuePage, onRestApi, type OnCustomers } from './payloads';
import { onDemoProject } from './subjects';

export interface CustomerCall {
  door: 'queuePage' | 'customerSettings' | 'restApi' | 'automationAction';
  key: string;
  action: Action;
  payload: (world: CustomerWorld) => Record<string, unknown>;
  /** One try: answers how it was refused, or `allowed`. */
  run: (world: CustomerWorld, who: Who) => Promise<string>;
}

export interface Who {
  /** Undefined: nobody is signed in. */
  handle: string | undefined;
  payload: Record<string, unknown>;
  context?: Record<string, unknown>;
}

export const CUSTOMER_CALLS: readonly CustomerCall[] = [
  ...callsOf('queuePage', queuePage, onQueuePage, onPage('customers')),
  ...callsOf('customerSettings', customerSettings, onCustomerSettings, onPage('customer-settings')),
  ...callsOf('restApi', restApi, onRestApi, overHttp),
  ...callsOf('automationAction', automationAction, onAutomationAction, () => byRule),
];

export type CustomerWorld = Awaited<ReturnType<typeof aWorldOfCustomers>>;

/** Customers are switched on in both service projects, for rules too. `policy` is that of SUP, at version 1. */
export async function aWorldOfCustomers() {
  const world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP', { rules: true });
  await world.allowCustomers('PRIV', { rules: true });
  const project = { projectId: world.projectId('SUP') };
  const { policy } = valueOf(await world.asJiraAdmin('site-admin', 'readCustomerPolicy', project));
  return { ...world, policy };
}

/** The valid payload of a call, sent by this person in SUP. */
export function asThemselves(world: CustomerWorld, call: CustomerCall, handle: string | undefined): Who {
  return { handle, payload: call.payload(world), context: world.inProject('SUP') };
}

function callsOf<Key extends string>(
  door: CustomerCall['door'],
  table: Readonly<Record<Key, { action: Action }>>,
  payloads: Readonly<Record<Key, (about: OnCustomers) => Record<string, unknown>>>,
  runOf: (key: Key) => CustomerCall['run'],
): CustomerCall[] {
  return (Object.keys(table) as Key[]).map((key) => ({
    door,
    key: door === 'restApi' ? `${key} over HTTP` : key,
    action: table[key].action,
    payload: (world) => payloads[key](onDemoProject(world, world.policy)),
    run: runOf(key),
  }));
}

function onPage(page: 'customers' | 'customer-settings') {
  return (key: string): CustomerCall['run'] =>
    async (world, { handle, payload, context }) =>
      refusalIn(await world.call(page, key, payload, handle, context));
}

function overHttp(key: keyof typeof restApi): CustomerCall['run'] {
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

async function byRule(world: CustomerWorld, { handle = '', payload }: Who): Promise<string> {
  const call = { actionKey: 'create-portal-customer', inputs: payload, accountId: world.id(handle) };
  try {
    const answer = (await world.forge.runAction(call)) as { errors?: { message: string }[] };
    return answer.errors?.[0]?.message.replace(/^Not allowed: (\w+)\..*$/, '$1') ?? 'allowed';
  } catch (thrown) {
    if (!(thrown instanceof InvocationFailure)) throw thrown;
    return thrown.code === 'INVOCATION_REFUSED' ? thrown.code : 'NOT_REACHED';
  }
}
