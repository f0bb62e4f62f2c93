// Jira's people, service projects and organizations, read as a person sees them.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/
import type { JiraDirectory } from '../../customers/ports';
import type { GroupId } from '../../shared/ids';
import type { ReaderIdentity } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { foundUnless, unless } from '../rest/unless';
import { findByAddress } from './accounts';
import { jiraReads } from './operations';
import { findMemberships, findOrganizations, readOrganization, readOrganizations } from './organizations';
import { holds } from './permissions';
import { hasCustomer, readProject, readProjectById, readProjects } from './service-projects';

/** Codes with which Jira hides a thing from somebody, or says that they may not use Jira. */
const HIDDEN = ['NOT_FOUND', 'ATLASSIAN_REFUSED'] as const;

/** Reads Jira as this person sees it. The port describes each method's answers. */
export function createJiraDirectory(deps: RequestDeps, identity: ReaderIdentity): JiraDirectory {
  return {
    isJiraAdmin: () => unless(HIDDEN, false, () => holds(deps, identity, 'ADMINISTER')),
    project: (key) => foundUnless(HIDDEN, () => readProject(deps, identity, key)),
    projects: (start) => unless(HIDDEN, { projects: [] }, () => readProjects(deps, identity, start)),
    projectById: (projectId) => foundUnless(HIDDEN, () => readProjectById(deps, identity, projectId)),
    organizations: (project, start = 0) =>
      unless(HIDDEN, { organizations: [] }, () => readOrganizations(deps, identity, project, start)),
    findOrganizations: (project, wanted) =>
      unless(HIDDEN, { found: [], complete: true }, () => findOrganizations(deps, identity, project, wanted)),
    isCustomer: (project, { accountId, address }) =>
      unless(HIDDEN, false, () => hasCustomer(deps, identity, project, { accountId, address })),
    membershipsOf: async (accountId, wanted) => {
      const { found } = await unless(HIDDEN, { found: [], complete: true }, () =>
        findMemberships(deps, identity, accountId, wanted),
      );
      return new Set(found.map(({ organizationId }) => organizationId));
    },
    organization: (organizationId) => foundUnless(HIDDEN, () => readOrganization(deps, identity, organizationId)),
    groupsOfCaller: () => unless(HIDDEN, new Set<GroupId>(), () => readGroupsOfCaller(deps, identity)),
    searchGroups: (text) => unless(HIDDEN, [], () => searchGroups(deps, identity, text)),
    mayComment: (issueKey) => unless(HIDDEN, false, () => holds(deps, identity, 'ADD_COMMENTS', { issueKey })),
    findAccount: (address) => foundUnless(HIDDEN, () => findByAddress(deps, identity, address)),
  };
}

async function readGroupsOfCaller(deps: RequestDeps, identity: ReaderIdentity): Promise<ReadonlySet<GroupId>> {
  const { groups } = await send(deps, jiraReads.getJiraUser, identity, { query: { expand: 'groups' } });
  return new Set(groups?.items.flatMap(({ groupId }) => groupId ?? []));
}

const MAX_GROUPS = 50;

async function searchGroups(
  deps: RequestDeps,
  identity: ReaderIdentity,
  text: string,
): ReturnType<JiraDirectory['searchGroups']> {
  const query = { query: text, maxResults: MAX_GROUPS, caseInsensitive: true };
  const { groups } = await send(deps, jiraReads.findGroups, identity, { query });
  return groups
    .flatMap(({ groupId, name }) => (groupId && name !== undefined ? [{ groupId, name }] : []))
    .slice(0, MAX_GROUPS);
}
