import type { AuditRow, Instant } from '../broker/views';
import type { AccountId, GroupId, OrganizationId, ProjectId } from '../ids';
import type { Pause, UnavailableCause } from '../result';
import type { CustomerPolicy } from './policy';
import type { CustomerPreview, CustomerResult } from './results';

/** Tells whether the privileged user has the right in Jira that customers need. Their state in Confluence is separate. */
export type JiraRight =
  /** Nobody is set, or they can't be used at all: the settings in Confluence say why. */
  | { name: 'unavailable'; cause: UnavailableCause }
  /** All changes are paused: nothing is checked either. */
  | { name: 'paused'; pause: Pause }
  | { name: 'notChecked'; accountId: AccountId }
  | { name: 'works'; accountId: AccountId; checkedAt: Instant }
  /** They aren't a Jira administrator. */
  | { name: 'lacksRight'; accountId: AccountId; checkedAt: Instant }
  /** Forge doesn't act as them in Jira. */
  | { name: 'noJiraAccess'; accountId: AccountId; checkedAt: Instant };

export interface ProjectRow {
  projectId: ProjectId;
  key: string;
  name: string;
  /** Customers may be created there. */
  enabled: boolean;
  /** Automation rules may create them too. */
  rules: boolean;
}

export interface ProjectPage {
  projects: ProjectRow[];
  nextStart?: number;
}

/** Holds what Jira's administration page shows first. */
export interface CustomerSettingsView {
  accountId: AccountId;
  right: JiraRight;
  projects: ProjectPage;
  /** `resetsAt`: the start of the next day. */
  site: { dailyPerSite: number; usedToday: number; resetsAt: Instant; version: number };
}

/** Some organizations to choose from. `nextStart` absent: these are the last. */
export interface OrganizationList {
  organizations: { organizationId: OrganizationId; name: string }[];
  nextStart?: number;
}

export interface CustomerPolicyView {
  project: { projectId: ProjectId; key: string; name: string };
  policy: CustomerPolicy;
  version: number;
  /** The first organizations of the project, to choose from. */
  organizations: OrganizationList['organizations'];
  /** Start of the rest of them. Absent: these are all. */
  nextOrganizations?: number;
  /** Accounts that rules requested today. */
  usedByRulesToday: number;
  /** Start of the next day. */
  resetsAt: Instant;
}

export interface JiraGroups {
  groups: { groupId: GroupId; name: string }[];
}

/** Gives the reason why an agent can't create customers now. */
export type CustomersOff = 'off' | 'notInGroup' | 'privilegedUser' | 'jiraRight';

/** Tells how many new accounts an agent may still request today. Days are UTC days. */
export interface DayQuota {
  /** Quota of each agent by the project's policy. */
  daily: number;
  usedToday: number;
  /** Rest of it, or of the whole site's quota if that is less. */
  left: number;
  /** The quota that limits the rest. */
  limitedBy: 'agent' | 'site';
  /** Start of the next day. */
  resetsAt: Instant;
}

/** Holds what the queue page shows first. */
export interface CustomersView {
  accountId: AccountId;
  project: { projectId: ProjectId; key: string; name: string };
  /** Absent: ready. */
  off?: CustomersOff;
  /** All changes are paused: people can be checked, and nobody can be added. */
  pause?: Pause;
  /** The first organizations to choose from. */
  organizations: OrganizationList['organizations'];
  /** Start of the rest of them. Absent: these are all. */
  nextOrganizations?: number;
  /** The policy's choice of organizations: none, the project's own, or named ones. */
  organizationsFrom: CustomerPolicy['organizations']['kind'];
  /** Domains that the policy allows, for the page to show before anybody types. */
  allowedDomains: string[];
  addToProject: boolean;
  existingAccounts: boolean;
  quota: DayQuota;
}

export interface PreviewView {
  /** In the order of the people sent. The quota itself tells whether it's enough for them. */
  people: CustomerPreview[];
  /** Jira doesn't let this agent add anybody to an organization: only Jira administrators manage them on this site. */
  organizationsRefused?: true;
  quota: DayQuota;
}

export interface CustomersResult {
  /** In the order of the people sent. */
  people: CustomerResult[];
  /** Absent: it can't be read now. The results are returned all the same. */
  quota?: DayQuota;
}

export interface CustomerAuditRow extends AuditRow {
  projectId?: ProjectId;
  organizationId?: OrganizationId;
  /** The domain of the email address. The rest of the address isn't stored. */
  domain?: string;
  via?: 'page' | 'rule' | 'api';
}

export interface CustomerAuditPage {
  rows: CustomerAuditRow[];
  next?: string;
}
