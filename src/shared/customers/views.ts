import type { AuditRow, Instant } from '../broker/views';
import type { AccountId, GroupId, OrganizationId, ProjectId } from '../ids';
import type { UnavailableCause } from '../result';
import type { CustomerPolicy } from './policy';
import type { CustomerPreview, CustomerResult } from './results';

/** Whether the privileged user may do in Jira what customers need. Their part in Confluence has a state of its own. */
export type JiraRight =
  /** Nobody is chosen, or they can't be used at all: the settings in Confluence say why. */
  | { name: 'unavailable'; cause: UnavailableCause }
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
  /** Automation rules may do it too. */
  rules: boolean;
}

export interface ProjectPage {
  projects: ProjectRow[];
  nextStart?: number;
}

/** What Jira's administration page shows first. */
export interface CustomerSettingsView {
  accountId: AccountId;
  right: JiraRight;
  projects: ProjectPage;
  /** `resetsAt`: when the next day begins. */
  site: { dailyPerSite: number; usedToday: number; resetsAt: Instant; version: number };
}

/** Some organizations to choose from. `nextStart` absent: there are no more. */
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
  /** Where the rest of them begins. Absent: these are all. */
  nextOrganizations?: number;
  /** Accounts that rules have asked for today. */
  usedByRulesToday: number;
  /** When the next day begins. */
  resetsAt: Instant;
}

export interface JiraGroups {
  groups: { groupId: GroupId; name: string }[];
}

/** Why an agent can't create customers now. */
export type CustomersOff = 'off' | 'notInGroup' | 'privilegedUser' | 'jiraRight';

/** How many new accounts an agent may still ask for today. Days are those of UTC. */
export interface DayQuota {
  /** What the project's policy gives each agent. */
  daily: number;
  usedToday: number;
  /** What is left of it, or of the whole site's if that is less. */
  left: number;
  /** Why no more are left than that. */
  limitedBy: 'agent' | 'site';
  /** When the next day begins. */
  resetsAt: Instant;
}

/** What the queue page shows first. */
export interface CustomersView {
  accountId: AccountId;
  project: { projectId: ProjectId; key: string; name: string };
  /** Absent: ready. */
  off?: CustomersOff;
  /** The first organizations that may be chosen. */
  organizations: OrganizationList['organizations'];
  /** Where the rest of them begins. Absent: these are all. */
  nextOrganizations?: number;
  /** Where the policy takes organizations from: none at all, the project's own, or named ones. */
  organizationsFrom: CustomerPolicy['organizations']['kind'];
  /** What the rules let through, for the page to say before somebody types. */
  allowedDomains: string[];
  addToProject: boolean;
  existingAccounts: boolean;
  quota: DayQuota;
}

export interface PreviewView {
  /** In the order of the people that were sent. Whether the quota is enough for them, it says itself. */
  people: CustomerPreview[];
  /** Jira won't let this agent add anybody to an organization: only Jira administrators manage them on this site. */
  organizationsRefused?: true;
  quota: DayQuota;
}

export interface CustomersResult {
  /** In the order of the people that were sent. */
  people: CustomerResult[];
  /** Absent: not readable just now. What was done is told all the same. */
  quota?: DayQuota;
}

export interface CustomerAuditRow extends AuditRow {
  projectId?: ProjectId;
  organizationId?: OrganizationId;
  /** Of the email address: all that is kept of it. */
  domain?: string;
  via?: 'page' | 'rule' | 'api';
}

export interface CustomerAuditPage {
  rows: CustomerAuditRow[];
  next?: string;
}
