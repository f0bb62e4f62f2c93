import type { JiraGroups } from '../../shared/customers/views';
import type { InJira } from '../in-jira';
import type { CustomerPorts } from '../ports';

/** Finds groups whose name contains the text, for a policy to name. */
export async function findJiraGroups(
  { jira }: CustomerPorts,
  _context: InJira,
  { text }: { text: string },
): Promise<JiraGroups> {
  return { groups: await jira.searchGroups(text.trim()) };
}
