import type { Ports } from '../../broker/ports';
import type { JiraGroups } from '../../shared/customers/views';
import type { InJira } from '../in-jira';

/** Groups whose name holds the text, for a policy to name. */
export const findJiraGroups = async (
  { jira }: Ports,
  _context: InJira,
  { text }: { text: string },
): Promise<JiraGroups> => ({ groups: await jira.searchGroups(text.trim()) });
