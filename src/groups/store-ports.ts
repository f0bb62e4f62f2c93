import type { DecisionReads, Ended, Journal, Settings, StoredNow, Versioned } from '../broker/ports';
import type { GroupOrder } from '../shared/groups/views';
import type { AccountId, GroupId, SpaceId } from '../shared/ids';
import type { FactChange, GroupRecord, MembershipFact, PastChange, SettingVersions } from './facts';
import type { RulesNow, StoredRules } from './rules/stored-rules';

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
  /** Replaces a record if it's still the one that was read, with the same space, rights and successor; otherwise fails with CONFLICT. Keeps its last change. */
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

/** Stores settings, with the rules that apply to space admins. */
export interface GroupSettings extends Settings {
  rules(): Promise<Versioned<StoredRules>>;
  /** Returns the new version. The later of two saves fails with CONFLICT. */
  saveRules(next: StoredRules, before: number): Promise<number>;
}

/** Holds the stored data that a decision about any group needs. */
interface StoredRulesNow extends StoredNow {
  rules: RulesNow;
}

/** The same for groups that are to get records. */
interface StoredForAdding extends StoredRulesNow {
  /** Groups without one are missing. */
  records: ReadonlyMap<GroupId, GroupRecord>;
  /** The mark of added records, from before. */
  mark: number;
  /** For a change that is to be stored only while the same settings stand. */
  settings: SettingVersions;
}

/** The same for a change in a group. */
interface StoredForGroups extends StoredRulesNow {
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
  /** Makes one new request each time, for at most 20 groups, one for the mark unless this invocation has seen it, and one for each setting that nobody has stored. Fails with STORAGE_UNAVAILABLE. */
  readForAdding(groupIds: readonly GroupId[]): Promise<StoredForAdding>;
}
