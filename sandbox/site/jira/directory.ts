// Projects and issues as those outside of the REST API know them.
import type { Site } from '../../contract';
import { plainText } from './adf';
import { issueBy, type JiraState } from './model';

export const projectsOf = ({ projects }: JiraState): ReturnType<Site['projects']> =>
  [...projects.values()].map(({ id, key, name, serviceDesk }) => ({
    id,
    key,
    name,
    ...(serviceDesk !== undefined && { serviceDeskId: serviceDesk.id }),
  }));

export function issueOf(jira: JiraState, idOrKey: string): ReturnType<Site['issue']> {
  const issue = issueBy(jira, idOrKey);
  const project = jira.projects.get(issue?.projectId ?? '');
  if (issue === undefined || project === undefined) {
    return undefined;
  }
  const { key, summary, description, reporterId } = issue;
  return { key, summary, description: plainText(description), reporterAccountId: reporterId, projectKey: project.key };
}
