// Limits of the REST APIs, as data: each with the page that states it, or the reason for the value.
// https://developer.atlassian.com/cloud/confluence/rest/v1/ and /v2/

/** Groups and members per page. https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/ */
export const V1_GROUP_PAGE = { default: 200, max: 200 } as const;

/**
 * People per page of a user search. Default by the reference; the maximum is what clients report.
 * https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/#api-wiki-rest-api-search-user-get
 */
export const V1_SEARCH_PAGE = { default: 25, max: 100 } as const;

/** Account ids that one v1 bulk lookup reads; the rest is ignored. https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/#api-wiki-rest-api-user-bulk-get */
export const V1_BULK_USERS = 100;

/** Results per page of every v2 list. https://developer.atlassian.com/cloud/confluence/rest/v2/intro/#pagination */
export const V2_PAGE = { default: 25, max: 250 } as const;

/** Account ids in one lookup. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/#api-users-bulk-post */
export const V2_BULK_USERS = 250;

/** Space ids or keys in one filter. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-get */
export const V2_SPACE_FILTER = 250;

/** Entries of an `include-…` expansion. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-id-get */
export const V2_INCLUDED = 50;

/** Bytes of one v2 request body; above it 413. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-roles/#api-spaces-id-role-assignments-post */
export const V2_BODY_BYTES = 5 * 1024 * 1024;

/** The largest `int32`, the type of every offset and page size. https://developer.atlassian.com/cloud/confluence/rest/v1/ */
export const MAX_INT32 = 2_147_483_647;

/** Characters of a group's name. Undocumented; the limit of Atlassian's user directories. */
export const GROUP_NAME_LENGTH = 255;

/** Characters of an account id. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/ */
export const ACCOUNT_ID_LENGTH = 128;

/** Points are counted by the hour, bursts by the second. https://developer.atlassian.com/cloud/confluence/rate-limiting/ */
export const HOUR_MS = 3_600_000;
export const SECOND_MS = 1_000;

/** The part of a quota below which answers warn. Same page. */
export const NEAR_LIMIT = 0.2;

/** Results per page of every list of Jira Service Management; the maximum is not documented. https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/#pagination */
export const JSM_PAGE = { default: 50, max: 50 } as const;

/** Users that one search finds, and per page of it. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get */
export const JIRA_SEARCH_REACH = 1000;
export const JIRA_SEARCH_PAGE = 50;

/** Comments per page. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/ */
export const JIRA_COMMENT_PAGE = 100;

/** Groups that a picker is given; Jira's setting `jira.ajax.autocomplete.limit` as it comes. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/ */
export const JIRA_PICKER_GROUPS = 20;

/** Projects, and issues, in one check. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-check-post */
export const JIRA_CHECKED = 1000;

/** Characters of a summary. https://support.atlassian.com/jira-software-cloud/docs/what-is-an-issue/ */
export const SUMMARY_LENGTH = 255;
