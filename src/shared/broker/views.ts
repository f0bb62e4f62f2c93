import type { AccountId, GroupId, SpaceId } from '../ids';
import type { Pause, UnavailableCause } from '../result';
import type { AuditCode, AuditFound, ShownAction } from './audit';
import type { AuditOutcome } from './audit-outcome';

/** Instants are ISO-8601 in UTC. */
export type Instant = string;

/** Describes the state of the privileged user. Exactly one holds at any time. */
export type PrivilegedUserState =
  | { name: 'notConfigured' }
  | { name: 'legacy' }
  | { name: 'waiting'; accountId: AccountId; nominatedBy: AccountId; nominatedAt: Instant }
  /** All changes are paused; until they're resumed, nothing else is known of the privileged user. */
  | { name: 'paused'; accountId: AccountId; pause: Pause }
  | { name: 'healthy'; accountId: AccountId }
  | { name: 'lacksPermission'; accountId: AccountId }
  | { name: 'unusable'; accountId: AccountId; cause: 'deactivated' | 'left' | 'noAppAccess' | 'unsupportedAccountType' }
  | { name: 'notApproved'; accountId: AccountId };

/** One check of the privileged user, in the order in which they run. */
export interface Check {
  name: 'account' | 'impersonation' | 'siteAdminGroup' | 'writeTest';
  /** `hint`: negative, but not decisive. `unclear`: couldn't be checked. `notRun`: an earlier check failed, or not part of this run. */
  outcome: 'passed' | 'failed' | 'hint' | 'unclear' | 'notRun';
  cause?: UnavailableCause;
  /** Forge refused, not Confluence. The first time it is `unclear`: it counts once Forge refuses again, a minute later. */
  byForge?: true;
  /** The time of a write test. */
  at?: Instant;
}

export interface PrivilegedUserView {
  /** Send it back with a change, which is then refused if another admin made one meanwhile. */
  version: number;
  state: PrivilegedUserState;
  setBy?: AccountId;
  setAt?: Instant;
  /** All changes are paused, whoever is the privileged user. */
  pause?: Pause;
  /** A nominee who is asked to take over while the present user still works. */
  nominee?: { accountId: AccountId; nominatedBy: AccountId; nominatedAt: Instant };
  /** An email and token of the time before December 2025 are still stored. */
  legacyRecord: boolean;
  /** They are deleted, but nobody has confirmed that the token is revoked. */
  tokenToRevoke?: true;
  checks: Check[];
  checkedAt?: Instant;
  /** Names of test groups that couldn't be deleted yet. */
  leftoverCheckGroups: string[];
}

/** Holds what the caller may see on the global page. */
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

/** Describes the result of confirming that one is a site admin. */
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
  /** The entry whose change this one undoes. */
  undoes?: string;
  outcome: AuditOutcome;
  code?: AuditCode;
  /** The result of a look after a lost answer; for NOT_ATTEMPTED, the reason why it wasn't tried. */
  found?: AuditFound | AuditCode;
  foundAt?: Instant;
  /** Count of a refusal within the hour. */
  count?: number;
}

export interface AuditPage {
  rows: AuditRow[];
  /** Send it back as `before` to read older entries. */
  next?: string;
}

export interface SupportView {
  /** The caller is the privileged user. */
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
  /** There are more groups than counted. */
  more: boolean;
  /** Memberships made through the app, as far as they were counted. Absent: none. */
  memberships?: { count: number; more: boolean };
  /** Changes whose result isn't known yet. */
  unsettled: number;
}

export interface SpaceSupportView {
  state: PrivilegedUserState['name'];
  report: string;
}
