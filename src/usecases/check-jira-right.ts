import type { Ports } from '../domain/ports';
import type { JiraRight } from '../shared/customer-views';
import { readJiraRight } from './steps/jira-right';

/** Looks again, now, whether the privileged user is a Jira administrator. */
export const checkJiraRight = (ports: Ports): Promise<JiraRight> => readJiraRight(ports, 'now');
