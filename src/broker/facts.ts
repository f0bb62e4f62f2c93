import type { AccountId, GroupId } from '../shared/ids';

/** A group as Confluence describes it. */
export interface GroupFacts {
  groupId: GroupId;
  name: string;
  /** ADMINS: people manage it on the site. EXTERNAL: an identity provider does. The others are Atlassian teams. */
  managedBy: 'ADMINS' | 'EXTERNAL' | 'TEAM_MEMBERS' | 'OPEN';
  usageType: 'USERBASE_GROUP' | 'TEAM_COLLABORATION';
}

/** An account as the bulk lookup of users describes it. */
export interface AccountFacts {
  accountId: AccountId;
  accountType: 'atlassian' | 'app' | 'customer' | 'unknown';
  status: 'active' | 'inactive' | 'closed' | 'unknown';
}
