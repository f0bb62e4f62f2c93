import type { Ports } from '../../broker/ports';
import type { JiraRight } from '../../shared/customers/views';
import { readJiraRight } from './jira-right';

/** Looks again, now, whether the privileged user is a Jira administrator. */
export const checkJiraRight = (ports: Ports): Promise<JiraRight> => readJiraRight(ports, 'now');
