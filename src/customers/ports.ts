import type { Via } from '../broker/audit/entries';
import type { BrokerPorts, Versioned } from '../broker/ports';
import type { CustomerPolicy } from '../shared/customers/policy';
import type { CustomerAuditPage } from '../shared/customers/views';
import type { AccountId, GroupId, OrganizationId, ProjectId } from '../shared/ids';
import type { FoundAccount, FoundOrganizations, Organization, OrganizationPage, ProvedProject } from './facts';
import type { CustomerGrant } from './operations';
import type { QuotaVerdict, QuotaTaking } from './policy';

/**
 * Jira, read as the person who calls.
 *
 * Every method fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT; "no such thing, or hidden from the caller" is
 * `undefined` or nothing, never an error.
 */
export interface JiraDirectory {
  /** Whether the caller is a Jira administrator. */
  isJiraAdmin(): Promise<boolean>;
  /** The service project with this key, and whether the caller is an agent of it. Two calls side by side. */
  project(key: string): Promise<{ project: ProvedProject; agent: boolean } | undefined>;
  /** Service projects that the caller sees, one page of at most 50. */
  projects(start: number): Promise<{ projects: ProvedProject[]; nextStart?: number }>;
  /** A service project by its id, for a Jira administrator. */
  projectById(projectId: ProjectId): Promise<ProvedProject | undefined>;
  /** Organizations of a service project from `start` on, at most 200. */
  organizations(project: ProvedProject, start?: number): Promise<OrganizationPage>;
  /** Reads a service project's organizations until all that are wanted are found, at most 2,000. */
  findOrganizations(project: ProvedProject, wanted: readonly OrganizationId[]): Promise<FoundOrganizations>;
  /** Whether an account is a customer of a service project already, as the caller sees it. Asked once. */
  isCustomer(project: ProvedProject, account: { accountId: AccountId; address: string }): Promise<boolean>;
  /** Those of some organizations that an account is in already, as the caller sees it. Asked once. */
  membershipsOf(accountId: AccountId, wanted: readonly OrganizationId[]): Promise<ReadonlySet<OrganizationId>>;
  /** An organization of the site by its id. */
  organization(organizationId: OrganizationId): Promise<Organization | undefined>;
  /** The caller's own groups. */
  groupsOfCaller(): Promise<ReadonlySet<GroupId>>;
  /** Groups whose name holds the text, at most 50. */
  searchGroups(text: string): Promise<{ groupId: GroupId; name: string }[]>;
  /** Whether the caller may comment on a work item, and so sees it. */
  mayComment(issueKey: string): Promise<boolean>;
  /** The account with exactly this email address, as far as the caller sees it. */
  findAccount(address: string): Promise<FoundAccount | undefined>;
}

/** What the caller does in Jira by their own right. Fails with RATE_LIMITED, or UPSTREAM_UNAVAILABLE with `changed: 'unknown'` if the answer was lost. */
export interface AgentWriter {
  /** Whether Jira lets the caller add people to an organization; asked by adding nobody. */
  mayAddToOrganization(organizationId: OrganizationId): Promise<boolean>;
  /** Idempotent. Fails with ATLASSIAN_REFUSED or NOT_FOUND, too. */
  addToOrganization(organizationId: OrganizationId, accountId: AccountId): Promise<void>;
  /** One comment, for the service team only, made of lines of text. Fails with ATLASSIAN_REFUSED or NOT_FOUND, too. */
  comment(issueKey: string, lines: readonly string[]): Promise<void>;
}

/**
 * What the privileged user does in Jira. Fails with ATLASSIAN_REFUSED, PRIVILEGED_USER_UNAVAILABLE, RATE_LIMITED, or UPSTREAM_UNAVAILABLE with
 * `changed: 'unknown'` if the answer was lost.
 */
export interface CustomerWriter {
  /** 'exists': 409. 'rejected': 400, a bad address or, on sites that ignore the flag, one in use. */
  create(grant: CustomerGrant<'createCustomer'>): Promise<{ accountId: AccountId } | 'exists' | 'rejected'>;
  /** The account with exactly this email address. */
  find(grant: CustomerGrant<'findCustomer'>): Promise<FoundAccount | undefined>;
  /** Idempotent. */
  addToProject(grant: CustomerGrant<'addToProject'>): Promise<void>;
}

/** What a look at the privileged user in Jira shows. `works: undefined`: could not be checked. */
export interface JiraRightResult {
  works: boolean | undefined;
  /** Forge doesn't act as them there. */
  noAccess?: true;
}

/** Jira, read as the privileged user: their own right. */
export interface JiraRightReader {
  isJiraAdmin(actAs: AccountId): Promise<JiraRightResult>;
}

/** What the last look at the privileged user in Jira found. */
export interface JiraObservation {
  accountId: AccountId;
  at: string;
  outcome: 'works' | 'lacksRight' | 'noJiraAccess';
}

/** Policies and limits for customers. Fails with STORAGE_UNAVAILABLE. */
export interface CustomerSettings {
  /** Off, where nothing is stored. */
  policy(projectId: ProjectId): Promise<Versioned<CustomerPolicy>>;
  /** The new version. Who comes second fails with CONFLICT. */
  savePolicy(projectId: ProjectId, next: CustomerPolicy, before: number): Promise<number>;
  /** Those that are stored, of at most 50 projects. */
  policies(ids: readonly ProjectId[]): Promise<ReadonlyMap<ProjectId, CustomerPolicy>>;
  dailyPerSite(): Promise<Versioned<number>>;
  /** The new version. Who comes second fails with CONFLICT. */
  saveDailyPerSite(next: number, before: number): Promise<number>;
  observation(): Promise<JiraObservation | undefined>;
  /** Stores what a look found, unless one that began later is stored already. */
  saveObservation(found: JiraObservation): Promise<void>;
}

/** Who asks for a new account, where and on which road. */
export interface QuotaSubject {
  projectId: ProjectId;
  caller: AccountId;
  via: Via;
}

/** New accounts that were asked for, by UTC day. Fails with STORAGE_UNAVAILABLE. */
export interface CustomerQuota {
  /**
   * Takes some from the caller's (for a rule: the rules') quota and from the site's, as many as both have left. Answers for each that is wanted.
   *
   * Fails with RATE_LIMITED if too many ask at the same moment.
   */
  take(
    subject: QuotaSubject,
    limits: { dailyPerAgent: number; dailyByRules: number; dailyPerSite: number },
    wanted: number,
  ): Promise<readonly QuotaVerdict[]>;
  /** Gives one back, on the day that it was taken from. */
  giveBack(subject: QuotaSubject, taking: QuotaTaking): Promise<void>;
  /** What was taken today, by this caller or these rules in this project. */
  used(subject: QuotaSubject): Promise<number>;
  usedOnSite(): Promise<number>;
}

/** An answer as it was given, to be given again. */
export interface KeptAnswer {
  status: number;
  body: string;
}

/** Requests that carry an idempotency key, for 24 hours. Fails with STORAGE_UNAVAILABLE. */
export interface RepeatedRequests {
  /**
   * Notes that a request has begun. `fingerprint`: of caller, route and key; `body`: a digest of the body.
   *
   * 'new': go on. 'running': the first one has no answer yet. 'otherBody': the key was used for something else.
   */
  begin(fingerprint: string, body: string): Promise<'new' | 'running' | 'otherBody' | KeptAnswer>;
  finish(fingerprint: string, body: string, answer: KeptAnswer): Promise<void>;
  /** The request came to nothing that would be final: the next one with this key runs. Idempotent. */
  forget(fingerprint: string): Promise<void>;
}

/** The part of the audit that is about customers. Fails with STORAGE_UNAVAILABLE. */
export interface CustomerAudit {
  /** 25 entries, newest first; of one project if it is named. */
  read(projectId?: ProjectId, before?: string): Promise<CustomerAuditPage>;
}

/** One-way digests, for what must be compared and not be kept. */
interface Digests {
  of(text: string): string;
}

/** Everything about customers that a use case can reach. */
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
