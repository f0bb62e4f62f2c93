// An Atlassian Cloud site at one moment: accounts, groups, spaces, Jira, and who may do what in them. State only; `rules.ts` judges.
// https://developer.atlassian.com/cloud/confluence/rest/v2/intro/
import type { JiraState } from '../jira/model';

/**
 * What membership in a group gives: use of Confluence, Confluence administration, site administration; use of Jira, an agent licence,
 * Jira administration, and the right to browse users and groups in Jira.
 */
export type AccessType = 'user' | 'admin' | 'site-admin' | 'jira-user' | 'jira-agent' | 'jira-admin' | 'user-picker';

/** What Confluence tells of groups: `accessType` in https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/ */
export type ListedAccess = Extract<AccessType, 'user' | 'admin' | 'site-admin'>;

/**
 * What the lists of groups by access hold for people who are no admins. Only `complete` is documented; `shortened` keeps one
 * group of each, `refused` answers 403.
 */
export type AccessLists = 'complete' | 'shortened' | 'empty' | 'refused';

/** How far the site has moved from classic space permissions to space roles. */
export type SiteMode = 'PRE_ROLES' | 'ROLES_TRANSITION' | 'ROLES';

export interface Account {
  accountId: string;
  handle: string;
  name: string;
  email: string;
  accountType: 'atlassian' | 'app' | 'customer';
  status: 'active' | 'inactive' | 'closed';
}

export interface Group {
  id: string;
  name: string;
  usageType: 'USERBASE_GROUP' | 'TEAM_COLLABORATION';
  managedBy: 'ADMINS' | 'EXTERNAL' | 'TEAM_MEMBERS' | 'OPEN';
  grants: Set<AccessType>;
  /** What Confluence lists the group as giving, though it does not. */
  listedAs: Set<ListedAccess>;
  /** Account ids. */
  members: Set<string>;
}

/** A classic space permission: one operation for one person or group. */
export interface Permission {
  id: number;
  principal: { type: 'user' | 'group'; id: string };
  key: string;
  target: string;
}

export interface RoleAssignment {
  principalType: 'USER' | 'GROUP' | 'ACCESS_CLASS';
  principalId: string;
  roleId: string;
}

export interface Role {
  id: string;
  type: 'SYSTEM' | 'CUSTOM';
  name: string;
  description: string;
  /** Ids such as `read/space`. */
  permissions: readonly string[];
}

export interface Space {
  id: string;
  key: string;
  /** The key that people see since it was changed; `key` stays what it was. */
  alias?: string;
  name: string;
  type: 'global' | 'personal';
  status: 'current' | 'archived';
  ownerId: string;
  homepageId: string;
  createdAt: string;
  permissions: Permission[];
  assignments: RoleAssignment[];
}

export interface State {
  mode: SiteMode;
  /** Whether a roles-only site still tells a space's admins `administer`/`space`. Nobody has seen one that does. */
  rolesEmitAdminister: boolean;
  accessLists: AccessLists;
  /** Accounts that may manage the organization's groups by a role of their own, whatever groups they are in. */
  siteAdmins: Set<string>;
  /** The account behind `asApp()`. */
  appAccountId: string;
  accounts: Map<string, Account>;
  groups: Map<string, Group>;
  spaces: Map<string, Space>;
  roles: Map<string, Role>;
  nextPermissionId: number;
  jira: JiraState;
}

/** The key that people see, in addresses too. */
export function shownKey({ key, alias }: Pick<Space, 'key' | 'alias'>): string {
  return alias ?? key;
}

export function groupNamed(state: State, name: string): Group | undefined {
  const wanted = name.toLowerCase();
  return [...state.groups.values()].find((group) => group.name.toLowerCase() === wanted);
}

/** Deletes a group everywhere: with its memberships go its permissions and roles in every space and project. */
export function deleteGroup(state: State, groupId: string): void {
  state.groups.delete(groupId);
  for (const { roles } of state.jira.projects.values()) {
    Object.values(roles).forEach((role) => role.delete(groupId));
  }
  for (const space of state.spaces.values()) {
    space.permissions = space.permissions.filter(
      ({ principal }) => principal.type !== 'group' || principal.id !== groupId,
    );
    space.assignments = space.assignments.filter(
      ({ principalType, principalId }) => principalType !== 'GROUP' || principalId !== groupId,
    );
  }
}
