import type { JiraRight } from '../../shared/customers/views';
import type { CustomerPorts } from '../ports';
import { currentJiraRight } from './jira-right';

/** Checks again, now, whether the privileged user is a Jira administrator. */
export function checkJiraRight(ports: CustomerPorts): Promise<JiraRight> {
  return currentJiraRight(ports, 'now');
}
