import type { AccountId } from '../shared/ids';
import type { Check, PrivilegedUserState } from '../shared/views';

/** The account whose rights the app uses. */
export interface PrivilegedUser {
  accountId: AccountId;
  setBy: AccountId;
  setAt: string;
  /** He was in a site-admin group when he was saved. If not, not being in one proves nothing later. */
  wasInSiteAdminGroup: boolean;
}

interface Nominee {
  accountId: AccountId;
  nominatedBy: AccountId;
  nominatedAt: string;
}

/** What is stored about the privileged user. */
export interface PrivilegedUserSetting {
  current?: PrivilegedUser;
  nominee?: Nominee;
}

/** A group that a write test made. */
export interface CheckGroup {
  groupId: string;
  groupName: string;
}

/** What the last look at the privileged user found. */
export interface Observation {
  accountId: AccountId;
  at: string;
  checks: Check[];
  /** Test groups of the write test that could not be deleted yet. */
  leftoverCheckGroups: CheckGroup[];
}

const stateOfCurrent = (accountId: AccountId, observation: Observation | undefined): PrivilegedUserState => {
  const checks = observation?.accountId === accountId ? observation.checks : [];
  const failed = checks.find((check) => check.outcome === 'failed');
  if (failed === undefined) return { name: 'healthy', accountId };
  const { cause } = failed;
  if (cause === 'notApproved') return { name: 'notApproved', accountId };
  const unusable =
    cause === 'deactivated' || cause === 'left' || cause === 'noAppAccess' || cause === 'unsupportedAccountType';
  return unusable ? { name: 'unusable', accountId, cause } : { name: 'lacksPermission', accountId };
};

/**
 * Where the privileged user stands, from what is stored and what was last observed.
 *
 * A user who works outranks everything else; a nominee outranks the e-mail and token of older versions.
 */
export const privilegedUserState = (
  setting: PrivilegedUserSetting,
  observation: Observation | undefined,
  legacyRecord: boolean,
): PrivilegedUserState => {
  if (setting.current !== undefined) return stateOfCurrent(setting.current.accountId, observation);
  if (setting.nominee !== undefined) return { name: 'waiting', ...setting.nominee };
  return legacyRecord ? { name: 'legacy' } : { name: 'notConfigured' };
};
