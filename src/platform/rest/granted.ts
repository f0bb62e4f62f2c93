// As whom a privileged call is sent: only a grant says so.
// https://developer.atlassian.com/platform/forge/security/#user-impersonation
import { isGrant, type Grant, type PrivilegedOperation } from '../../domain/grant';
import { privilegedUser } from './identity';

/** As whom a grant lets the app act. Throws for what only looks like a grant, and for a grant of another operation. */
export const granted = (grant: Grant, operation: PrivilegedOperation) => {
  if (!isGrant(grant) || grant.operation !== operation) throw new Error(`${operation} without a grant`);
  return privilegedUser(grant.actAs);
};
