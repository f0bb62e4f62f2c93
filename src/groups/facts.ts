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
