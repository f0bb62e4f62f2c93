// Jira's people, service projects and organizations, read as the person who calls.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/
import type { JiraDirectory } from '../../customers/ports';
import type { GroupId } from '../../shared/ids';
import { CALLER } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { unless } from '../rest/unless';
import { findByAddress } from './accounts';
import { jiraReads } from './operations';
import { holds } from './permissions';
import {
  findMemberships,
  findOrganizations,
  hasCustomer,
  readOrganization,
  readOrganizations,
  readProject,
  readProjectById,
  readProjects,
} from './service-projects';

/** How Jira says that the caller may not see a thing, or that he may not use Jira. */
const HIDDEN = ['NOT_FOUND', 'ATLASSIAN_REFUSED'] as const;

/** Jira as the caller sees it. See the port for what each method answers. */
export function createJiraDirectory(deps: RequestDeps): JiraDirectory {
  return {
    isJiraAdmin: () => unless(HIDDEN, false, () => holds(deps, CALLER, 'ADMINISTER')),
    project: (key) => unless(HIDDEN, undefined, () => readProject(deps, key)),
    projects: (start) => unless(HIDDEN, { projects: [] }, () => readProjects(deps, start)),
    projectById: (projectId) => unless(HIDDEN, undefined, () => readProjectById(deps, projectId)),
    organizations: (project, start = 0) =>
      unless(HIDDEN, { organizations: [] }, () => readOrganizations(deps, project, start)),
    findOrganizations: (project, wanted) =>
      unless(HIDDEN, { found: [], complete: true }, () => findOrganizations(deps, project, wanted)),
    isCustomer: (project, { accountId, address }) =>
      unless(HIDDEN, false, () => hasCustomer(deps, project, accountId, address)),
    membershipsOf: async (accountId, wanted) => {
      const { found } = await unless(HIDDEN, { found: [], complete: true }, () =>
        findMemberships(deps, accountId, wanted),
      );
      return new Set(found.map(({ organizationId }) => organizationId));
    },
    organization: (organizationId) => unless(HIDDEN, undefined, () => readOrganization(deps, organizationId)),
    groupsOfCaller: () => unless(HIDDEN, new Set<GroupId>(), () => readGroupsOfCaller(deps)),
    searchGroups: (text) => unless(HIDDEN, [], () => searchGroups(deps, text)),
    mayComment: (issueKey) => unless(HIDDEN, false, () => holds(deps, CALLER, 'ADD_COMMENTS', { issueKey })),
    findAccount: (address) => unless(HIDDEN, undefined, () => findByAddress(deps, CALLER, address)),
  };
}

async function readGroupsOfCaller(deps: RequestDeps): Promise<ReadonlySet<GroupId>> {
  const { groups } = await send(deps, jiraReads.getJiraUser, CALLER, { query: { expand: 'groups' } });
  return new Set(groups?.items.flatMap(({ groupId }) => groupId ?? []));
}

const MAX_GROUPS = 50;

async function searchGroups(deps: RequestDeps, text: string): ReturnType<JiraDirectory['searchGroups']> {
  const query = { query: text, maxResults: MAX_GROUPS, caseInsensitive: true };
  const { groups } = await send(deps, jiraReads.findGroups, CALLER, { query });
  return groups
    .flatMap(({ groupId, name }) => (groupId && name !== undefined ? [{ groupId, name }] : []))
    .slice(0, MAX_GROUPS);
}
