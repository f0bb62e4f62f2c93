import type { Ports } from '../domain/ports';
import type { JiraGroups } from '../shared/customer-views';
import type { InJira } from './steps/in-jira';

/** Groups whose name holds the text, for a policy to name. */
export const findJiraGroups = async (
  { jira }: Ports,
  _context: InJira,
  { text }: { text: string },
): Promise<JiraGroups> => ({ groups: await jira.searchGroups(text.trim()) });
