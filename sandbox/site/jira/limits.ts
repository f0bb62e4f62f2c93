// Limits of Jira's REST API, as data: each with the page that states it.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/

/** Maximum users that one search finds, in total and per page. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get */
export const JIRA_SEARCH_REACH = 1000;
export const JIRA_SEARCH_PAGE = 50;

/** Comments per page. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/ */
export const JIRA_COMMENT_PAGE = 100;

/** Groups in a picker: the default of Jira's setting `jira.ajax.autocomplete.limit`. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/ */
export const JIRA_PICKER_GROUPS = 20;

/** Projects, and issues, in one check. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-check-post */
export const JIRA_CHECKED = 1000;

/** Characters of a summary. https://support.atlassian.com/jira-software-cloud/docs/what-is-an-issue/ */
export const SUMMARY_LENGTH = 255;
