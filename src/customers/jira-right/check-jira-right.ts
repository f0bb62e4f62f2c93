import type { JiraRight } from '../../shared/customers/views';
import type { CustomerPorts } from '../ports';
import { readJiraRight } from './jira-right';

/** Looks again, now, whether the privileged user is a Jira administrator. */
export function checkJiraRight(ports: CustomerPorts): Promise<JiraRight> {
  return readJiraRight(ports, 'now');
}
