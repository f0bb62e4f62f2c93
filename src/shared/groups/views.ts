import type { AuditCode, AuditFound, ShownAction } from '../broker/audit';
import type { AccountId, GroupId, SpaceId } from '../ids';
import type { ErrorCode, ForbiddenReason, UnavailableCause } from '../result';
import type { GroupPattern } from './group-pattern';
import type { AuditOutcome, Rules } from './payloads';
import type { SiteCheck } from './site-checks';

/** Instants are ISO-8601 in UTC. */
export type Instant = string;

/** Where the privileged user stands. Exactly one holds at any time. */
export type PrivilegedUserState =
  | { name: 'notConfigured' }
  | { name: 'legacy' }
  | { name: 'waiting'; accountId: AccountId; nominatedBy: AccountId; nominatedAt: Instant }
  | { name: 'healthy'; accountId: AccountId }
  | { name: 'lacksPermission'; accountId: AccountId }
  | { name: 'unusable'; accountId: AccountId; cause: 'deactivated' | 'left' | 'noAppAccess' | 'unsupportedAccountType' }
  | { name: 'notApproved'; accountId: AccountId };

/** One check of the privileged user, in the order in which they run. */
export interface Check {
  name: 'account' | 'impersonation' | 'siteAdminGroup' | 'writeTest';
  /** `hint`: negative, but not decisive. `unclear`: could not be checked. `notRun`: an earlier check failed, or not part of this run. */
  outcome: 'passed' | 'failed' | 'hint' | 'unclear' | 'notRun';
  cause?: UnavailableCause;
  /** Forge refused, not Confluence. The first time it is `unclear`: it counts once Forge refuses again, a minute later. */
  byForge?: true;
  /** Of a write test: when it was made. */
  at?: Instant;
}

export interface PrivilegedUserView {
  /** Send it back with a change; a change made meanwhile by another admin is then refused. */
  version: number;
  state: PrivilegedUserState;
  setBy?: AccountId;
  setAt?: Instant;
  /** Somebody else who is asked to take over while the present one still works. */
  nominee?: { accountId: AccountId; nominatedBy: AccountId; nominatedAt: Instant };
  /** An e-mail and token of the time before December 2025 are still stored. */
  legacyRecord: boolean;
  /** They are deleted, and nobody has said yet that the token is revoked. */
  tokenToRevoke?: true;
  checks: Check[];
  checkedAt?: Instant;
  /** Names of test groups that could not be deleted yet. */
  leftoverCheckGroups: string[];
}

/** What the person who opens the global page may see there. */
export interface GlobalSettingsView {
  accountId: AccountId;
  roles: { confluenceAdmin: boolean; supportReader: boolean; nominee: boolean };
  /** For Confluence admins and for the nominee. */
  privilegedUser?: PrivilegedUserView;
}

export type SaveOutcome =
  | { outcome: 'active'; privilegedUser: PrivilegedUserView }
  | { outcome: 'waiting'; privilegedUser: PrivilegedUserView }
  /** A check failed: nothing was stored. */
  | { outcome: 'refused'; checks: Check[]; leftoverCheckGroups: string[] };

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

/** What came of confirming that one is a site admin. */
export type SiteAdminConfirmation =
  | { outcome: 'confirmed'; until: Instant }
  /** Atlassian refused it. */
  | { outcome: 'notSiteAdmin' }
  /** Nothing was tried: once a minute a person, five times an hour a site. */
  | { outcome: 'tooOften'; retryAfterSeconds: number };

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
  /** The caller is in this group himself. */
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

export interface AuditRow {
  id: string;
  at: Instant;
  /** Absent: the app itself, on a schedule. */
  caller?: AccountId;
  actedAs?: AccountId;
  action: ShownAction;
  spaceId?: SpaceId;
  groupId?: GroupId;
  groupName?: string;
  accountId?: AccountId;
  outcome: AuditOutcome;
  code?: AuditCode;
  /** What a look found where the answer was lost, and when; for NOT_ATTEMPTED, why it was not tried. */
  found?: AuditFound | AuditCode;
  foundAt?: Instant;
  /** How often, for refusals that are counted by the hour. */
  count?: number;
}

export interface AuditPage {
  rows: AuditRow[];
  /** Send it back as `before` to read older entries. */
  next?: string;
}

export interface SupportView {
  /** The person who reads this is the privileged user. */
  isPrivilegedUser: boolean;
  migration: 'neverConfigured' | 'stillLegacy' | 'waiting' | 'migrated';
  state: PrivilegedUserState['name'];
  checks: Check[];
  checkedAt?: Instant;
  counts: SupportCounts;
  versions: { app: string; environment: string };
  /** The text for a support ticket: no personal data, no secrets, no accountIds. */
  report: string;
}

export interface SupportCounts {
  groups: number;
  spaces: number;
  /** There are more groups than were counted. */
  more: boolean;
  /** Changes whose result is not known yet. */
  unsettled: number;
}

export interface SiteChecksView {
  at: Instant;
  checks: SiteCheck[];
  /** The text to pass on: no personal data, no secrets, no ids. */
  report: string;
}

export interface SpaceSupportView {
  state: PrivilegedUserState['name'];
  report: string;
}
