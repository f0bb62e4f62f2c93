import type { AuditOutcome } from '../../src/shared/payloads';
import { storedReasonText } from './forbidden-text';

const ACTIONS: Readonly<Record<string, string>> = {
  createGroup: 'Created group',
  deleteGroup: 'Deleted group',
  addMember: 'Added to group',
  addMembers: 'Added to group',
  removeMember: 'Removed from group',
  removeMembers: 'Removed from group',
  writeTestCreate: 'Created test group',
  writeTestDelete: 'Deleted test group',
  savePrivilegedUser: 'Set the privileged user',
  nominatePrivilegedUser: 'Asked to be the privileged user',
  acceptNomination: 'Accepted to be the privileged user',
  declineNomination: 'Declined to be the privileged user',
  cancelNomination: 'Withdrew the request to be the privileged user',
  removePrivilegedUser: 'Removed the privileged user',
  deleteStoredCredentials: 'Deleted stored credentials',
  saveRules: 'Changed the rules',
  adoptGroup: 'Adopted group',
  adoptGroups: 'Adopted groups',
  releaseGroup: 'Released group',
  transferGroup: 'Transferred group',
  setGroupDeletable: 'Changed whether group may be deleted',
};

/** An audit entry's action in words. An action that this version does not know is shown as stored. */
export const actionText = (action: string): string => ACTIONS[action] ?? action;

export const OUTCOMES: Readonly<
  Record<AuditOutcome, { label: string; appearance: 'success' | 'removed' | 'moved' | 'default' | 'inprogress' }>
> = {
  succeeded: { label: 'Done', appearance: 'success' },
  failed: { label: 'Failed', appearance: 'removed' },
  refused: { label: 'Refused', appearance: 'moved' },
  unknown: { label: 'Not known', appearance: 'default' },
  pending: { label: 'Under way', appearance: 'inprogress' },
};

const OUTCOME_KEYS: readonly AuditOutcome[] = ['succeeded', 'failed', 'refused', 'unknown', 'pending'];

/** The outcomes to choose from in a filter. */
export const outcomeOptions = OUTCOME_KEYS.map((value) => ({ value, label: OUTCOMES[value].label }));

const CODES: Readonly<Record<string, string>> = {
  ATLASSIAN_REFUSED: 'Atlassian refused it.',
  NOT_FOUND: 'The group or the account was not found.',
  CONFLICT: 'Somebody else was faster, or the name was in use.',
  RATE_LIMITED: 'Atlassian asked this app to slow down.',
  PRIVILEGED_USER_UNAVAILABLE: 'The privileged user could not be used.',
  UPSTREAM_UNAVAILABLE: 'Confluence gave no answer.',
};

/** Why it ended so, in words. A code that this version does not know is shown as stored. */
export const reasonText = (code: string): string => storedReasonText(code) ?? CODES[code] ?? code;
