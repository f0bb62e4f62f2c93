// Limits of Confluence's REST APIs, as data: each with the page that states it, or the reason for the value.
// https://developer.atlassian.com/cloud/confluence/rest/v1/ and /v2/

/** Groups and members per page. https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/ */
export const V1_GROUP_PAGE = { default: 200, max: 200 } as const;

/**
 * People per page of a user search. Default by the reference; the maximum is what clients report.
 * https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/#api-wiki-rest-api-search-user-get
 */
export const V1_SEARCH_PAGE = { default: 25, max: 100 } as const;

/** Account ids that one v1 bulk lookup reads; it ignores the rest. https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/#api-wiki-rest-api-user-bulk-get */
export const V1_BULK_USERS = 100;

/** Results per page of every v2 list. https://developer.atlassian.com/cloud/confluence/rest/v2/intro/#pagination */
export const V2_PAGE = { default: 25, max: 250 } as const;

/** Account ids in one lookup. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/#api-users-bulk-post */
export const V2_BULK_USERS = 250;

/** Space ids or keys in one filter. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-get */
export const V2_SPACE_FILTER = 250;

/** Entries of an `include-…` expansion. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-id-get */
export const V2_INCLUDED = 50;

/** Bytes of one v2 request body; a larger one gets 413. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-roles/#api-spaces-id-role-assignments-post */
export const V2_BODY_BYTES = 5 * 1024 * 1024;

/** Characters of a group's name. Undocumented; the limit of Atlassian's user directories. */
export const GROUP_NAME_LENGTH = 255;
