import type { Check, PrivilegedUserState } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';

/** The account whose rights the app uses. */
export interface PrivilegedUser {
  accountId: AccountId;
  setBy: AccountId;
  setAt: string;
}

/** The API token of an older version: deleting it here revokes nothing, so this stays until an admin says that it is revoked. */
export interface OldToken {
  deletedAt: string;
  revoked?: { by: AccountId; at: string };
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
  oldToken?: OldToken;
}

/** Tells whether a token was deleted here of which nobody has said yet that it is revoked. */
export function waitsForRevocation({ oldToken }: PrivilegedUserSetting): boolean {
  return oldToken !== undefined && oldToken.revoked === undefined;
}

/** Names everybody whom the setting names. */
export function peopleNamed({ current, nominee, oldToken }: PrivilegedUserSetting): (AccountId | undefined)[] {
  return [current?.accountId, current?.setBy, nominee?.accountId, nominee?.nominatedBy, oldToken?.revoked?.by];
}

/** Returns what stays stored though nobody is the privileged user, or somebody else. */
export function withoutPeopleChosen({ oldToken }: PrivilegedUserSetting): PrivilegedUserSetting {
  return oldToken === undefined ? {} : { oldToken };
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
  /** When Forge first refused to act as them, and has not acted since. */
  refusedSince?: string;
}

/**
 * Returns where the privileged user stands, from what is stored and what was last observed.
 *
 * A user who works outranks everything else; a nominee outranks the email and token of older versions.
 */
export function privilegedUserState(
  setting: PrivilegedUserSetting,
  observation: Observation | undefined,
  legacyRecord: boolean,
): PrivilegedUserState {
  if (setting.current !== undefined) return stateOfCurrent(setting.current.accountId, observation);
  if (setting.nominee !== undefined) return { name: 'waiting', ...setting.nominee };
  return legacyRecord ? { name: 'legacy' } : { name: 'notConfigured' };
}

/** Forge has been seen to refuse for a moment: a refusal counts once Forge refuses again, so much later. */
const REFUSES_AGAIN_MS = 60_000;

/**
 * Notes when Forge began to refuse. Until it has refused for a minute, its refusals are `unclear` and change no state; a look in which it
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

/** Tells whether nothing failed, and nothing is known well enough to overrule an earlier failure. A hint decides neither. */
export function settlesNothing(checks: readonly Check[]): boolean {
  const decisive = checks.filter(({ name }) => name !== 'siteAdminGroup');
  return decisive.some(({ outcome }) => outcome === 'unclear') && !decisive.some(({ outcome }) => outcome === 'failed');
}

/** Returns the last write test, as long as it stands: one that failed, until another passes; one that passed, until something else fails. */
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
