// Every name and key under which the app stores something in Forge's key-value store.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/

/** Keys of versions before December 2025: the e-mail is a plain value, the token a secret. */
export const LEGACY_EMAIL_KEY = 'privilegedUserEmail';
export const LEGACY_TOKEN_KEY = 'privilegedUserApiToken';

/** Entities, as manifest.yml declares them. */
export const SETTING = 'setting';
export const GROUP_RECORD = 'group-record';
export const AUDIT_ENTRY = 'audit-entry';
export const AUDIT_OUTCOME = 'audit-outcome';

/** Keys of the entity `setting`. */
export const PRIVILEGED_USER_KEY = 'privileged-user';
export const OBSERVATION_KEY = 'observation';
export const RULES_KEY = 'rules';
export const AUDIT_WATERMARK_KEY = 'audit-watermark';
/** Of a row that lasts as long as a site check. */
export const PROBE_KEY = 'site-check';

/** The one value of the attribute `site`: an index needs a partition, and an installation is one site. */
export const SITE = 'site';

/** Most operations in one transaction or batch: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const BATCH = 25;

/** What a key can't hold: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const NOT_IN_KEYS = /[^a-zA-Z0-9:._#-]/g;

/** One refusal a caller, action, reason and space an hour. `at` is an ISO instant: its first 13 characters are the hour. */
export const refusalKey = (at: string, caller: string, action: string, reason: string, spaceId: string): string =>
  ['refusal', at.slice(0, 13), caller, action, reason, spaceId].join(':').replaceAll(NOT_IN_KEYS, '-');
