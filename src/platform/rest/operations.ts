// Every REST operation that the app calls, of all products.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/ and https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import { confluenceOperations } from '../confluence/operations';
import { jiraOperations } from '../jira/operations';

export const operations = { ...confluenceOperations, ...jiraOperations };
