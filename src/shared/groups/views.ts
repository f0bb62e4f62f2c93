import type { AuditRow, Instant } from '../broker/views';
import type { AccountId, GroupId, SpaceId } from '../ids';
import type { ErrorCode, ForbiddenReason, Pause, UnavailableCause } from '../result';
import type { GroupPattern } from './group-pattern';
import type { MembersView } from './member-views';
import type { Rules } from './payloads';
import type { SiteCheck } from './site-checks';

/** A space as the caller sees it. */
export interface SpaceRow {
  id: SpaceId;
  key: string;
  name: string;
}

/** Spaces that a search found, at most 10. */
export interface FoundSpaces {
  spaces: SpaceRow[];
  /** There are others. */
  more: boolean;
}

export interface RulesView {
  rules: Rules;
  /** The spaces that the rules name. Those deleted, or hidden from the caller, are missing. */
  spaces: SpaceRow[];
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

/** `answerLost`: a group of this name belongs to this space now, but it isn't known whether this request created it. */
export interface CreatedGroup extends GroupRow {
  answerLost?: true;
}

/** `deleted` is false if the group didn't exist; with `answerLost` it's gone, but it isn't known whether this request deleted it. */
export interface DeletedGroup {
  deleted: boolean;
  answerLost?: true;
}

/** An order of a space's groups: by name, or the last changed first. */
export type GroupOrder = 'name' | 'change';

/** A group in the list of its space. */
export interface ListedGroup extends GroupRow {
  /** The time of the last change in this group through the app. */
  changedAt: Instant;
  /** The reason why its name alone keeps everybody from changing it. Absent: it doesn't. */
  blocked?: ForbiddenReason;
}

/** Numbers of one group, which the list of a space's groups shows once it is drawn. */
export interface GroupNumbers {
  groupId: GroupId;
  /** Its members as Confluence counts them for the caller: without deactivated people. Absent: it doesn't show them the group. */
  members?: number;
  /** The person who made the last change. Absent: not known anymore, or the app itself. It may be a closed account. */
  changedBy?: AccountId;
}

/** A role that a group can have in a space. */
export interface SpaceRole {
  id: string;
  name: string;
  description?: string;
}

/** The roles of a space. Absent: the site has no roles. */
export interface SpaceRoles {
  roles?: SpaceRole[];
}

/** The access that groups have to a space. `access`: names of roles, or permissions as an operation and its target. */
export interface SpaceAccess {
  kind: 'roles' | 'permissions';
  groups: { groupId: GroupId; access: string[] }[];
  /** There is more than was read. */
  incomplete?: true;
}

export interface GroupPage {
  groups: ListedGroup[];
  /** Send it back as `after` to read on. */
  next?: string;
}

export interface SiteGroupRow extends GroupRow {
  spaceId: SpaceId;
  /** Absent: deleted, or not visible to the caller. */
  space?: { key: string; name: string };
}

export interface SiteGroupPage {
  groups: SiteGroupRow[];
  next?: string;
  /** Time until which the caller counts as a site admin. Absent: not confirmed, or no longer. */
  siteAdminUntil?: Instant;
}

/** Describes the result for one person in an operation on several. */
export interface PersonOutcome {
  accountId: AccountId;
  outcome:
    | 'added'
    | 'alreadyMember'
    | 'removed'
    /** The answer was lost; they are in the group now, but it isn't known who added them. */
    | 'memberNow'
    /** The same, but they aren't in the group any more. */
    | 'notMemberNow'
    /** The rules refuse: see `reason`. */
    | 'refused'
    /** Atlassian refused: see `code`. */
    | 'failed'
    /** The answer was lost. Nothing has changed so far, but it still may. */
    | 'unknown'
    /** Not tried: time ran out, or an earlier failure concerns everybody. */
    | 'notAttempted';
  reason?: ForbiddenReason;
  code?: ErrorCode;
  /** The entry of the audit by which the change can be undone. Absent: nothing was changed, or nobody knows. */
  attemptId?: string;
}

export interface PeopleResult {
  people: PersonOutcome[];
  /** The reason why the rest wasn't tried. */
  stoppedBy?: { code: ErrorCode; retryAfterSeconds?: number; reason?: ForbiddenReason };
}

/** An entry of a space's audit. */
export interface SpaceAuditRow extends AuditRow {
  /** It can be undone, as far as this page and what the app knows of the membership tell. */
  mayUndo?: true;
}

export interface SpaceAuditPage {
  rows: SpaceAuditRow[];
  /** Send it back as `before` to read older entries. */
  next?: string;
}

/** Tells whether this space's groups can be changed now. */
export type Manage =
  | { allowed: true }
  | { allowed: false; reason: 'paused'; pause: Pause }
  | {
      allowed: false;
      reason: UnavailableCause | 'spaceOff' | 'personalSpaceOff' | 'spaceNotCurrent';
      /** The privileged user, or the nominee. */
      accountId?: AccountId;
      /** The person who set it up, and so can help. */
      askAccountId?: AccountId;
    };

export interface SpaceSettingsView {
  accountId: AccountId;
  space: { id: SpaceId; key: string; name: string; personal: boolean };
  manage: Manage;
  /** False in personal spaces even where groups can be changed. */
  mayCreate: boolean;
  pattern: GroupPattern;
  longestList: number;
  groups: GroupPage;
}

/** A group that takes the place of another one of its space, until everyone has left that one. */
export interface Replacement {
  old: Pick<GroupRow, 'groupId' | 'groupName'>;
  by: Pick<GroupRow, 'groupId' | 'groupName'>;
  since: Instant;
}

export interface GroupView {
  group: GroupRow;
  /** The group's roles in the space. Absent: the site has no roles, or they couldn't be read. */
  roles?: string[];
  /** Confluence says that there are no roles to be shown, of this group or of any other. */
  siteHasNoRoles?: true;
  /** The reason why nobody may change this group through the app, if its name and kind tell. */
  blocked?: BlockedGroup;
  /** Those that the group is part of, and that aren't finished. */
  replacements?: Replacement[];
  /** The caller is in this group themselves. */
  callerIsMember: boolean;
  members: MembersView;
}

/** Tells whether a group may be changed, as a write would find it now. */
export interface GroupChangeability {
  /** Absent: nothing is known against it. */
  blocked?: BlockedGroup;
}

/** Tells why a group isn't changed: its name and kind show it, or the access that it gives. */
export interface BlockedGroup {
  reason:
    | 'GROUP_MANAGED_OUTSIDE'
    | 'GROUP_NAME_RESERVED'
    | 'GROUP_BLOCKED'
    | 'GROUP_GIVES_ADMIN_ACCESS'
    | 'GROUP_GIVES_PRODUCT_ACCESS';
  /** The person who saved the rules last, where a rule is the reason. Absent: nobody did, or their account is closed. */
  askAccountId?: AccountId;
}

export interface SiteChecksView {
  at: Instant;
  checks: SiteCheck[];
  /** The text to pass on: no personal data, no secrets, no ids. */
  report: string;
}
