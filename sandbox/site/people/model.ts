// The accounts and groups of a site, which its products share. State only; `rules.ts` judges.
// https://support.atlassian.com/user-management/docs/manage-users/
import type { Identity } from '../../contract/identity';

/**
 * What membership in a group gives: use of Confluence, Confluence administration, site administration; use of Jira, an agent licence,
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

/** What Confluence tells of groups: `accessType` in https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/ */
export const LISTED_ACCESS = ['user', 'admin', 'site-admin'] as const;
export type ListedAccess = (typeof LISTED_ACCESS)[number];

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

export interface People {
  /** Accounts that may manage the organization's groups by a role of their own, whatever groups they are in. */
  siteAdmins: Set<string>;
  /** The account behind `asApp()`. */
  appAccountId: string;
  accounts: Map<string, Account>;
  groups: Map<string, Group>;
}

/** Who a call acts as. `asApp()` acts as the app's own account. */
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
