// A comment as Jira's API writes it.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/
import type { Call, Issue, IssueComment, Project } from '../model';
import { jiraDate, userDetailsJson } from './json';

/** Writes a comment. It's public on the portal unless it's internal. */
export function commentJson(
  call: Call,
  issue: Issue,
  { id, authorId, body, createdAt, internal }: IssueComment,
  { serviceDesk }: Project,
) {
  const account = call.model.accounts.get(authorId);
  const author = account === undefined ? {} : userDetailsJson(call, account);
  const date = jiraDate(createdAt);
  return {
    self: `${call.url.origin}/rest/api/3/issue/${issue.id}/comment/${id}`,
    id,
    author,
    body,
    updateAuthor: author,
    created: date,
    updated: date,
    ...(serviceDesk !== undefined && { jsdPublic: !internal }),
  };
}
