// Initial state of Jira, from a seed.
// https://support.atlassian.com/jira/kb/the-atlassian-addons-project-access-project-role-in-jira-cloud/
import { adfOf } from './adf';
import { ISSUE_TYPES, type Issue, type Jira, type Project } from './model';
import type { JiraSeed } from './seed';

/** First id that the site assigns, above those of every seed. */
const FIRST_FREE_ID = 20_000;

/** Builds the state; `idOf` turns a handle or a group's name into an id. */
export function jiraFromSeed(
  { projects: seeds, issues }: JiraSeed,
  appAccountId: string,
  idOf: (name: string) => string,
): Jira {
  function ids(names: readonly string[]) {
    return new Set(names.map(idOf));
  }

  const projects = seeds.map(({ id, key, name, lead, administrators, agents, users }): Project => ({
    id,
    key,
    name,
    leadId: idOf(lead),
    lastIssue: 0,
    roles: {
      administrators: ids(administrators),
      agents: ids(agents),
      users: ids(users),
      apps: new Set([appAccountId]),
    },
  }));
  return {
    projects: new Map(projects.map((project) => [project.id, project])),
    issues: new Map(issues.map((one) => [one.id, issueFromSeed(one, projects, idOf)])),
    lastId: FIRST_FREE_ID,
  };
}

function issueFromSeed(
  { id, project: key, summary, description, reporter, createdAt }: JiraSeed['issues'][number],
  projects: readonly Project[],
  idOf: (name: string) => string,
): Issue {
  const project = projects.find((one) => one.key === key);
  if (project === undefined) {
    throw new Error(`The site has no ${key}`);
  }
  project.lastIssue += 1;
  return {
    id,
    key: `${key}-${project.lastIssue}`,
    projectId: project.id,
    typeId: ISSUE_TYPES[0].id,
    summary,
    description: adfOf(description),
    reporterId: idOf(reporter),
    createdAt: Date.parse(createdAt),
    comments: [],
  };
}
