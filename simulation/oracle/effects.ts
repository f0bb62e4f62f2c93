// What calls did, as far as the site shows it.
import type { Call } from './history';
import type { Ledger } from './ledger';

/** Jira doesn't show who is a customer of what: its success counts as the effect. */
const SHOWN_BY_ANSWER = new Set(['addCustomers', 'addUsersToOrganization', 'setSpaceRoleAssignments']);

/** Tells whether the platform performed a call with success, whoever heard it. */
export function succeeded({ performed }: Call): boolean {
  return performed !== undefined && performed.status >= 200 && performed.status < 300;
}

/** Tells whether a call has changed anything so far. */
export function hasEffect({ effectsOf }: Pick<Ledger, 'effectsOf'>, call: Call): boolean {
  return effectsOf.has(call.id) || (SHOWN_BY_ANSWER.has(call.operationId) && succeeded(call));
}
