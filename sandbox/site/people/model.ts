// State that all products of a site share: accounts and groups. `rules.ts` decides on access.
// https://support.atlassian.com/user-management/docs/manage-users/
import type { Identity } from '../../contract/identity';

/**
 * Names the access that a group gives: use of Confluence, Confluence administration, site administration; use of Jira, an agent license,
 * Jira administration, and the right to browse users and groups in Jira.
 */
export const ACCESS_TYPES = [
  'user',
  'admin',
  'site-admin',
  'jira-user',
  'jira-agent',
  'jira-admin',
  'user-picker',
] as const;
export type AccessType = (typeof ACCESS_TYPES)[number];

/** Access types that Confluence lists groups by: `accessType` in https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/ */
export const LISTED_ACCESS = ['user', 'admin', 'site-admin'] as const;
export type ListedAccess = (typeof LISTED_ACCESS)[number];

/** Names those who manage a group: the site's admins, an identity provider, or the people of a team. */
export const MANAGED_BY = ['ADMINS', 'EXTERNAL', 'TEAM_MEMBERS', 'OPEN'] as const;

export interface Account {
  accountId: string;
  handle: string;
  name: string;
  email: string;
  accountType: 'atlassian' | 'app' | 'customer';
  status: 'active' | 'inactive' | 'closed';
  /** Their profile shows their email to anyone. */
  showsEmail?: boolean;
}

export interface Group {
  id: string;
  name: string;
  usageType: 'USERBASE_GROUP' | 'TEAM_COLLABORATION';
  managedBy: (typeof MANAGED_BY)[number];
  grants: Set<AccessType>;
  /** Access that Confluence lists the group under, though the group doesn't give it. */
  listedAs: Set<ListedAccess>;
  /** Account ids of the members. */
  members: Set<string>;
}

export interface People {
  /** Accounts with their own role to manage the organization's groups, whatever groups they are in. */
  siteAdmins: Set<string>;
  /** Account behind `asApp()`. */
  appAccountId: string;
  accounts: Map<string, Account>;
  groups: Map<string, Group>;
}

/** Identifies the account that a call acts as. `asApp()` acts as the app's own account. */
export interface Actor {
  kind: Exclude<Identity['kind'], 'anonymous'>;
  account: Account;
}

export function groupNamed({ groups }: People, name: string): Group | undefined {
  const wanted = name.toLowerCase();
  return [...groups.values()].find((group) => group.name.toLowerCase() === wanted);
}

export function emptyGroup(id: string, name: string): Group {
  return {
    id,
    name,
    usageType: 'USERBASE_GROUP',
    managedBy: 'ADMINS',
    grants: new Set(),
    listedAs: new Set(),
    members: new Set(),
  };
}
