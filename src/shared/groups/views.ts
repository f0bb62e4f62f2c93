import type { Instant } from '../broker/views';
import type { AccountId, GroupId, SpaceId } from '../ids';
import type { ErrorCode, ForbiddenReason, UnavailableCause } from '../result';
import type { GroupPattern } from './group-pattern';
import type { Rules } from './payloads';
import type { SiteCheck } from './site-checks';

export interface RulesView {
  rules: Rules;
  version: number;
}

export interface GroupRow {
  groupId: GroupId;
  groupName: string;
  origin: 'created' | 'adopted';
  deletable: boolean;
  grantsProductAccess: boolean;
  recordedBy: AccountId;
  recordedAt: Instant;
  /** Atlassian refused an operation on this group although the privileged user is well. */
  refused?: { action: string; at: Instant };
}

/** `answerLost`: a group of this name is this space's now, and nobody knows whether by this request. */
export interface CreatedGroup extends GroupRow {
  answerLost?: true;
}

/** `deleted` is false if there was no such group; with `answerLost` it is gone, and nobody knows whether by this request. */
export interface DeletedGroup {
  deleted: boolean;
  answerLost?: true;
}

export interface GroupPage {
  groups: GroupRow[];
  /** Send it back as `after` to read on. */
  next?: string;
}

export interface SiteGroupRow extends GroupRow {
  spaceId: SpaceId;
  /** Absent: deleted, or not visible to the person who asks. */
  space?: { key: string; name: string };
}

export interface SiteGroupPage {
  groups: SiteGroupRow[];
  next?: string;
  /** Until when the caller counts as a site admin. Absent: not confirmed, or no longer. */
  siteAdminUntil?: Instant;
}

/** A group whose name is of the pattern and that belongs to no space yet. */
export interface Candidate {
  groupId: GroupId;
  groupName: string;
  space: { id: SpaceId; key: string; name: string };
  grantsProductAccess: boolean | 'notChecked';
}

export interface CandidatePage {
  candidates: Candidate[];
  /** Send it back as `start` to read on. */
  nextStart?: number;
  /** Spaces whose key was changed were looked for among so many only: there are more. */
  changedKeysAmong?: number;
  /** Nobody could find out what these groups give: they can be looked at, and none can be adopted. */
  notChecked?: true;
}

export interface AdoptOutcome {
  groupId: GroupId;
  outcome: 'adopted' | 'alreadyRecorded' | 'refused';
  reason?: ForbiddenReason | 'GROUP_NOT_FOUND' | 'SPACE_NOT_FOUND';
}

/** What became of one person in an operation on several. */
export interface PersonOutcome {
  accountId: AccountId;
  outcome:
    | 'added'
    | 'alreadyMember'
    | 'removed'
    /** The answer was lost; a look found them in the group, and nobody knows who put them there. */
    | 'memberNow'
    /** The same, and they are in the group no more. */
    | 'notMemberNow'
    /** The rules say no: see `reason`. */
    | 'refused'
    /** Atlassian answered no: see `code`. */
    | 'failed'
    /** The answer was lost, and nothing has changed yet as far as can be seen: it still may. */
    | 'unknown'
    /** Time ran out, or an earlier failure concerns everybody: nothing was tried. */
    | 'notAttempted';
  reason?: ForbiddenReason;
  code?: ErrorCode;
}

export interface PeopleResult {
  people: PersonOutcome[];
  /** Why the rest was not tried. */
  stoppedBy?: { code: ErrorCode; retryAfterSeconds?: number; reason?: ForbiddenReason };
}

/** Whether this space's groups can be changed now. */
export type Manage =
  | { allowed: true }
  | {
      allowed: false;
      reason: UnavailableCause | 'personalSpaceOff' | 'spaceNotCurrent';
      /** The privileged user, or the person who is asked to be it. */
      accountId?: AccountId;
      /** Who set it up: the person to ask. */
      askAccountId?: AccountId;
    };

export interface SpaceSettingsView {
  accountId: AccountId;
  space: { id: SpaceId; key: string; name: string; personal: boolean };
  manage: Manage;
  /** False in personal spaces even where groups can be changed. */
  mayCreate: boolean;
  pattern: GroupPattern;
  maxPeoplePerOperation: number;
  groups: GroupPage;
}

export interface GroupView {
  group: GroupRow;
  /** The caller is in this group themselves. */
  callerIsMember: boolean;
  members: MemberPage;
}

/** Whether one person is in a group. */
export interface MembershipView {
  isMember: boolean;
  /** `notShown`: Confluence shows the caller nobody with this id, or the account was closed. */
  account: 'active' | 'deactivated' | 'notShown';
}

export interface MemberPage {
  accountIds: AccountId[];
  start: number;
  /** All members, as far as Confluence counts them: without those who are deactivated. */
  total: number;
  nextStart?: number;
}

export interface SiteChecksView {
  at: Instant;
  checks: SiteCheck[];
  /** The text to pass on: no personal data, no secrets, no ids. */
  report: string;
}
