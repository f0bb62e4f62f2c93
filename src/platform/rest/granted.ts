// As whom a privileged call is sent: only a grant says so.
// https://developer.atlassian.com/platform/forge/security/#user-impersonation
import {
  isGrant,
  type CallerGrant,
  type CallerOperation,
  type Grant,
  type PrivilegedOperation,
} from '../../broker/grant';
import { CALLER, privilegedUser } from './identity';

/** As whom a grant lets the app act. Throws for what only looks like a grant, and for a grant of another operation. */
export function granted(grant: Grant, operation: PrivilegedOperation) {
  if (!isGrant(grant) || grant.operation !== operation) throw new Error(`${operation} without a grant`);
  return privilegedUser(grant.actAs);
}

/** As whom a grant of the caller's own lets the app act: as them. Throws likewise. */
export function grantedToCaller(grant: CallerGrant, operation: CallerOperation): typeof CALLER {
  if (!isGrant(grant) || grant.operation !== operation) throw new Error(`${operation} without a grant`);
  return CALLER;
}
