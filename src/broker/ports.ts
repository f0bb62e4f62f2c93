import type { AuditPage } from '../shared/broker/views';
import type { AccountId, GroupId } from '../shared/ids';
import type { UnavailableCause } from '../shared/result';
import type { Attempt, AuditFilter, Outcome, Refusal, SettledUpTo } from './audit/entries';
import type { AccountFacts, GroupFacts } from './facts';
import type { BrokerGrant } from './operations';
import type { Observation, PrivilegedUserSetting } from './privileged-user/state';
import type { SiteAdminPorts } from './site-admin/ports';

/** Milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

/** Waits so many milliseconds, by the same time as the clock. What was known before is old after it. */
export type Sleep = (ms: number) => Promise<void>;

/** What is left of the time in which an invocation must answer. */
export interface Deadline {
  remainingMs(): number;
}

/**
 * Accounts, read as the app itself, which needs no person: the health check runs on a schedule too.
 *
 * Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT or ATLASSIAN_REFUSED.
 */
export interface AccountReader {
  /** Undefined: unknown to this site. */
  account(accountId: AccountId): Promise<AccountFacts | undefined>;
  /** Accounts by id, at most 250, in one call. Unknown ones are missing. */
  accounts(ids: readonly AccountId[]): Promise<AccountFacts[]>;
}

/** What an impersonation showed. */
export type ImpersonationResult =
  | { works: true }
  /** `byForge`: Forge refused, which it has been seen to do for a moment. */
  | { works: false; cause: UnavailableCause; byForge?: true }
  | { works: undefined };

/**
 * Confluence, read as the privileged user: their own health, and what became of a check group.
 */
export interface PrivilegedReader {
  /** Whether acting as this account really yields this account. `works: undefined`: could not be checked. */
  impersonate(accountId: AccountId): Promise<ImpersonationResult>;
  /** Whether the account is in a group that gives site-admin rights. Undefined: could not be checked. */
  isInSiteAdminGroup(accountId: AccountId): Promise<boolean | undefined>;
  /**
   * One group, or undefined if it does not exist.
   *
   * Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT, ATLASSIAN_REFUSED, or PRIVILEGED_USER_UNAVAILABLE.
   */
  group(actAs: AccountId, groupId: GroupId): Promise<GroupFacts | undefined>;
  /**
   * The group of exactly this name, with the number of its members; in any case only where Confluence's search doesn't mind the case.
   *
   * Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT, ATLASSIAN_REFUSED, or PRIVILEGED_USER_UNAVAILABLE.
   */
  groupByName(actAs: AccountId, name: string): Promise<{ group: GroupFacts; members: number } | undefined>;
}

/**
 * Creates and deletes check groups, as the privileged user whom the grant names. Each makes one call and never repeats one that may have taken effect.
 *
 * Fails with ATLASSIAN_REFUSED (401/403), PRIVILEGED_USER_UNAVAILABLE (Forge wouldn't act as them, with the cause), RATE_LIMITED, or
 * UPSTREAM_UNAVAILABLE with `changed: 'unknown'` if the answer was lost.
 */
export interface GroupMaker {
  /** Fails with CONFLICT, too, if the name is in use, in any case. */
  createGroup(grant: BrokerGrant<'writeTestCreate'>): Promise<GroupFacts>;
  /** Idempotent: `deleted` is false if the group was gone already. */
  deleteGroup(grant: BrokerGrant<'writeTestDelete'>): Promise<{ deleted: boolean }>;
}

/** A stored value with the version that the next save must name; 0: nothing is stored yet. */
export interface Versioned<T> {
  value: T;
  version: number;
}

/** Settings of this installation. Fails with STORAGE_UNAVAILABLE. */
export interface Settings {
  privilegedUser(): Promise<Versioned<PrivilegedUserSetting>>;
  /** Stores the setting, and the observation that led to it, in one transaction. The new version. Who comes second fails with CONFLICT. */
  savePrivilegedUser(next: PrivilegedUserSetting, before: number, observation?: Observation): Promise<number>;
  observation(): Promise<Observation | undefined>;
  /**
   * Stores what a look found, unless a later look, or one at another privileged user, was stored since it began with `base`; groups of checks that it
   * has added to those of `base` or taken away are in any case. Returns what stands.
   */
  saveObservation(found: Observation, base: Observation | undefined): Promise<Observation>;
  /** Whether a look after a refusal is this call's to make: one call in `withinMs` gets true, however many come at one moment. */
  claimRefusalCheck(now: number, withinMs: number): Promise<boolean>;
}

/** What every decision looks at of all that is stored. */
export interface StoredNow {
  privilegedUser: Versioned<PrivilegedUserSetting>;
  observation: Observation | undefined;
}

/** What is stored now, whatever was read before. */
export interface DecisionReads {
  /** One request, made anew each time. Fails with STORAGE_UNAVAILABLE. */
  read(): Promise<StoredNow>;
}

/** The email and API token that versions before December 2025 stored. The token is never read. Fails with STORAGE_UNAVAILABLE. */
export interface LegacyCredentials {
  /** By the email record alone: storage has no presence test for secrets. */
  exist(): Promise<boolean>;
  /** Idempotent. Deletes the token first, so that the email record stands as long as anything is left. */
  delete(): Promise<void>;
}

/** The audit trail. */
export interface AuditLog {
  /** Stores attempts before their effects, at most 25, all or none. Fails with AUDIT_UNAVAILABLE. */
  attempt(attempts: readonly Attempt[]): Promise<void>;
  /** Stores outcomes, at most 25. Never throws: false means that they are not stored, and the hourly run settles them. */
  settle(outcomes: readonly Outcome[]): Promise<boolean>;
  /**
   * Counts refused writes, by caller, action, reason, space and group an hour. Never throws.
   *
   * One caller leaves at most 20 rows an hour, and one that counts the rest; callers whom nobody knows are one.
   */
  refuse(...refusals: readonly Refusal[]): Promise<void>;
  /** 25 entries, newest first, that pass the filter; `before` is an earlier page's `next`. Fails with STORAGE_UNAVAILABLE. */
  read(filter: AuditFilter, before?: string): Promise<AuditPage>;
  /**
   * Attempts without an outcome that began before `until`, oldest first, at most 50.
   *
   * `upTo` is how far this reading went; hand it to `markSettled` once all of them have an outcome. Absent: there was nothing to read.
   * Fails with STORAGE_UNAVAILABLE.
   */
  unsettled(until: string): Promise<{ attempts: Attempt[]; upTo?: SettledUpTo }>;
  /** The next `unsettled` starts behind these points. Fails with STORAGE_UNAVAILABLE. */
  markSettled(upTo: SettledUpTo): Promise<void>;
}

/** What Atlassian knows of the accounts that the app has stored. */
export interface PersonalData {
  /** Those whose accounts were closed. 90 go in one call; more take several. Fails with UPSTREAM_UNAVAILABLE. */
  closedAmong(accountIds: readonly AccountId[], storedAt: string): Promise<ReadonlySet<AccountId>>;
}

/** One line of JSON a call. No personal data: no names, emails, payloads; accountIds only. */
export interface Log {
  info(event: string, fields: Record<string, string | number | boolean | undefined>): void;
  warn(event: string, fields: Record<string, string | number | boolean | undefined>): void;
  error(event: string, fields: Record<string, string | number | boolean | undefined>, cause?: unknown): void;
}

/** What this invocation has spent of the app's hourly quota: https://developer.atlassian.com/cloud/confluence/rate-limiting/ */
export interface Points {
  /** As Atlassian counts points; tries that it put off cost none. */
  spent(): number;
  /** Whether Atlassian has said that less than a fifth of the hour's points is left, for all sites of the app. */
  areLow(): boolean;
}

/** What the app runs on, for the support report. */
export interface Environment {
  appVersion: string;
  environmentType: string;
}

/** Finds groups as the person who calls. Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT. */
export interface GroupSearch {
  /** Groups whose name holds the text, in the case in which it is written, one page of at most 200, ordered by name. */
  searchGroups(text: string, start: number): Promise<{ groups: GroupFacts[]; nextStart?: number }>;
}

interface Ids {
  /** A UUID. */
  next(): string;
}

/** Everything that the broker can reach. */
export interface BrokerPorts extends SiteAdminPorts {
  clock: Clock;
  sleep: Sleep;
  ids: Ids;
  deadline: Deadline;
  points: Points;
  directory: GroupSearch;
  accountReader: AccountReader;
  privilegedReader: PrivilegedReader;
  groupWriter: GroupMaker;
  settings: Settings;
  decisionReads: DecisionReads;
  legacyCredentials: LegacyCredentials;
  auditLog: AuditLog;
  personalData: PersonalData;
  log: Log;
  environment: Environment;
}
