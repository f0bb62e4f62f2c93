import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { Check, PrivilegedUserState } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import type { Pause } from '../../shared/result';

/** The account whose rights the app uses. */
export interface PrivilegedUser {
  accountId: AccountId;
  setBy: AccountId;
  setAt: string;
}

/** The API token of an older version. Deleting it here doesn't revoke it, so this stays until an admin says that it is revoked. */
export interface OldToken {
  deletedAt: string;
  revoked?: { by: AccountId; at: string };
}

interface Nominee {
  accountId: AccountId;
  nominatedBy: AccountId;
  nominatedAt: string;
}

/** The stored setting of the privileged user. */
export interface PrivilegedUserSetting {
  current?: PrivilegedUser;
  nominee?: Nominee;
  oldToken?: OldToken;
  /** All changes are paused. It stands in this row, so that nobody can read whom to act as without reading whether to. */
  paused?: { by: AccountId; at: string };
}

/** Returns since when all changes are paused; undefined if they aren't. */
export function pauseIn({ paused }: PrivilegedUserSetting): Pause | undefined {
  return paused && { ...(paused.by !== CLOSED_ACCOUNT && { by: paused.by }), at: paused.at };
}

/** Tells whether a deleted token still has to be confirmed as revoked. */
export function waitsForRevocation({ oldToken }: PrivilegedUserSetting): boolean {
  return oldToken !== undefined && oldToken.revoked === undefined;
}

/** Returns everybody named in the setting. */
export function peopleNamed(setting: PrivilegedUserSetting): (AccountId | undefined)[] {
  const { current, nominee, oldToken, paused } = setting;
  const chosen = [current?.accountId, current?.setBy, nominee?.accountId, nominee?.nominatedBy];
  return [...chosen, oldToken?.revoked?.by, paused?.by];
}

/** Returns the part of the setting that outlives a change of privileged user. */
export function withoutPeopleChosen({ oldToken, paused }: PrivilegedUserSetting): PrivilegedUserSetting {
  return { ...(oldToken && { oldToken }), ...(paused && { paused }) };
}

/** A group that a write test made. */
export interface CheckGroup {
  groupId: string;
  groupName: string;
}

/** The result of the last check of the privileged user. */
export interface Observation {
  accountId: AccountId;
  at: string;
  checks: Check[];
  /** Groups of write tests that couldn't be deleted yet. */
  leftoverCheckGroups: CheckGroup[];
  /** The time when Forge first refused to act as them; absent once it acts again. */
  refusedSince?: string;
}

/**
 * Derives the state of the privileged user from the setting and the last observation.
 *
 * A pause outranks what is known of a user; a user who works outranks everything else; a nominee outranks the email and token of older versions.
 */
export function privilegedUserState(
  setting: PrivilegedUserSetting,
  observation: Observation | undefined,
  legacyRecord: boolean,
): PrivilegedUserState {
  const pause = pauseIn(setting);
  if (setting.current !== undefined && pause !== undefined)
    return { name: 'paused', accountId: setting.current.accountId, pause };
  if (setting.current !== undefined) return stateOfCurrent(setting.current.accountId, observation);
  if (setting.nominee !== undefined) return { name: 'waiting', ...setting.nominee };
  return legacyRecord ? { name: 'legacy' } : { name: 'notConfigured' };
}

/** Forge sometimes refuses for a moment: a refusal counts once Forge refuses again after this time. */
const REFUSES_AGAIN_MS = 60_000;

/**
 * Records when Forge began to refuse. For the first minute its refusals are `unclear` and don't change the state; a check in which it
 * acts forgets them.
 */
export function withRefusalNoted(
  checks: readonly Check[],
  previous: Observation | undefined,
  now: number,
): Pick<Observation, 'checks' | 'refusedSince'> {
  if (!checks.some(isRefusedByForge)) return { checks: [...checks] };
  const refusedSince = previous?.refusedSince ?? new Date(now).toISOString();
  if (now - Date.parse(refusedSince) >= REFUSES_AGAIN_MS) return { checks: [...checks], refusedSince };
  return {
    checks: checks.map((check) => (isRefusedByForge(check) ? { ...check, outcome: 'unclear' } : check)),
    refusedSince,
  };
}

/** Tells whether the checks neither failed nor passed clearly enough to overrule an earlier failure. A hint decides neither. */
export function settlesNothing(checks: readonly Check[]): boolean {
  const decisive = checks.filter(({ name }) => name !== 'siteAdminGroup');
  return decisive.some(({ outcome }) => outcome === 'unclear') && !decisive.some(({ outcome }) => outcome === 'failed');
}

/** Returns the last write test while it stands: a failed one until another passes, a passed one until something else fails. */
export function standingWriteTest(checks: readonly Check[], last: Check | undefined): Check {
  const stands = last?.outcome === 'failed' || !checks.some(({ outcome }) => outcome === 'failed');
  return last !== undefined && stands ? last : { name: 'writeTest', outcome: 'notRun' };
}

function stateOfCurrent(accountId: AccountId, observation: Observation | undefined): PrivilegedUserState {
  const checks = observation?.accountId === accountId ? observation.checks : [];
  const failed = checks.find((check) => check.outcome === 'failed');
  if (failed === undefined) return { name: 'healthy', accountId };
  const { cause } = failed;
  if (cause === 'notApproved') return { name: 'notApproved', accountId };
  const unusable =
    cause === 'deactivated' || cause === 'left' || cause === 'noAppAccess' || cause === 'unsupportedAccountType';
  return unusable ? { name: 'unusable', accountId, cause } : { name: 'lacksPermission', accountId };
}

function isRefusedByForge({ byForge }: Check): boolean {
  return byForge === true;
}
