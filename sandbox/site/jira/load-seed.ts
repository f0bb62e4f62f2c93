// From a seed's Jira part to its first moment.
// https://support.atlassian.com/jira/kb/the-atlassian-addons-project-access-project-role-in-jira-cloud/
import { adfOf } from './adf';
import { ISSUE_TYPES, type Issue, type JiraState, type Project } from './model';
import type { JiraSeed } from './seed';

/** Ids that the site gives come behind those of every seed. */
const FIRST_FREE_ID = 20_000;

/** `idOf` turns a handle or a group's name into an id. */
export function jiraFromSeed(seed: JiraSeed, appAccountId: string, idOf: (name: string) => string): JiraState {
  const organizationIds = new Map(seed.organizations.map(({ name, id }) => [name, id]));
  const ids = (names: readonly string[]) => new Set(names.map(idOf));
  const projects = seed.projects.map(
    ({ id, key, name, lead, administrators, agents, users, serviceDesk }): Project => ({
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
      ...(serviceDesk !== undefined && {
        serviceDesk: {
          ...serviceDesk,
          customers: ids(serviceDesk.customers),
          organizations: new Set(serviceDesk.organizations.map((one) => organizationIds.get(one) ?? one)),
        },
      }),
    }),
  );
  return {
    projects: new Map(projects.map((project) => [project.id, project])),
    organizations: new Map(
      seed.organizations.map((one) => [
        one.id,
        { ...one, createdAt: Date.parse(one.createdAt), members: ids(one.members) },
      ]),
    ),
    issues: new Map(seed.issues.map((one) => [one.id, issueFromSeed(one, projects, idOf)])),
    customerDirectoryId: seed.customerDirectoryId,
    organizationsByAdminsOnly: seed.organizationsByAdminsOnly,
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
