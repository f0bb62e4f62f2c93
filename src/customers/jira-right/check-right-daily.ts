import type { CustomerPorts } from '../ports';
import { currentJiraRight } from './jira-right';

/** Looks daily at the privileged user in Jira. Before somebody opened a page there nobody looks: a site without Jira is not asked. */
export async function checkRightDaily(ports: CustomerPorts): Promise<void> {
  if ((await ports.customerSettings.observation()) !== undefined) await currentJiraRight(ports, 'now');
}
