// Every name and key under which the app stores data in Forge's key-value store.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/
import type { AccountId, GroupId, ProjectId } from '../../shared/ids';

/** Keys of versions before December 2025: the email is a plain value, the token a secret. */
export const LEGACY_EMAIL_KEY = 'privilegedUserEmail';
export const LEGACY_TOKEN_KEY = 'privilegedUserApiToken';

/** Entities, as manifest.yml declares them. */
export const SETTING = 'setting';
export const GROUP_RECORD = 'group-record';
export const MEMBERSHIP_FACT = 'membership-fact';
export const AUDIT_ENTRY = 'audit-entry';
export const AUDIT_OUTCOME = 'audit-outcome';
export const CUSTOMER_QUOTA = 'customer-quota';
export const REPEATED_REQUEST = 'repeated-request';
export const RUN = 'run';
export const RUN_PART = 'run-part';
export const RUN_PART_STATE = 'run-part-state';

/** Keys of the entity `setting`. */
export const PRIVILEGED_USER_KEY = 'privileged-user';
export const OBSERVATION_KEY = 'observation';
export const REFUSAL_LOOK_KEY = 'refusal-look';
export const RULES_KEY = 'rules';
export const SITE_ADMIN_PROOFS_KEY = 'site-admin-proofs';
export const AUDIT_WATERMARK_KEY = 'audit-watermark';
export const UPKEEP_KEY = 'upkeep';
export const FIRST_RUN_KEY = 'first-run';
export const RUN_POINTS_KEY = 'run-points';
export const RECORD_MARK_KEY = 'record-mark';
export const JIRA_OBSERVATION_KEY = 'jira-observation';
export const CUSTOMER_SITE_QUOTA_KEY = 'customer-site-quota';
const CUSTOMER_POLICY = 'customer-policy:';
export function customerPolicyKey(projectId: ProjectId): string {
  return `${CUSTOMER_POLICY}${projectId}`;
}
/** Tells whether a key of the entity `setting` is about customers. */
export function isOfCustomers(key: string): boolean {
  return key === JIRA_OBSERVATION_KEY || key === CUSTOMER_SITE_QUOTA_KEY || key.startsWith(CUSTOMER_POLICY);
}
/** Key of a row that lasts as long as a site check. */
export const PROBE_KEY = 'site-check';

/** Returns the key of a membership's fact. Ids of groups hold no colon. */
export function membershipKey(groupId: GroupId, accountId: AccountId): string {
  return `${groupId}:${accountId}`;
}

/** Returns the key of a part of a run, both of its lines and of its state. */
export function runPartKey(runId: string, part: number): string {
  return `${runId}#${String(part)}`;
}

/** Returns a key of the entity `customer-quota`: the count of one person in a project, on a day such as `2026-11-22`. */
export function personQuotaKey(day: string, projectId: ProjectId, accountId: AccountId): string {
  return `${day}:${projectId}:${accountId}`;
}
export function rulesQuotaKey(day: string, projectId: ProjectId): string {
  return `${day}:${projectId}#rules`;
}
export function siteQuotaKey(day: string): string {
  return `${day}#site`;
}

/** The only value of a record's attribute `site`: an index needs a partition, and an installation is one site. */
export const SITE = 'site';

/** Most operations in one transaction or batch: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const BATCH = 25;

/** Rows of refusals that one caller can leave in an hour, without the one that counts the rest. */
const REFUSALS_AN_HOUR = 20;

/**
 * Returns every key under which refusals of one caller and hour are counted; unknown callers share theirs.
 *
 * `at` is an ISO instant: its first 13 characters are the hour.
 */
export function refusalKeys(at: string, caller: AccountId | undefined): { own: string[]; rest: string } {
  const shared = `refusal:${at.slice(0, 13)}:${caller ?? 'none'}`;
  const own = Array.from({ length: REFUSALS_AN_HOUR }, (_, index) => `${shared}#${String(index)}`);
  return { own, rest: `${shared}#rest` };
}
