import type { AccountId, GroupId, SpaceId } from '../shared/ids';

/** Ties one group to one space. Only a record does that: names don't decide anything. */
export interface GroupRecord {
  groupId: GroupId;
  spaceId: SpaceId;
  /** The name when it was recorded or last seen; for display only. */
  groupName: string;
  origin: 'created' | 'adopted';
  /** Space admins may delete it. */
  deletable: boolean;
  /** A site admin acknowledged that membership gives product access. */
  grantsProductAccess: boolean;
  recordedBy: AccountId;
  recordedAt: string;
  /** The attempt that wrote this record, and its run. */
  attemptId?: string;
  runId?: string;
  /** Atlassian refused this operation on this group although the privileged user is well. */
  refused?: { action: string; at: string };
  /** Instant and attempt of the last change in this group through the app. Absent: an older version wrote the record. */
  lastChange?: string;
  /** The group that is to take its place, and since when: until everyone has left it, or somebody keeps both. */
  replacedBy?: GroupId;
  replacedSince?: string;
  /** The group whose place it was created to take. The record of that one says whether it still is to. */
  replaces?: GroupId;
}

/** Facts that the app keeps of a membership made through it. Confluence says who is in a group; a member without them was added outside the app. */
export interface MembershipFact {
  groupId: GroupId;
  accountId: AccountId;
  spaceId: SpaceId;
  /** The instant from which on they are a member, and the person who added them. */
  since: string;
  by: AccountId;
  /** The instant at which the membership is to end. */
  until?: string;
  /** The reason for it, at most 200 characters: kept only as long as the fact, and in no log. */
  reason?: string;
  runId?: string;
  /** The attempt that stored the fact: its version. */
  attemptId: string;
}

/** Most facts of memberships that are read, or removed, in one request of the store. */
export const FACTS_AT_ONCE = 25;

/** Facts of a membership that was ended through the app, as they're kept with the outcome of its end: without the reason. */
export type PriorFact = Omit<MembershipFact, 'groupId' | 'accountId' | 'spaceId' | 'reason'>;

/** A change of the facts of one membership, and the reading that it's based on. */
export interface FactChange {
  attemptId: string;
  at: string;
  accountId: AccountId;
  /** The group's record as it was read before the change. */
  record: GroupRecord;
  /** The fact read together with the record. */
  before: MembershipFact | undefined;
  /** The fact from now on. Undefined: they aren't a member any more. */
  after: MembershipFact | undefined;
  /** Looks whether they are a member now. Undefined: it can't be found out. */
  look: () => Promise<'member' | 'notMember' | undefined>;
}

/** Settings that something was decided by, and the version of each when it was read. */
export type SettingVersions = Readonly<Record<string, number>>;

/**
 * A change of which space a group belongs to: it gets a record, or loses the one that was read.
 *
 * `mark`: that of added records, from before it was read that the group has none. Absent: that is read again. `settings`: it's stored only while they stand.
 */
export type RecordChange = { attemptId: string; groupId: GroupId } & (
  | { added: GroupRecord; mark?: number; settings?: SettingVersions }
  | { removed: GroupRecord }
);

/** A change that is stored together with its outcome. */
export type StoredChange = FactChange | RecordChange;

/** A change of one membership that succeeded, as the audit holds it. */
export interface PastChange {
  attemptId: string;
  at: string;
  action: 'addMember' | 'removeMember';
  /** The space that the group belonged to then. */
  spaceId: SpaceId;
  groupId: GroupId;
  accountId: AccountId;
  /** The facts that a removal took away. */
  prior?: PriorFact;
}

/** A space that Confluence proved for the caller. */
export interface ProvedSpace {
  spaceId: SpaceId;
  /** From Confluence's answer, never from the page. */
  key: string;
  name: string;
  personal: boolean;
  /** Not archived, and not in the trash. */
  current: boolean;
}

/** The access that membership of one group gives. `unknown`: it couldn't be found out for certain. */
export type GroupAccess = { admin: boolean; product: boolean } | 'unknown';
