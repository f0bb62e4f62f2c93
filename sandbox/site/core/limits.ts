// Limits that all REST APIs of the site share, as data: each with the page that states it.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/

/** The largest `int32`, the type of every offset and page size. https://developer.atlassian.com/cloud/confluence/rest/v1/ */
export const MAX_INT32 = 2_147_483_647;

/** Characters of an account id. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/ */
export const ACCOUNT_ID_LENGTH = 128;

/** Window of points; bursts are counted by the second. https://developer.atlassian.com/cloud/confluence/rate-limiting/ */
export const HOUR_MS = 3_600_000;
export const SECOND_MS = 1_000;

/** Share of a quota below which answers warn. Same page. */
export const NEAR_LIMIT = 0.2;
