import type { CustomerPorts } from '../ports';
import { currentJiraRight } from './jira-right';

/** Checks the privileged user in Jira daily, once somebody has opened a page there: a site without Jira isn't asked. */
export async function checkRightDaily(ports: CustomerPorts): Promise<void> {
  if ((await ports.customerSettings.observation()) !== undefined) await currentJiraRight(ports, 'now');
}
