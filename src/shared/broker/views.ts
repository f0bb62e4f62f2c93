import type { AccountId, GroupId, SpaceId } from '../ids';
import type { UnavailableCause } from '../result';
import type { AuditCode, AuditFound, ShownAction } from './audit';
import type { AuditOutcome } from './audit-outcome';

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
  /** An email and token of the time before December 2025 are still stored. */
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

/** What came of confirming that one is a site admin. */
export type SiteAdminConfirmation =
  | { outcome: 'confirmed'; until: Instant }
  /** Atlassian refused it. */
  | { outcome: 'notSiteAdmin' }
  /** Nothing was tried: once a minute a person, five times an hour a site. */
  | { outcome: 'tooOften'; retryAfterSeconds: number };

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

export interface SpaceSupportView {
  state: PrivilegedUserState['name'];
  report: string;
}
