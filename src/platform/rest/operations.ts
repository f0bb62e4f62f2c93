// Every REST operation that the app calls, of all products.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/ and https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import type { z } from 'zod';

import { confluenceOperations } from '../confluence/operations';
import { jiraOperations } from '../jira/operations';

export const operations = { ...confluenceOperations, ...jiraOperations };

export type OperationId = keyof typeof operations;
/** Whose call an operation may be. */
export type ActorOf<Key extends OperationId> = (typeof operations)[Key]['actsAs'][number];
export type Answer<Key extends OperationId> = z.output<(typeof operations)[Key]['response']>;
