// Limits of Jira Service Management's REST API, as data.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/

/** Results per page of every list of Jira Service Management; the maximum is not documented. https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/#pagination */
export const JSM_PAGE = { default: 50, max: 50 } as const;
