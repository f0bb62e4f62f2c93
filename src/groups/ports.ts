import type { AccountFacts, GroupFacts } from '../broker/facts';
import type { BrokerGrant } from '../broker/operations';
import type {
  BrokerPorts,
  DecisionReads,
  Ended,
  GroupMaker,
  GroupSearch,
  Journal,
  PrivilegedReader,
  Settings,
  StoredNow,
  Versioned,
} from '../broker/ports';
import type { RequesterId } from '../broker/runs/requester';
import type { GroupOrder, MemberPage, NamedMemberPage, SpaceAccess, SpaceRole } from '../shared/groups/views';
import type { AccountId, GroupId, SpaceId } from '../shared/ids';
import type { FactChange, GroupAccess, GroupRecord, MembershipFact, PastChange, ProvedSpace } from './facts';
import type { FirstRunStore } from './first-run/first-run-store';
import type { JiraPeople } from './lists/ports';
import type { GroupGrant } from './operations';
import type { RulesNow, StoredRules } from './rules/stored-rules';

/** An operation that a space grants to the caller, such as `administer` on `space`. */
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

/** Reads spaces as a person sees them. Fails as `Directory` does. */
export interface SpaceReader {
  /** Reads a space, and the operations that it grants to this person. Two calls side by side. */
  space(spaceId: SpaceId): Promise<{ space: ProvedSpace; operations: SpaceOperation[] } | undefined>;
  /** Reads spaces by id, at most 250, with the keys that people see. Spaces that this person may not see are missing. */
  spacesById(ids: readonly SpaceId[]): Promise<SpaceBrief[]>;
  /**
   * Finds spaces by key, at most 250, in any letter case: the key with which a space was created, or the one that people see. Indexed by the requested key,
   * in lower case.
   *
   * Other keys are searched for among the first `most` spaces, 250 a call; `complete`: all spaces were searched, or all keys found.
   */
  spacesByKey(
    keys: readonly string[],
    most: number,
  ): Promise<{ spaces: ReadonlyMap<string, SpaceBrief>; complete: boolean }>;
  /**
   * Finds spaces in whose name words begin like all of these, and first the one that was created with exactly this key, in any case. At most 10;
   * `more`: there are others. At most three calls. Archived spaces are found by their key alone.
   */
  findSpaces(text: string): Promise<{ spaces: SpaceBrief[]; more: boolean }>;
}

/** Spaces of a change that goes on without its requester, read as them. */
export interface RequesterReader {
  /**
   * The space, and what they may do in it. Undefined: there is none, it is hidden from them, or they may not use Confluence. Two calls side by side.
   *
   * Fails with FORBIDDEN (Forge won't act for them), RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT.
   */
  space(requester: RequesterId, spaceId: SpaceId): ReturnType<SpaceReader['space']>;
  /** Does the same as that of a reader who is present, as the requester. Fails likewise. */
  spacesById(requester: RequesterId, ids: readonly SpaceId[]): Promise<SpaceBrief[]>;
}

/**
 * Reads Confluence as a person sees it: on a page, the caller.
 *
 * Every method fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT; "no such thing, or hidden from this person" is
 * `undefined`, never an error.
 */
export interface Directory extends SpaceReader, GroupSearch {
  /** Reads this person, and whether they are a Confluence administrator. Undefined: they may not use Confluence. */
  caller(): Promise<{ accountId: AccountId; confluenceAdmin: boolean } | undefined>;
  group(groupId: GroupId): Promise<GroupFacts | undefined>;
  /** Lists all groups: one page of at most 200, ordered by name. */
  listGroups(start: number): Promise<{ groups: GroupFacts[]; nextStart?: number }>;
  /** Lists a group's members: one page of at most 25, with the total. An unknown group doesn't have any. */
  members(groupId: GroupId, start: number): Promise<MemberPage>;
  /** Lists a group's members with their names: one page of at most 200, with the total. An unknown group doesn't have any. */
  namedMembers(groupId: GroupId, start: number): Promise<NamedMemberPage>;
  /** Counts the members of a group: one call that doesn't list them. Undefined: it isn't found. Of an unknown group Confluence may also count 0. */
  countMembers(groupId: GroupId): Promise<number | undefined>;
  /** Tells whether an account is in a group, from the account's side: reads its groups, 200 a call. */
  isMember(accountId: AccountId, groupId: GroupId): Promise<boolean>;
  /** Returns the groups, among these, that an account is in. */
  groupsOf(accountId: AccountId): Promise<ReadonlySet<GroupId>>;
  /** Lists groups that an account is in, until there are so many: 200 a call. `complete`: these are all of them. */
  firstGroupsOf(accountId: AccountId, most: number): Promise<{ groups: GroupFacts[]; complete: boolean }>;
  /** Reads accounts by id, at most 250, in one call. Unknown ones are missing. */
  accounts(ids: readonly AccountId[]): Promise<AccountFacts[]>;
  /**
   * Finds users of Confluence in whose name words begin like all of these: one call. At most 10, those of exactly this name first; `more`: there are
   * others. A text with an @ isn't a name, and finds nobody.
   */
  findByName(name: string): Promise<{ accountIds: AccountId[]; more: boolean }>;
}

/** Reads, as the caller, what groups may do in a space; and gives a group a role with the caller's own right. */
export interface SpaceAccessPort {
  /** Reads what groups may do in a space, at most four pages of 250. Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT. */
  read(spaceId: SpaceId): Promise<SpaceAccess>;
  /** Lists the roles that there are, in one call. Undefined: the site has no roles. Fails likewise: RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT. */
  roles(spaceId: SpaceId): Promise<SpaceRole[] | undefined>;
  /** Lists the roles that a group has in a space, in one call. Undefined: the site has no roles. Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT. */
  rolesOf(spaceId: SpaceId, groupId: GroupId): Promise<SpaceRole[] | undefined>;
  /**
   * Gives a group a role in a space, in place of the one that it has.
   *
   * Fails with NOT_FOUND (the caller may not manage roles there, or the site has none), INVALID_INPUT (there is no such role), ATLASSIAN_REFUSED,
   * RATE_LIMITED or UPSTREAM_UNAVAILABLE.
   */
  assign(spaceId: SpaceId, groupId: GroupId, roleId: string): Promise<void>;
}

/** A page of records, and where the next one begins. */
export interface RecordPage {
  records: GroupRecord[];
  next?: string;
}

/** A search for records of a space. `order`: by name, or the last changed first. */
export interface RecordSearch {
  text: string;
  order: GroupOrder;
}

/** Stores which group belongs to which space. Fails with STORAGE_UNAVAILABLE. */
export interface GroupRecords {
  get(groupId: GroupId): Promise<GroupRecord | undefined>;
  /** Lists the records of a space, at most 25, by group name. */
  ofSpace(spaceId: SpaceId, after?: string): Promise<RecordPage>;
  /** Lists the records of a space, at most 25, the last changed first. Records that an older version wrote last are missing. */
  ofSpaceByChange(spaceId: SpaceId, before?: string): Promise<RecordPage>;
  /**
   * Finds the records of a space whose name holds this text, in any case, at most 25 (and those of the last one's name), in the order of the list. Reads at
   * most 400 records, 100 a request: `next` may come with few records or none.
   */
  search(spaceId: SpaceId, search: RecordSearch, after?: string): Promise<RecordPage>;
  /** Lists all records, at most 25, by space and name. */
  all(after?: string): Promise<RecordPage>;
  /** Lists the records of the site whose name begins like this, in any case, at most 25, by name. The same ones are missing. */
  startingWith(text: string, after?: string): Promise<RecordPage>;
  /** Adds a record. Fails with CONFLICT if the group already has one. */
  add(record: GroupRecord): Promise<void>;
  /** Replaces a record if it's still the one that was read, with the same space and rights; otherwise fails with CONFLICT. Keeps its last change. */
  replace(record: GroupRecord, before: GroupRecord): Promise<void>;
  /** Removes a record if it's still the one that was read; otherwise fails with CONFLICT. False: it was already gone. */
  remove(before: GroupRecord): Promise<boolean>;
  /** Returns the records of one space under this name, at most 25. */
  named(spaceId: SpaceId, groupName: string): Promise<GroupRecord[]>;
  /** Tells whether a space has at least so many records. Reads 100 at a time. */
  hasAtLeast(spaceId: SpaceId, many: number): Promise<boolean>;
  /** Returns the records of these groups, at most 200. Groups without one are missing. */
  recorded(ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, GroupRecord>>;
}

/** A page of facts, and where the next one begins. */
export interface FactPage {
  facts: MembershipFact[];
  next?: string;
}

/** Stores facts of memberships that were made through the app. Fails with STORAGE_UNAVAILABLE. */
export interface Memberships {
  /** Returns the facts of these people in one group, at most 25, in one request. People without one are missing. */
  of(groupId: GroupId, accountIds: readonly AccountId[]): Promise<ReadonlyMap<AccountId, MembershipFact>>;
  /** Returns the facts of these people, each in a group, at most 25, in one request. Those without one are missing. */
  among(pairs: readonly Pick<MembershipFact, 'groupId' | 'accountId'>[]): Promise<MembershipFact[]>;
  /** Lists the facts of a group, at most 100, by account. */
  ofGroup(groupId: GroupId, after?: string): Promise<FactPage>;
  /** Lists the facts of an account, at most 100, by group. */
  ofAccount(accountId: AccountId, after?: string): Promise<FactPage>;
  /** Lists the facts that name a space, at most 100, by group and account. A group that was transferred may have left it. */
  ofSpace(spaceId: SpaceId, after?: string): Promise<FactPage>;
  /** Lists facts that end before this instant, at most 100, the first to end first. */
  ending(until: string): Promise<MembershipFact[]>;
  /** Lists all facts, at most 100. */
  all(after?: string): Promise<FactPage>;
  /** Replaces a fact if it's still the one that was read; otherwise fails with CONFLICT. */
  replace(fact: MembershipFact, before: MembershipFact): Promise<void>;
  /** Removes at most 25 facts if all are still the ones that were read; otherwise fails with CONFLICT and keeps all. */
  remove(facts: readonly MembershipFact[]): Promise<void>;
}

/** Records attempts and outcomes of changes of memberships, and the facts that they leave. */
export interface MemberJournal extends Journal<FactChange> {
  /** Stores attempts as the audit log does. Fails with AUDIT_UNAVAILABLE. */
  attempt: Journal['attempt'];
  /**
   * Stores outcomes of one group, at most 10, with their facts and the last change in the group: all or none. Never throws: false means that they
   * aren't stored, and the hourly run settles them.
   *
   * A fact that somebody else changed since it was read stays as it is. While facts can't be stored, outcomes are stored alone.
   */
  settle(ended: readonly Ended<FactChange>[]): Promise<boolean>;
  /**
   * Reads changes of memberships that succeeded, at most 25, by attempt: one request for each twelve. Other attempts, refusals and unknown ids are
   * missing. Fails with STORAGE_UNAVAILABLE.
   */
  pastChanges(attemptIds: readonly string[]): Promise<PastChange[]>;
  /** Returns who made these attempts, at most 25, in one request. Unknown attempts, and those of nobody, are missing. Fails with STORAGE_UNAVAILABLE. */
  authors(attemptIds: readonly string[]): Promise<ReadonlyMap<string, AccountId>>;
  /**
   * Returns the attempts, among these, after which the same membership was changed again: one request each, side by side. Fails with
   * STORAGE_UNAVAILABLE.
   */
  changedLater(changes: readonly PastChange[]): Promise<ReadonlySet<string>>;
}

/** The places that the hourly upkeep has come to. Without one, it begins again. */
export interface UpkeepPosition {
  /** In all facts of memberships. */
  facts?: string;
  /** In all records of groups, until each can be listed by name and last change. */
  records?: string;
  recordsFilled?: true;
}

/** Stores how far the hourly upkeep has come. Fails with STORAGE_UNAVAILABLE. */
export interface UpkeepStore {
  read(): Promise<UpkeepPosition>;
  save(next: UpkeepPosition): Promise<void>;
}

/** The store's answer to a write that it must refuse. */
export interface StorageAnswer {
  /** Refused with a clear answer, and the earlier value stands. */
  holds: boolean;
  /** Status and code. */
  answer: string;
}

/** Tries how Forge's store refuses writes, on a row of its own. Fails with STORAGE_UNAVAILABLE. */
export interface StorageProbe {
  /** Tries a first write under a key that is in use. */
  writeUsedKey(): Promise<StorageAnswer>;
  /** Tries a transaction whose condition doesn't hold. */
  writeAgainstCondition(): Promise<StorageAnswer>;
}

/** Reads Confluence as the privileged user: their own health, the access that groups give, and the effect of writes whose answer was lost. */
export interface PrivilegedGroupReader extends PrivilegedReader {
  /** Tells whether an account is in a group. Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT, ATLASSIAN_REFUSED, or PRIVILEGED_USER_UNAVAILABLE. */
  isMember(actAs: AccountId, accountId: AccountId, groupId: GroupId): Promise<boolean>;
  /**
   * Reads the access that membership of these groups gives, anew in each call. The lists behind it aren't returned.
   *
   * All are `unknown` if a list is refused, fails or repeats, or shows no group that gives admin or site-admin access: every site has one.
   * Fails with PRIVILEGED_USER_UNAVAILABLE (Forge wouldn't act as this account) or RATE_LIMITED.
   *
   * https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/#api-wiki-rest-api-group-get
   */
  accessOf(actAs: AccountId, ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, GroupAccess>>;
  /**
   * Tells whether the lists behind `accessOf` are shown, and those of admin and site-admin access name a group.
   *
   * Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT, ATLASSIAN_REFUSED, or PRIVILEGED_USER_UNAVAILABLE.
   */
  showsAccess(actAs: AccountId): Promise<boolean>;
}

/** Writes groups as the privileged user whom the grant names. Fails as `GroupMaker` does. */
export interface GroupWriter extends GroupMaker {
  /** Also fails with CONFLICT if the name is in use, in any letter case. */
  createGroup(grant: GroupGrant<'createGroup'> | BrokerGrant<'writeTestCreate'>): Promise<GroupFacts>;
  deleteGroup(grant: GroupGrant<'deleteGroup'> | BrokerGrant<'writeTestDelete'>): Promise<{ deleted: boolean }>;
  /** 'rejected': Atlassian answered 400, as it does for a member; the caller finds out by reading. Also fails with NOT_FOUND. */
  addMember(grant: GroupGrant<'addMember'>): Promise<'added' | 'rejected'>;
  /** Idempotent: Confluence gives the same answer for somebody who wasn't a member. Also fails with NOT_FOUND. */
  removeMember(grant: GroupGrant<'removeMember'>): Promise<'removed'>;
}

/** Stores settings, with the rules that apply to space admins. */
export interface GroupSettings extends Settings {
  rules(): Promise<Versioned<StoredRules>>;
  /** Returns the new version. The later of two saves fails with CONFLICT. */
  saveRules(next: StoredRules, before: number): Promise<number>;
}

/** Holds the stored data that a decision about groups needs. */
interface StoredForGroups extends StoredNow {
  rules: RulesNow;
  record: GroupRecord | undefined;
  /** The facts of the people who are named, by account. */
  memberships: ReadonlyMap<AccountId, MembershipFact>;
}

/** Reads the data stored now, whatever was read before. */
export interface GroupDecisionReads extends DecisionReads {
  /**
   * Makes one new request each time; adds the record of a group, if one is named, and the facts of at most 15 people in it. Fails with
   * STORAGE_UNAVAILABLE.
   */
  read(groupId?: GroupId, accountIds?: readonly AccountId[]): Promise<StoredForGroups>;
}

/** Composes all ports of a use case about groups. */
export interface GroupPorts extends BrokerPorts {
  directory: Directory;
  jiraPeople: JiraPeople;
  requesterReader: RequesterReader;
  privilegedReader: PrivilegedGroupReader;
  groupWriter: GroupWriter;
  spaceAccess: SpaceAccessPort;
  settings: GroupSettings;
  decisionReads: GroupDecisionReads;
  groupRecords: GroupRecords;
  memberships: Memberships;
  memberJournal: MemberJournal;
  storageProbe: StorageProbe;
  upkeep: UpkeepStore;
  firstRun: FirstRunStore;
}
