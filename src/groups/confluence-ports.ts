import type { AccountFacts, GroupFacts } from '../broker/facts';
import type { BrokerGrant } from '../broker/operations';
import type { GroupMaker, GroupSearch, PrivilegedReader } from '../broker/ports';
import type { RequesterId } from '../broker/runs/requester';
import type { MemberPage, NamedMemberPage } from '../shared/groups/member-views';
import type { SpaceAccess, SpaceRole } from '../shared/groups/views';
import type { AccountId, GroupId, SpaceId } from '../shared/ids';
import type { GroupAccess, ProvedSpace } from './facts';
import type { GroupGrant } from './operations';

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
  /** Reads the names of accounts as they show them to this person, 250 a call. Those that show none are missing. */
  names(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>>;
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
