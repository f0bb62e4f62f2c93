import type { ShownAction } from '../../src/shared/broker/audit';
import type { AuditOutcome } from '../../src/shared/broker/audit-outcome';

/** What was asked for; the outcome says whether it happened. */
const ACTIONS: Readonly<Record<ShownAction, string>> = {
  createGroup: 'Create group',
  deleteGroup: 'Delete group',
  addMember: 'Add to group',
  removeMember: 'Remove from group',
  writeTestCreate: 'Create test group',
  writeTestDelete: 'Delete test group',
  proveSiteAdminCreate: 'Create test group to confirm a site admin',
  proveSiteAdminDelete: 'Delete test group of a site admin’s confirmation',
  confirmSiteAdmin: 'Confirm site admin',
  savePrivilegedUser: 'Choose privileged user',
  nominatePrivilegedUser: 'Ask to be privileged user',
  acceptNomination: 'Accept to be privileged user',
  declineNomination: 'Decline to be privileged user',
  cancelNomination: 'Withdraw request to be privileged user',
  removePrivilegedUser: 'Remove privileged user',
  deleteStoredCredentials: 'Delete stored credentials',
  confirmTokenRevoked: 'Confirm that the old API token is revoked',
  saveRules: 'Change rules',
  runSiteChecks: 'Run site checks',
  adoptGroup: 'Adopt group',
  releaseGroup: 'Release group',
  transferGroup: 'Transfer group',
  setGroupDeletable: 'Allow or forbid deleting group',
  eraseClosedAccount: 'Erase closed account',
  createCustomer: 'Create customer',
  findCustomer: 'Look up account by email address',
  addToProject: 'Add to service project',
  addToOrganization: 'Add to organization',
  saveCustomerPolicy: 'Change rules of service project',
  saveSiteQuota: 'Change daily quota of site',
  saveCustomerSettings: 'Change rules or quota for customers',
  moreRefusals: 'Other changes',
};

export const OUTCOMES: Readonly<
  Record<AuditOutcome, { label: string; appearance: 'success' | 'removed' | 'moved' | 'default' | 'inprogress' }>
> = {
  succeeded: { label: 'Done', appearance: 'success' },
  unchanged: { label: 'Nothing to change', appearance: 'default' },
  failed: { label: 'Failed', appearance: 'removed' },
  refused: { label: 'Refused', appearance: 'moved' },
  unknown: { label: 'Not known', appearance: 'default' },
  pending: { label: 'Under way', appearance: 'inprogress' },
};

const OUTCOME_KEYS: readonly AuditOutcome[] = ['succeeded', 'unchanged', 'failed', 'refused', 'unknown', 'pending'];

/** The outcomes to choose from in a filter. */
export const outcomeOptions = OUTCOME_KEYS.map((value) => ({ value, label: OUTCOMES[value].label }));

/** An audit entry's action in words. An action that this version does not know is shown as stored. */
export function actionText(action: ShownAction): string {
  return Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : action;
}
