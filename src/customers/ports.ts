import type { Via } from '../broker/audit/entries';
import type { BrokerPorts, Versioned } from '../broker/ports';
import type { CustomerPolicy } from '../shared/customers/policy';
import type { CustomerAuditPage } from '../shared/customers/views';
import type { AccountId, GroupId, OrganizationId, ProjectId } from '../shared/ids';
import type { FoundAccount, FoundOrganizations, Organization, OrganizationPage, ProvedProject } from './facts';
import type { CustomerGrant } from './operations';
import type { QuotaVerdict, QuotaTaking } from './policy';

/**
 * Reads Jira as the caller.
 *
 * Every method fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT; "no such thing, or hidden from the caller" is
 * `undefined` or nothing, never an error.
 */
export interface JiraDirectory {
  /** Tells whether the caller is a Jira administrator. */
  isJiraAdmin(): Promise<boolean>;
  /** Reads the service project with this key, and whether the caller is an agent of it. Two calls side by side. */
  project(key: string): Promise<{ project: ProvedProject; agent: boolean } | undefined>;
  /** Lists service projects that the caller sees: one page of at most 50. */
  projects(start: number): Promise<{ projects: ProvedProject[]; nextStart?: number }>;
  /** Reads a service project by its id, for a Jira administrator. */
  projectById(projectId: ProjectId): Promise<ProvedProject | undefined>;
  /** Lists organizations of a service project, starting at `start`, at most 200. */
  organizations(project: ProvedProject, start?: number): Promise<OrganizationPage>;
  /** Reads a service project's organizations until all wanted ones are found, at most 2,000. */
  findOrganizations(project: ProvedProject, wanted: readonly OrganizationId[]): Promise<FoundOrganizations>;
  /** Tells whether an account is already a customer of a service project, as the caller sees it. Sent once. */
  isCustomer(project: ProvedProject, account: { accountId: AccountId; address: string }): Promise<boolean>;
  /** Returns the organizations, among those wanted, that an account is already in, as the caller sees it. Sent once. */
  membershipsOf(accountId: AccountId, wanted: readonly OrganizationId[]): Promise<ReadonlySet<OrganizationId>>;
  /** Reads an organization of the site by its id. */
  organization(organizationId: OrganizationId): Promise<Organization | undefined>;
  /** Reads the caller's own groups. */
  groupsOfCaller(): Promise<ReadonlySet<GroupId>>;
  /** Finds groups whose name contains the text, at most 50. */
  searchGroups(text: string): Promise<{ groupId: GroupId; name: string }[]>;
  /** Tells whether the caller may comment on a work item, and so sees it. */
  mayComment(issueKey: string): Promise<boolean>;
  /** Finds the account with exactly this email address, as far as the caller sees it. */
  findAccount(address: string): Promise<FoundAccount | undefined>;
}

/** Writes in Jira by the caller's own right. Fails with RATE_LIMITED, or UPSTREAM_UNAVAILABLE with `changed: 'unknown'` if the answer was lost. */
export interface AgentWriter {
  /** Tells whether Jira lets the caller add people to an organization; asked by adding nobody. */
  mayAddToOrganization(organizationId: OrganizationId): Promise<boolean>;
  /** Idempotent. Also fails with ATLASSIAN_REFUSED or NOT_FOUND. */
  addToOrganization(organizationId: OrganizationId, accountId: AccountId): Promise<void>;
  /** Writes one comment, for the service team only, made of lines of text. Also fails with ATLASSIAN_REFUSED or NOT_FOUND. */
  comment(issueKey: string, lines: readonly string[]): Promise<void>;
}

/**
 * Calls Jira as the privileged user. Fails with ATLASSIAN_REFUSED, PRIVILEGED_USER_UNAVAILABLE, RATE_LIMITED, or UPSTREAM_UNAVAILABLE with
 * `changed: 'unknown'` if the answer was lost.
 */
export interface CustomerWriter {
  /** 'exists': 409. 'rejected': 400, a bad address or, on sites that ignore the flag, one in use. */
  create(grant: CustomerGrant<'createCustomer'>): Promise<{ accountId: AccountId } | 'exists' | 'rejected'>;
  /** Finds the account with exactly this email address. */
  find(grant: CustomerGrant<'findCustomer'>): Promise<FoundAccount | undefined>;
  /** Idempotent. */
  addToProject(grant: CustomerGrant<'addToProject'>): Promise<void>;
}

/** The result of checking the privileged user in Jira. `works: undefined`: it couldn't be checked. */
export interface JiraRightResult {
  works: boolean | undefined;
  /** Forge doesn't act as them there. */
  noAccess?: true;
}

/** Reads the privileged user's own right in Jira. */
export interface JiraRightReader {
  isJiraAdmin(actAs: AccountId): Promise<JiraRightResult>;
}

/** The result of the last check of the privileged user in Jira. */
export interface JiraObservation {
  accountId: AccountId;
  at: string;
  outcome: 'works' | 'lacksRight' | 'noJiraAccess';
}

/** Stores policies and limits for customers. Fails with STORAGE_UNAVAILABLE. */
export interface CustomerSettings {
  /** Reads a project's policy: off, if nothing is stored. */
  policy(projectId: ProjectId): Promise<Versioned<CustomerPolicy>>;
  /** Returns the new version. The later of two saves fails with CONFLICT. */
  savePolicy(projectId: ProjectId, next: CustomerPolicy, before: number): Promise<number>;
  /** Reads the stored policies of at most 50 projects. */
  policies(ids: readonly ProjectId[]): Promise<ReadonlyMap<ProjectId, CustomerPolicy>>;
  dailyPerSite(): Promise<Versioned<number>>;
  /** Returns the new version. The later of two saves fails with CONFLICT. */
  saveDailyPerSite(next: number, before: number): Promise<number>;
  observation(): Promise<JiraObservation | undefined>;
  /** Stores an observation, unless one that began later is already stored. */
  saveObservation(found: JiraObservation): Promise<void>;
}

/** The caller who requests a new account, with the project and the entry point. */
export interface QuotaSubject {
  projectId: ProjectId;
  caller: AccountId;
  via: Via;
}

/** Counts requested new accounts by UTC day. Fails with STORAGE_UNAVAILABLE. */
export interface CustomerQuota {
  /**
   * Takes accounts from the caller's quota (for an automation: that of the project's automations together) and from the site's, as many as both have left. Answers for each one wanted.
   *
   * Fails with RATE_LIMITED if there are too many requests at the same moment.
   */
  take(
    subject: QuotaSubject,
    limits: { dailyPerAgent: number; dailyByRules: number; dailyPerSite: number },
    wanted: number,
  ): Promise<readonly QuotaVerdict[]>;
  /** Gives one back to the day that it was taken from. */
  giveBack(subject: QuotaSubject, taking: QuotaTaking): Promise<void>;
  /** Returns how many were taken today in this project, by this caller or by automation. */
  used(subject: QuotaSubject): Promise<number>;
  usedOnSite(): Promise<number>;
}

/** An answer, kept to be given again. */
export interface KeptAnswer {
  status: number;
  body: string;
}

/** Keeps requests with an idempotency key for 24 hours. Fails with STORAGE_UNAVAILABLE. */
export interface RepeatedRequests {
  /**
   * Records that a request has begun. `fingerprint`: of caller, route and key; `body`: a digest of the body.
   *
   * 'new': go on. 'running': the first one isn't answered yet. 'otherBody': the key was used for another request.
   */
  begin(fingerprint: string, body: string): Promise<'new' | 'running' | 'otherBody' | KeptAnswer>;
  finish(fingerprint: string, body: string, answer: KeptAnswer): Promise<void>;
  /** Frees the key of a request without a final result: the next one with this key runs. Idempotent. */
  forget(fingerprint: string): Promise<void>;
}

/** Reads the audit's entries about customers. Fails with STORAGE_UNAVAILABLE. */
export interface CustomerAudit {
  /** Reads 25 entries, newest first; those of one project if it is named. */
  read(projectId?: ProjectId, before?: string): Promise<CustomerAuditPage>;
}

/** Makes one-way digests of values that are compared but must not be stored. */
interface Digests {
  of(text: string): string;
}

/** Composes all ports of a use case about customers. */
export interface CustomerPorts extends BrokerPorts {
  jira: JiraDirectory;
  agentWriter: AgentWriter;
  customerWriter: CustomerWriter;
  jiraRight: JiraRightReader;
  customerSettings: CustomerSettings;
  customerQuota: CustomerQuota;
  repeatedRequests: RepeatedRequests;
  customerAudit: CustomerAudit;
  digests: Digests;
}
