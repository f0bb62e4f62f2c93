// Issues for callers outside of the REST API.
import type { Site } from '../../contract/site';
import { plainText } from './adf';
import { issueBy, type Jira } from './model';

export function issueOf(jira: Jira, idOrKey: string): ReturnType<Site['issue']> {
  const issue = issueBy(jira, idOrKey);
  const project = jira.projects.get(issue?.projectId ?? '');
  if (issue === undefined || project === undefined) {
    return undefined;
  }
  const { key, summary, description, reporterId } = issue;
  return { key, summary, description: plainText(description), reporterAccountId: reporterId, projectKey: project.key };
}
