// Rights to create customers and to add them to a project.
import { saidBefore, storedBefore } from '../../ages';
import type { Call, History } from '../../history';
import type { Recorded } from '../../ledger';
import { pastOf } from '../../past';

const OF_CUSTOMERS = new Set(['createCustomer', 'addCustomers']);

/** Returns what was missing when a customer was to be created or added. */
export function wrongAboutCustomers(history: History, call: Call, { row }: Recorded): string[] {
  if (!OF_CUSTOMERS.has(call.operationId)) return [];
  const wrong: string[] = [];
  if (!wasProvedAgent(history, call)) wrong.push(`nobody had just proved that ${String(row.caller)} is an agent`);
  const policies = pastOf(history)
    .setting(`customer-policy:${row.projectId ?? ''}`, storedBefore(history, call))
    .map((content) => (content ?? {}) as { enabled?: boolean });
  if (policies.every(({ enabled }) => enabled !== true))
    wrong.push(`customers were off in the project ${String(row.projectId)}`);
  return wrong.map((what) => `${call.operationId} was sent though ${what}`);
}

/** Tells whether Jira said within five seconds, to this run of the function, that the caller is an agent. */
function wasProvedAgent(history: History, call: Call): boolean {
  const { from } = saidBefore(history, call);
  return callsOf(history, call).some(
    ({ operationId, as, performed }) =>
      operationId === 'getMyPermissions' &&
      as.kind === 'caller' &&
      performed !== undefined &&
      performed.at >= from.at &&
      hasPermission(performed.body, 'SERVICEDESK_AGENT'),
  );
}

function callsOf({ calls }: History, { id, invocation, sentAt }: Call): Call[] {
  const own: Call[] = [];
  for (let place = id - 1; place >= 0; place -= 1) {
    const call = calls[place];
    if (call === undefined || call.sentAt < sentAt - 30_000) break;
    if (call.invocation === invocation) own.push(call);
  }
  return own;
}

function hasPermission(body: unknown, permission: string): boolean {
  const { permissions } = (body ?? {}) as { permissions?: Record<string, { havePermission?: boolean }> };
  return permissions?.[permission]?.havePermission === true;
}
