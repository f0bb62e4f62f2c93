import type { AccountFacts, GroupFacts } from '../broker/facts';
import type { BrokerGrant } from '../broker/operations';
import type {
  BrokerPorts,
  DecisionReads,
  GroupMaker,
  GroupSearch,
  PrivilegedReader,
  Settings,
  StoredNow,
  Versioned,
} from '../broker/ports';
import type { RequesterId } from '../broker/runs/requester';
import type { Rules } from '../shared/groups/payloads';
import type { MemberPage } from '../shared/groups/views';
import type { AccountId, GroupId, SpaceId } from '../shared/ids';
import type { GroupAccess, GroupRecord, ProvedSpace } from './facts';
import type { GroupGrant } from './operations';

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

/** Spaces, read as a person sees them. Fails as `Directory` does. */
export interface SpaceReader {
  /** The space, and what this person may do in it. Two calls side by side. */
  space(spaceId: SpaceId): Promise<{ space: ProvedSpace; operations: SpaceOperation[] } | undefined>;
  /** Spaces by id, at most 250, with the keys that people see. Those that this person may not see are missing. */
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
}

/** The space of a change that goes on without whoever asked for it, read as them. */
export interface RequesterReader {
  /**
   * The space, and what they may do in it. Undefined: there is none, it is hidden from them, or they may not use Confluence. Two calls side by side.
   *
   * Fails with FORBIDDEN (Forge won't act for them), RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT.
   */
  space(requester: RequesterId, spaceId: SpaceId): ReturnType<SpaceReader['space']>;
}

/**
 * Confluence, read as a person sees it: on a page, the one who calls.
 *
 * Every method fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT; "no such thing, or hidden from this person" is
 * `undefined`, never an error.
 */
export interface Directory extends SpaceReader, GroupSearch {
  /** This person, and whether they are a Confluence administrator. Undefined: they may not use Confluence. */
  caller(): Promise<{ accountId: AccountId; confluenceAdmin: boolean } | undefined>;
  group(groupId: GroupId): Promise<GroupFacts | undefined>;
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

/** Which group belongs to which space. Fails with STORAGE_UNAVAILABLE. */
export interface GroupRecords {
  get(groupId: GroupId): Promise<GroupRecord | undefined>;
  /** At most 25, by group name. */
  ofSpace(spaceId: SpaceId, after?: string): Promise<{ records: GroupRecord[]; next?: string }>;
  /** At most 25, by space and name. */
  all(after?: string): Promise<{ records: GroupRecord[]; next?: string }>;
  /** Fails with CONFLICT if the group has a record already. */
  add(record: GroupRecord): Promise<void>;
  /** Replaces a record that must still be the one that was seen, with the same space and rights; fails with CONFLICT if not. */
  replace(record: GroupRecord, before: GroupRecord): Promise<void>;
  /** Removes a record that must still be the one that was seen; fails with CONFLICT if not. False: it was gone already. */
  remove(before: GroupRecord): Promise<boolean>;
  /** The records of one space under this name, at most 25. */
  named(spaceId: SpaceId, groupName: string): Promise<GroupRecord[]>;
  /** The records of those of these groups that have one: at most 200. */
  recorded(ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, GroupRecord>>;
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

/** Confluence, read as the privileged user: beside their own health, which groups give access, and what became of a write whose answer was lost. */
export interface PrivilegedGroupReader extends PrivilegedReader {
  /** Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT, ATLASSIAN_REFUSED, or PRIVILEGED_USER_UNAVAILABLE. */
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
  /**
   * Whether the lists behind `accessOf` are shown, those of admin and site-admin access with a group.
   *
   * Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_CONTRACT, ATLASSIAN_REFUSED, or PRIVILEGED_USER_UNAVAILABLE.
   */
  showsAccess(actAs: AccountId): Promise<boolean>;
}

/** Group writes, as the privileged user whom the grant names. Fails as `GroupMaker` does. */
export interface GroupWriter extends GroupMaker {
  /** Fails with CONFLICT, too, if the name is in use, in any case. */
  createGroup(grant: GroupGrant<'createGroup'> | BrokerGrant<'writeTestCreate'>): Promise<GroupFacts>;
  deleteGroup(grant: GroupGrant<'deleteGroup'> | BrokerGrant<'writeTestDelete'>): Promise<{ deleted: boolean }>;
  /** 'rejected': Atlassian answered 400, as it does for somebody who is a member already; the caller settles it by reading. Fails with NOT_FOUND, too. */
  addMember(grant: GroupGrant<'addMember'>): Promise<'added' | 'rejected'>;
  /** Idempotent: Confluence answers alike for somebody who was no member. Fails with NOT_FOUND, too. */
  removeMember(grant: GroupGrant<'removeMember'>): Promise<'removed'>;
}

/** Settings, with the rules that space admins live under. */
export interface GroupSettings extends Settings {
  rules(): Promise<Versioned<Rules>>;
  /** The new version. Who comes second fails with CONFLICT. */
  saveRules(next: Rules, before: number): Promise<number>;
}

/** What a decision about groups looks at of all that is stored. */
interface StoredForGroups extends StoredNow {
  rules: Rules;
  record: GroupRecord | undefined;
}

/** What is stored now, whatever was read before. */
export interface GroupDecisionReads extends DecisionReads {
  /** One request, made anew each time; with the record of a group, if one is named. Fails with STORAGE_UNAVAILABLE. */
  read(groupId?: GroupId): Promise<StoredForGroups>;
}

/** Everything about groups that a use case can reach. */
export interface GroupPorts extends BrokerPorts {
  directory: Directory;
  requesterReader: RequesterReader;
  privilegedReader: PrivilegedGroupReader;
  groupWriter: GroupWriter;
  settings: GroupSettings;
  decisionReads: GroupDecisionReads;
  groupRecords: GroupRecords;
  storageProbe: StorageProbe;
}
