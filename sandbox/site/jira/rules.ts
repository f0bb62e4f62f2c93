// Who may do what in Jira. The only file that decides on it.
// https://support.atlassian.com/jira-cloud-administration/docs/manage-global-permissions/
import type { Account, People } from '../people/model';
import { hasAccess, isActive, isPerson } from '../people/rules';
import type { JiraState, Project, ProjectRole } from './model';
import { isProjectPermission, type PermissionKey, type ProjectPermission } from './permission-catalogue';

/** An agent licence of Jira Service Management, which counts in every service project. */
export function hasAgentLicence(state: People, account: Account): boolean {
  return isActive(account) && isPerson(account) && hasAccess(state, account, 'jira-agent');
}

/** Administer Jira, the global permission. */
export function isJiraAdmin(state: People, account: Account): boolean {
  return isActive(account) && isPerson(account) && hasAccess(state, account, 'jira-admin');
}

/** A licensed user of Jira or of Jira Service Management, a Jira administrator, or an installed app. Portal customers are none. */
export function canUseJira(state: People, account: Account): boolean {
  return (
    hasAgentLicence(state, account) ||
    isJiraAdmin(state, account) ||
    (isActive(account) && account.accountType !== 'customer' && hasAccess(state, account, 'jira-user'))
  );
}

const WORK = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'ADD_COMMENTS'] as const;

/** Jira gives apps every project permission there is; the sandbox keeps administration from them. */
const HELD_BY_ROLE: Record<ProjectRole, readonly ProjectPermission[]> = {
  administrators: ['ADMINISTER_PROJECTS', ...WORK],
  agents: ['SERVICEDESK_AGENT', ...WORK],
  users: WORK,
  apps: WORK,
};

/** An agent's permission is worth nothing without the licence. */
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

/** A global permission, or a project's in any project. */
export function holds(state: JiraState, account: Account, permission: PermissionKey): boolean {
  if (isProjectPermission(permission)) {
    return [...state.jira.projects.values()].some((project) => holdsInProject(state, account, project, permission));
  }
  const isAllowed = permission === 'ADMINISTER' ? isJiraAdmin : canBrowseUsers;
  return isAllowed(state, account);
}

/** Browse users and groups, the global permission. */
export function canBrowseUsers(state: People, account: Account): boolean {
  return canUseJira(state, account) && hasAccess(state, account, 'user-picker');
}

export function canBrowse(state: People, account: Account, project: Project): boolean {
  return holdsInProject(state, account, project, 'BROWSE_PROJECTS');
}

function isInRole({ groups }: People, { accountId }: Account, role: ReadonlySet<string>): boolean {
  return role.has(accountId) || [...role].some((id) => groups.get(id)?.members.has(accountId) === true);
}
