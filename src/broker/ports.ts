import type { Exported } from '../shared/broker/site-export';
import type { AuditPage } from '../shared/broker/views';
import type { AccountId, GroupId } from '../shared/ids';
import type { UnavailableCause } from '../shared/result';
import type { Attempt, AuditFilter, Outcome, Refusal, SettledUpTo } from './audit/entries';
import type { AccountFacts, GroupFacts } from './facts';
import type { BrokerGrant } from './operations';
import type { Observation, PrivilegedUserSetting } from './privileged-user/state';
import type { RunQueue } from './runs/queue';
import type { RunStore } from './runs/run-store';
import type { SiteAdminPorts } from './site-admin/ports';

/** Milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

/** Waits so many milliseconds, by the same time as the clock. Anything read before is old afterwards. */
export type Sleep = (ms: number) => Promise<void>;

/** Tells how much time is left for an invocation to answer. */
export interface Deadline {
  remainingMs(): number;
}

/**
 * Reads accounts as the app itself, without a person: the health check runs on a schedule too.
 *
 * Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT or ATLASSIAN_REFUSED.
 */
export interface AccountReader {
  /** Undefined: unknown to this site. */
  account(accountId: AccountId): Promise<AccountFacts | undefined>;
  /** Reads accounts by id, at most 250, in one call. Unknown ones are missing. */
  accounts(ids: readonly AccountId[]): Promise<AccountFacts[]>;
}

/** The result of trying to impersonate an account. */
export type ImpersonationResult =
  | { works: true }
  /** `byForge`: Forge refused, which it has been seen to do for a moment. */
  | { works: false; cause: UnavailableCause; byForge?: true }
  | { works: undefined };

/**
 * Reads Confluence as the privileged user: their own health, and check groups.
 *
 * While all changes are paused, nothing is sent: platform/rest/pause-gate.ts stops every call as the privileged user.
 */
export interface PrivilegedReader {
  /** Tells whether acting as this account really yields this account. `works: undefined`: it couldn't be checked. */
  impersonate(accountId: AccountId): Promise<ImpersonationResult>;
  /** Tells whether the account is in a group that gives site-admin rights. Undefined: it couldn't be checked. */
  isInSiteAdminGroup(accountId: AccountId): Promise<boolean | undefined>;
  /**
   * Reads one group; undefined if it doesn't exist.
   *
   * Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT, ATLASSIAN_REFUSED, or PRIVILEGED_USER_UNAVAILABLE.
   */
  group(actAs: AccountId, groupId: GroupId): Promise<GroupFacts | undefined>;
  /**
   * Finds the group of exactly this name, with its number of members. Letter case is ignored only if Confluence's search ignores it.
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
  /** Also fails with CONFLICT if the name is in use, in any letter case. */
  createGroup(grant: BrokerGrant<'writeTestCreate'>): Promise<GroupFacts>;
  /** Idempotent: `deleted` is false if the group was already gone. */
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
  /** Stores the setting, and the observation that led to it, in one transaction. Returns the new version. The later of two saves fails with CONFLICT. */
  savePrivilegedUser(next: PrivilegedUserSetting, before: number, observation?: Observation): Promise<number>;
  observation(): Promise<Observation | undefined>;
  /**
   * Stores an observation, unless a later one, or one of another privileged user, was stored since it began with `base`; check groups that it
   * added to those of `base` or removed are stored in any case. Returns the observation that stands.
   */
  saveObservation(found: Observation, base: Observation | undefined): Promise<Observation>;
  /** Claims the check after a refusal: one call within `withinMs` gets true, however many come at one moment. */
  claimRefusalCheck(now: number, withinMs: number): Promise<boolean>;
}

/** Holds the stored data that every decision needs. */
export interface StoredNow {
  privilegedUser: Versioned<PrivilegedUserSetting>;
  observation: Observation | undefined;
}

/** Reads the data stored now, whatever was read before. */
export interface DecisionReads {
  /** One request, made anew each time. Fails with STORAGE_UNAVAILABLE. */
  read(): Promise<StoredNow>;
}

/** The email and API token that versions before December 2025 stored. The token is never read. Fails with STORAGE_UNAVAILABLE. */
export interface LegacyCredentials {
  /** Decided by the email record alone: storage can't test whether a secret exists. */
  exist(): Promise<boolean>;
  /** Idempotent. Deletes the token first, so that the email record stands as long as anything is left. */
  delete(): Promise<void>;
}

/** An outcome, and the change that's stored with it. */
export type Ended<Change> = Outcome & { change?: Change };

/** Records attempts and outcomes of one job's commands. The audit log is the simplest one. */
export interface Journal<Change = never> {
  /** Stores attempts before their effects, all or none. Fails with AUDIT_UNAVAILABLE. */
  attempt(attempts: readonly Attempt[]): Promise<void>;
  /** Stores outcomes with their changes. Never throws: false means that they aren't stored. */
  settle(ended: readonly Ended<Change>[]): Promise<boolean>;
}

/** The audit trail. */
export interface AuditLog {
  /** Stores attempts before their effects, at most 25, all or none. Fails with AUDIT_UNAVAILABLE. */
  attempt(attempts: readonly Attempt[]): Promise<void>;
  /** Stores outcomes, at most 25. Never throws: false means that they aren't stored, and the hourly run settles them. */
  settle(outcomes: readonly Outcome[]): Promise<boolean>;
  /**
   * Counts refused writes, by caller, action, reason, space and group an hour. Never throws.
   *
   * A caller leaves at most 20 rows an hour, and one that counts the rest; unknown callers count as one.
   */
  refuse(...refusals: readonly Refusal[]): Promise<void>;
  /** Reads 25 entries that pass the filter, newest first; `before` is an earlier page's `next`. Fails with STORAGE_UNAVAILABLE. */
  read(filter: AuditFilter, before?: string): Promise<AuditPage>;
  /**
   * Reads attempts without an outcome that began before `until`, oldest first, at most 50.
   *
   * `upTo` is the position that this reading reached; hand it to `markSettled` once all of them have an outcome. Absent: nothing was found.
   * Fails with STORAGE_UNAVAILABLE.
   */
  unsettled(until: string): Promise<{ attempts: Attempt[]; upTo?: SettledUpTo }>;
  /** Makes the next `unsettled` start behind these positions. Fails with STORAGE_UNAVAILABLE. */
  markSettled(upTo: SettledUpTo): Promise<void>;
}

/** An entity whose rows an export holds. */
export type Exportable = Exported | 'customer-quota';

/** Reads whole rows as they are stored. Fails with STORAGE_UNAVAILABLE. */
export interface StoredRows {
  /** Returns who attempted what, and when, by the id of the entry in the audit. Undefined: there is no such attempt. */
  attempt(id: string): Promise<Pick<Attempt, 'action' | 'caller' | 'at'> | undefined>;
  /**
   * Reads at most 100 rows behind a place, in the order of their keys, and entries of the audit about customers in that of their times; of parts of runs at most ten, each
   * with its state. Entries of the audit come with their outcomes. Settings and entries are about customers or about the rest of the site; the others are left out.
   *
   * `next`: the place to read on from, even if all rows of this page were left out. Takes one request, and one more for each 25 rows that another one goes with.
   */
  page(
    about: 'site' | 'customers',
    entity: Exportable,
    after?: string,
  ): Promise<{ rows: { key: string; row: object }[]; next?: string }>;
}

/** Reports stored accounts to Atlassian. */
export interface PersonalData {
  /** Returns the accounts that were closed. 90 go into one call; more take several. Fails with UPSTREAM_UNAVAILABLE. */
  closedAmong(accountIds: readonly AccountId[], storedAt: string): Promise<ReadonlySet<AccountId>>;
}

/** One line of JSON a call. No personal data: no names, emails, payloads; accountIds only. */
export interface Log {
  info(event: string, fields: Record<string, string | number | boolean | undefined>): void;
  warn(event: string, fields: Record<string, string | number | boolean | undefined>): void;
  error(event: string, fields: Record<string, string | number | boolean | undefined>, cause?: unknown): void;
}

/** Reads how much of the app's hourly quota this invocation used: https://developer.atlassian.com/cloud/confluence/rate-limiting/ */
export interface Points {
  /** Points as Atlassian counts them; tries that it put off don't cost any. */
  spent(): number;
  /** Tells whether Atlassian said that less than a fifth of the hour's points is left, for all sites of the app. */
  areLow(): boolean;
}

/** Describes the app's deployment. */
export interface Environment {
  appVersion: string;
  environmentType: string;
  /** These two stand in the addresses of the app's pages. */
  appId: string;
  environmentId: string;
}

/** Finds groups as the caller. Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT. */
export interface GroupSearch {
  /** Finds groups whose name contains the text, letter case included: one page of at most 200, ordered by name. */
  searchGroups(text: string, start: number): Promise<{ groups: GroupFacts[]; nextStart?: number }>;
}

interface Ids {
  /** A UUID. */
  next(): string;
}

/** Composes all ports of the broker. */
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
  runs: RunStore;
  runQueue: RunQueue;
  storedRows: StoredRows;
  personalData: PersonalData;
  log: Log;
  environment: Environment;
}
