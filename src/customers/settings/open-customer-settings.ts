import type { CustomerSettingsView, ProjectPage } from '../../shared/customers/views';
import type { InJira } from '../in-jira';
import { currentJiraRight } from '../jira-right/jira-right';
import type { CustomerPorts } from '../ports';
import { nextDay } from '../quota/day-quota';

/** Returns service projects with their policies, the site's quota, and whether the privileged user is a Jira administrator. */
export async function openCustomerSettings(
  ports: CustomerPorts,
  { caller }: InJira,
  { start = 0 }: { start?: number | undefined },
): Promise<CustomerSettingsView> {
  const [right, projects, { value: dailyPerSite, version }, usedToday] = await Promise.all([
    currentJiraRight(ports),
    readProjects(ports, start),
    ports.customerSettings.dailyPerSite(),
    ports.customerQuota.usedOnSite(),
  ]);
  const site = { dailyPerSite, usedToday, resetsAt: nextDay(ports.clock), version };
  return { accountId: caller, right, projects, site };
}

async function readProjects({ jira, customerSettings }: CustomerPorts, start: number): Promise<ProjectPage> {
  const page = await jira.projects(start);
  const policies = await customerSettings.policies(page.projects.map(({ projectId }) => projectId));
  const projects = page.projects.map(({ projectId, key, name }) => {
    const policy = policies.get(projectId);
    const enabled = policy?.enabled === true;
    return { projectId, key, name, enabled, rules: enabled && policy.rules };
  });
  return { projects, ...(page.nextStart !== undefined && { nextStart: page.nextStart }) };
}
