// The identity of a privileged call: only a grant names it.
// https://developer.atlassian.com/platform/forge/security/#user-impersonation
import { isGrant, type CallerGrant, type Grant } from '../../broker/grant';
import { CALLER, privilegedUser } from './identity';

/** Returns the identity that a grant lets the app act as. Throws for an object that only looks like a grant, and for a grant of another operation. */
export function granted(grant: Grant, operation: string, ...others: readonly string[]) {
  demand(grant, [operation, ...others]);
  return privilegedUser(grant.actAs);
}

/** Returns the identity of a caller's grant: the caller. Throws likewise. */
export function grantedToCaller(grant: CallerGrant, operation: string): typeof CALLER {
  demand(grant, [operation]);
  return CALLER;
}

function demand(grant: Grant | CallerGrant, operations: readonly string[]): void {
  if (isGrant(grant) && operations.includes(grant.operation)) return;
  throw new Error(`${String(operations[0])} without a grant`);
}
