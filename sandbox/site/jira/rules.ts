import type { Account, State } from '../confluence/model';
import { hasAccess, isActive } from '../confluence/rules';
// Who may do what in Jira and Jira Service Management. The only file that decides on it.
// https://support.atlassian.com/jira-cloud-administration/docs/manage-global-permissions/ and
// https://support.atlassian.com/jira-cloud-administration/docs/customize-jira-service-management-permissions/
import type { Actor } from '../core/call';
import { emptyRefusal, Refusal } from '../core/refusal';
import type { Project, ProjectRole, ServiceDesk } from './model';
import type { PermissionKey, ProjectPermission } from './permission-catalogue';
import { isProjectPermission } from './permission-catalogue';

const WORK = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'ADD_COMMENTS'] as const;

/** Jira gives apps every project permission there is; the sandbox keeps administration from them. */
const HELD_BY_ROLE: Record<ProjectRole, readonly ProjectPermission[]> = {
  administrators: ['ADMINISTER_PROJECTS', ...WORK],
  agents: ['SERVICEDESK_AGENT', ...WORK],
  users: WORK,
  apps: WORK,
};

const isPerson = ({ accountType }: Account): boolean => accountType === 'atlassian';

const hasLicence = (state: State, account: Account): boolean =>
  isActive(account) && isPerson(account) && hasAccess(state, account, 'jira-agent');

/** Administer Jira, the global permission. */
export const isJiraAdmin = (state: State, account: Account): boolean =>
  isActive(account) && isPerson(account) && hasAccess(state, account, 'jira-admin');

/** A licensed user of Jira or of Jira Service Management, a Jira administrator, or an installed app. Portal customers are none. */
export const canUseJira = (state: State, account: Account): boolean =>
  hasLicence(state, account) ||
  isJiraAdmin(state, account) ||
  (isActive(account) && account.accountType !== 'customer' && hasAccess(state, account, 'jira-user'));

/** Every operation of Jira Service Management but one is refused without a word to those who hold no agent licence. */
export function requireAgentLicence(state: State, account: Account): void {
  if (!hasLicence(state, account)) {
    throw emptyRefusal();
  }
}

/** An agent's permission is worth nothing without the licence. */
export function holdsInProject(
  state: State,
  account: Account,
  project: Project,
  permission: ProjectPermission,
): boolean {
  if (!canUseJira(state, account) || (permission === 'SERVICEDESK_AGENT' && !hasLicence(state, account))) {
    return false;
  }
  return Object.entries(HELD_BY_ROLE).some(
    ([role, held]) => held.includes(permission) && isInRole(state, account, project.roles[role as ProjectRole]),
  );
}

const isInRole = ({ groups }: State, { accountId }: Account, role: ReadonlySet<string>): boolean =>
  role.has(accountId) || [...role].some((id) => groups.get(id)?.members.has(accountId) === true);

/** A global permission, or a project's in any project. */
export function holds(state: State, account: Account, permission: PermissionKey): boolean {
  if (isProjectPermission(permission)) {
    return [...state.jira.projects.values()].some((project) => holdsInProject(state, account, project, permission));
  }
  const isAllowed = permission === 'ADMINISTER' ? isJiraAdmin : canBrowseUsers;
  return isAllowed(state, account);
}

/** Browse users and groups, the global permission. */
export const canBrowseUsers = (state: State, account: Account): boolean =>
  canUseJira(state, account) && hasAccess(state, account, 'user-picker');

export const canBrowse = (state: State, account: Account, project: Project): boolean =>
  holdsInProject(state, account, project, 'BROWSE_PROJECTS');

const forbidden = (who: string): Refusal => new Refusal(403, `${who} permission is required.`);

/** In the words that a site answered: https://community.atlassian.com/forums/Jira-questions/JSM-Cloud-REST-API-Regression-in-customer-creation-endpoint/qaq-p/3237647 */
export function requireJiraAdmin(state: State, { account }: Actor): void {
  if (!isJiraAdmin(state, account)) {
    throw new Refusal(
      403,
      'Unauthorized to perform the requested action, JIRA Administrators global permission is required.',
    );
  }
}

export function requireServiceDeskAdmin(state: State, { account }: Actor, project: Project): void {
  if (!holdsInProject(state, account, project, 'ADMINISTER_PROJECTS')) {
    throw forbidden('Service desk administrator');
  }
}

export function requireAgentOf(state: State, { account }: Actor, project: Project): void {
  if (!holdsInProject(state, account, project, 'SERVICEDESK_AGENT')) {
    throw forbidden('Service desk agent');
  }
}

/** Agents and administrators of any service desk. */
export function requireDeskStaff(state: State, { account }: Actor): void {
  const desks = [...state.jira.projects.values()].filter(({ serviceDesk }) => serviceDesk !== undefined);
  if (!desks.some((project) => isStaffOf(state, account, project))) {
    throw forbidden('Service desk administrator or agent');
  }
}

export const isStaffOf = (state: State, account: Account, project: Project): boolean =>
  holdsInProject(state, account, project, 'SERVICEDESK_AGENT') ||
  holdsInProject(state, account, project, 'ADMINISTER_PROJECTS');

/** Creating organizations and changing who is in them: the service desks' staff, or Jira administrators if the site says so. */
export function requireOrganizationManager(state: State, actor: Actor): void {
  if (!state.jira.organizationsByAdminsOnly) {
    requireDeskStaff(state, actor);
  } else if (!isJiraAdmin(state, actor.account)) {
    throw forbidden('Jira administrator');
  }
}

/** Customers can be removed one by one only where nobody can come back by themselves. */
export function requireClosedAccess({ access }: ServiceDesk): void {
  if (access === 'open') {
    throw new Refusal(400, 'The service desk has open access.');
  }
}

/** Anybody can be a customer, with an Atlassian account too; apps and those who left cannot. */
export const canBeCustomer = (account: Account): boolean => isActive(account) && account.accountType !== 'app';

/** Portal-only customers have no profile that could hide their address from the agents who serve them. */
export const mayReadCustomerEmail = ({ kind, account }: Actor, subject: Account): boolean =>
  subject.accountType === 'customer' || (kind === 'basic' && account.accountId === subject.accountId);
