import type { CustomerPorts } from '../customers/ports';
import type { AccountFacts, GroupAccess, GroupFacts, GroupRecord, ProvedSpace } from '../groups/facts';
import type { Rules } from '../shared/groups/payloads';
import type { AuditPage, MemberPage } from '../shared/groups/views';
import type { AccountId, GroupId, SpaceId } from '../shared/ids';
import type { UnavailableCause } from '../shared/result';
import type { Attempt, AuditFilter, Outcome, Refusal, SettledUpTo } from './audit/entries';
import type { Grant } from './grant';
import type { Observation, PrivilegedUserSetting } from './privileged-user/state';
import type { SiteAdminPorts } from './site-admin/ports';

/** Milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

/** Waits so many milliseconds, by the same time as the clock. What was known before is old after it. */
export type Sleep = (ms: number) => Promise<void>;

interface Ids {
  /** A UUID. */
  next(): string;
}

/** What is left of the time in which an invocation must answer. */
export interface Deadline {
  remainingMs(): number;
}

/** One operation that a space grants to the caller, such as `administer` on `space`. */
export interface SpaceOperation {
  operation: string;
  targetType: string;
}

/** A space, with the key that people see. */
export interface SpaceBrief {
  id: SpaceId;
  key: string;
  name: string;
  personal: boolean;
}

/**
 * Confluence, read as the person who calls.
 *
 * Every method fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT; "no such thing, or hidden from the caller" is
 * `undefined`, never an error.
 */
export interface Directory {
  /** The caller, and whether he is a Confluence administrator. Undefined: he may not use Confluence. */
  caller(): Promise<{ accountId: AccountId; confluenceAdmin: boolean } | undefined>;
  /** The space, and what the caller may do in it. Two calls side by side. */
  space(spaceId: SpaceId): Promise<{ space: ProvedSpace; operations: SpaceOperation[] } | undefined>;
  /** Spaces by id, at most 250, with the keys that people see. Those that the caller may not see are missing. */
  spacesById(ids: readonly SpaceId[]): Promise<SpaceBrief[]>;
  /**
   * Spaces by key, at most 250, in any case: the key with which a space was created, or the one that people see. By the key asked for,
   * in lower case.
   *
   * Keys that are not found so are looked for among the first `most` spaces, 250 a call; `complete`: there are no more, or all were found.
   */
  spacesByKey(
    keys: readonly string[],
    most: number,
  ): Promise<{ spaces: ReadonlyMap<string, SpaceBrief>; complete: boolean }>;
  group(groupId: GroupId): Promise<GroupFacts | undefined>;
  /** Groups whose name holds the text, one page of at most 200, ordered by name. */
  searchGroups(text: string, start: number): Promise<{ groups: GroupFacts[]; nextStart?: number }>;
  /** All groups, one page of at most 200, ordered by name. */
  listGroups(start: number): Promise<{ groups: GroupFacts[]; nextStart?: number }>;
  /** One page of a group's members, at most 25, with the total. An unknown group has none. */
  members(groupId: GroupId, start: number): Promise<MemberPage>;
  /** How many members a group has: one call that lists nobody. */
  countMembers(groupId: GroupId): Promise<number>;
  /** Whether an account is in a group, from the account's side: its groups, 200 a call. */
  isMember(accountId: AccountId, groupId: GroupId): Promise<boolean>;
  /** Which of these groups an account is in. */
  groupsOf(accountId: AccountId): Promise<ReadonlySet<GroupId>>;
  /** Accounts by id, at most 250, in one call. Unknown ones are missing. */
  accounts(ids: readonly AccountId[]): Promise<AccountFacts[]>;
}

/** Accounts, read as the app itself, which needs no person: the health check runs on a schedule too. */
export interface AccountReader {
  /** Undefined: unknown to this site. */
  account(accountId: AccountId): Promise<AccountFacts | undefined>;
}

/** What an impersonation showed. */
export type ImpersonationResult =
  | { works: true }
  /** `byForge`: Forge refused, which it has been seen to do for a moment. */
  | { works: false; cause: UnavailableCause; byForge?: true }
  | { works: undefined };

/**
 * Confluence, read as the privileged user: their own health, which groups give access, and what became of a write whose answer was lost.
 */
export interface PrivilegedReader {
  /** Whether acting as this account really yields this account. `works: undefined`: could not be checked. */
  impersonate(accountId: AccountId): Promise<ImpersonationResult>;
  /** Whether the account is in a group that gives site-admin rights. Undefined: could not be checked. */
  isInSiteAdminGroup(accountId: AccountId): Promise<boolean | undefined>;
  /** One group, or undefined if it does not exist. */
  group(actAs: AccountId, groupId: GroupId): Promise<GroupFacts | undefined>;
  /** The group of exactly this name, in any case, with the number of its members. */
  groupByName(actAs: AccountId, name: string): Promise<{ group: GroupFacts; members: number } | undefined>;
  isMember(actAs: AccountId, accountId: AccountId, groupId: GroupId): Promise<boolean>;
  /**
   * Reads what membership of these groups gives, each call anew. The lists that it takes are not handed on.
   *
   * All are `unknown` if a list is refused, fails or repeats, or shows no group that gives admin or site-admin access: every site has one.
   * Fails with PRIVILEGED_USER_UNAVAILABLE (Forge would not act as this account) or RATE_LIMITED.
   *
   * https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/#api-wiki-rest-api-group-get
   */
  accessOf(actAs: AccountId, ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, GroupAccess>>;
  /** Whether the lists behind `accessOf` are shown, those of admin and site-admin access with a group. Fails as a read does, with what it says. */
  showsAccess(actAs: AccountId): Promise<boolean>;
}

/**
 * Group writes, as the privileged user whom the grant names. Each makes one call and never repeats one that may have taken effect.
 *
 * Fails with ATLASSIAN_REFUSED (401/403), PRIVILEGED_USER_UNAVAILABLE (Forge would not act as him, with the cause), NOT_FOUND, CONFLICT
 * (the name is in use), RATE_LIMITED, or UPSTREAM_UNAVAILABLE with `changed: 'unknown'` if the answer was lost.
 */
export interface GroupWriter {
  createGroup(grant: Grant<'createGroup'>): Promise<GroupFacts>;
  /** Idempotent: `deleted` is false if the group was gone already. */
  deleteGroup(grant: Grant<'deleteGroup'>): Promise<{ deleted: boolean }>;
  /** 'rejected': Atlassian answered 400, as it does for somebody who is a member already; the caller settles it by reading. */
  addMember(grant: Grant<'addMember'>): Promise<'added' | 'rejected'>;
  /** Idempotent: Confluence answers alike for somebody who was no member. */
  removeMember(grant: Grant<'removeMember'>): Promise<'removed'>;
}

/** A stored value with the version that the next save must name; 0: nothing is stored yet. */
export interface Versioned<T> {
  value: T;
  version: number;
}

/** Settings of this installation. Fails with STORAGE_UNAVAILABLE; a save that came second fails with CONFLICT. */
export interface Settings {
  privilegedUser(): Promise<Versioned<PrivilegedUserSetting>>;
  /** Stores the setting, and the observation that led to it, in one transaction. The new version. */
  savePrivilegedUser(next: PrivilegedUserSetting, seen: number, observation?: Observation): Promise<number>;
  observation(): Promise<Observation | undefined>;
  /**
   * Stores what a look found, unless a later look, or one at another privileged user, was stored since it began with `base`; groups of checks that it
   * has added to those of `base` or taken away are in any case. Returns what stands.
   */
  saveObservation(found: Observation, base: Observation | undefined): Promise<Observation>;
  /** Whether a look after a refusal is this call's to make: one call in `withinMs` gets true, however many come at one moment. */
  claimRefusalLook(now: number, withinMs: number): Promise<boolean>;
  rules(): Promise<Versioned<Rules>>;
  saveRules(next: Rules, seen: number): Promise<number>;
}

/** What a decision looks at of all that is stored. */
export interface StoredNow {
  privilegedUser: Versioned<PrivilegedUserSetting>;
  observation: Observation | undefined;
  rules: Rules;
  record: GroupRecord | undefined;
}

/** What is stored now, whatever was read before. */
export interface DecisionReads {
  /** One request, made anew each time; with the record of a group, if one is named. Fails with STORAGE_UNAVAILABLE. */
  read(groupId?: GroupId): Promise<StoredNow>;
}

/** The e-mail and API token that versions before December 2025 stored. The token is never read. */
export interface LegacyCredentials {
  /** By the e-mail record alone: storage has no presence test for secrets. */
  exist(): Promise<boolean>;
  /** Idempotent. Deletes the token first, so that the e-mail record stands as long as anything is left. */
  delete(): Promise<void>;
}

/** Which group belongs to which space. */
export interface GroupRecords {
  get(groupId: GroupId): Promise<GroupRecord | undefined>;
  /** At most 25, by group name. */
  ofSpace(spaceId: SpaceId, after?: string): Promise<{ records: GroupRecord[]; next?: string }>;
  /** At most 25, by space and name. */
  all(after?: string): Promise<{ records: GroupRecord[]; next?: string }>;
  /** Fails with CONFLICT if the group has a record already. */
  add(record: GroupRecord): Promise<void>;
  /** Replaces a record that must still be the one that was seen, with the same space and rights; fails with CONFLICT if not. */
  replace(record: GroupRecord, seen: GroupRecord): Promise<void>;
  /** Removes a record that must still be the one that was seen; fails with CONFLICT if not. False: it was gone already. */
  remove(seen: GroupRecord): Promise<boolean>;
  /** The records of one space under this name, at most 25. */
  named(spaceId: SpaceId, groupName: string): Promise<GroupRecord[]>;
  /** The records of those of these groups that have one: at most 200. */
  recorded(ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, GroupRecord>>;
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
  /** 25 entries, newest first, that pass the filter; `before` is an earlier page's `next`. */
  read(filter: AuditFilter, before?: string): Promise<AuditPage>;
  /**
   * Attempts without an outcome that began before `until`, oldest first, at most 50.
   *
   * `upTo` is how far this reading went; hand it to `markSettled` once all of them have an outcome. Absent: there was nothing to read.
   */
  unsettled(until: string): Promise<{ attempts: Attempt[]; upTo?: SettledUpTo }>;
  /** The next `unsettled` starts behind these points. */
  markSettled(upTo: SettledUpTo): Promise<void>;
}

/** What the store answered to a write that it must refuse. */
export interface StorageAnswer {
  /** Refused with a clear answer, and the earlier value stands. */
  holds: boolean;
  /** Status and code. */
  seen: string;
}

/** Tries how Forge's store refuses writes, on a row of its own. Fails with STORAGE_UNAVAILABLE. */
export interface StorageProbe {
  /** A first write under a key that is in use. */
  writeUsedKey(): Promise<StorageAnswer>;
  /** A transaction whose condition does not hold. */
  writeAgainstCondition(): Promise<StorageAnswer>;
}

/** What Atlassian knows of the accounts that the app has stored. */
export interface PersonalData {
  /** Those whose accounts were closed. 90 go in one call; more take several. Fails with UPSTREAM_UNAVAILABLE. */
  closedAmong(accountIds: readonly AccountId[], storedAt: string): Promise<ReadonlySet<AccountId>>;
}

/** One line of JSON a call. No personal data: no names, e-mails, payloads; accountIds only. */
export interface Log {
  info(event: string, fields: Record<string, string | number | boolean | undefined>): void;
  warn(event: string, fields: Record<string, string | number | boolean | undefined>): void;
  error(event: string, fields: Record<string, string | number | boolean | undefined>, cause?: unknown): void;
}

/** What the app runs on, for the support report. */
export interface Environment {
  appVersion: string;
  environmentType: string;
}

/** Everything that a use case can reach. */
export interface Ports extends CustomerPorts, SiteAdminPorts {
  clock: Clock;
  sleep: Sleep;
  ids: Ids;
  deadline: Deadline;
  directory: Directory;
  accountReader: AccountReader;
  privilegedReader: PrivilegedReader;
  groupWriter: GroupWriter;
  settings: Settings;
  decisionReads: DecisionReads;
  legacyCredentials: LegacyCredentials;
  groupRecords: GroupRecords;
  auditLog: AuditLog;
  personalData: PersonalData;
  storageProbe: StorageProbe;
  log: Log;
  environment: Environment;
}
