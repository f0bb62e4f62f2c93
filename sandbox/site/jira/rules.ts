// Permissions in Jira. The only file that decides on them.
// https://support.atlassian.com/jira-cloud-administration/docs/manage-global-permissions/
import type { Account, People } from '../people/model';
import { hasAccess, isActive, isPerson } from '../people/rules';
import type { JiraState, Project, ProjectRole } from './model';
import { isProjectPermission, type PermissionKey, type ProjectPermission } from './permission-catalogue';

/** Checks for an agent license of Jira Service Management, which counts in every service project. */
export function hasAgentLicence(state: People, account: Account): boolean {
  return isActive(account) && isPerson(account) && hasAccess(state, account, 'jira-agent');
}

/** Checks the global permission Administer Jira. */
export function isJiraAdmin(state: People, account: Account): boolean {
  return isActive(account) && isPerson(account) && hasAccess(state, account, 'jira-admin');
}

/** Tells whether the account may use Jira: licensed users of Jira or Jira Service Management, Jira administrators and installed apps, but not portal customers. */
export function canUseJira(state: People, account: Account): boolean {
  return (
    hasAgentLicence(state, account) ||
    isJiraAdmin(state, account) ||
    (isActive(account) && account.accountType !== 'customer' && hasAccess(state, account, 'jira-user'))
  );
}

const WORK = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'ADD_COMMENTS'] as const;

/** Maps each role to its permissions. Jira gives apps every project permission; the sandbox withholds administration. */
const HELD_BY_ROLE: Record<ProjectRole, readonly ProjectPermission[]> = {
  administrators: ['ADMINISTER_PROJECTS', ...WORK],
  agents: ['SERVICEDESK_AGENT', ...WORK],
  users: WORK,
  apps: WORK,
};

/** Checks a permission in a project. An agent's counts only with the license. */
export function holdsInProject(
  state: People,
  account: Account,
  project: Project,
  permission: ProjectPermission,
): boolean {
  if (!canUseJira(state, account) || (permission === 'SERVICEDESK_AGENT' && !hasAgentLicence(state, account))) {
    return false;
  }
  return Object.entries(HELD_BY_ROLE).some(
    ([role, held]) => held.includes(permission) && isInRole(state, account, project.roles[role as ProjectRole]),
  );
}

/** Checks a global permission, or a project permission in any project. */
export function holds(state: JiraState, account: Account, permission: PermissionKey): boolean {
  if (isProjectPermission(permission)) {
    return [...state.jira.projects.values()].some((project) => holdsInProject(state, account, project, permission));
  }
  const isAllowed = permission === 'ADMINISTER' ? isJiraAdmin : canBrowseUsers;
  return isAllowed(state, account);
}

/** Checks the global permission Browse users and groups. */
export function canBrowseUsers(state: People, account: Account): boolean {
  return canUseJira(state, account) && hasAccess(state, account, 'user-picker');
}

export function canBrowse(state: People, account: Account, project: Project): boolean {
  return holdsInProject(state, account, project, 'BROWSE_PROJECTS');
}

function isInRole({ groups }: People, { accountId }: Account, role: ReadonlySet<string>): boolean {
  return role.has(accountId) || [...role].some((id) => groups.get(id)?.members.has(accountId) === true);
}
