/**
 * Lists the app's undocumented assumptions about Confluence and Forge, in the order in which a site is checked.
 *
 * docs/live-checks.md explains each.
 */
export const ASSUMPTIONS = [
  'impersonation',
  'accountStatus',
  'adminGroupsAsPrivilegedUser',
  'createGroup',
  'nameInUse',
  'nameInOtherCase',
  'groupByName',
  'addMember',
  'membershipAtOnce',
  'memberListAtOnce',
  'addAgain',
  'removeMember',
  'removalAtOnce',
  'removeAgain',
  'deleteGroup',
  'deletedGroup',
  'spaceByKey',
  'provingOperation',
  'storageKeyInUse',
  'storageCondition',
] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** Gives the reason why an assumption wasn't tried. */
export type NotRunReason =
  | 'noCheckGroup'
  | 'notAdded'
  | 'callerIsPrivilegedUser'
  /** It couldn't be checked whether the picked account is an active person's. */
  | 'memberNotChecked'
  | 'noSpaceNamed'
  | 'spaceNotFound'
  | 'noTimeLeft'
  /** Atlassian, storage or the audit didn't answer. */
  | 'unavailable'
  | 'rateLimited'
  /** A scope of the app awaits approval. */
  | 'notApproved'
  /** The person who asked hasn't agreed yet that the app acts for them. */
  | 'consentMissing'
  /** The privileged user was removed or replaced while the checks ran. */
  | 'privilegedUserChanged'
  /** All changes were paused while the checks ran. */
  | 'changesPaused'
  /** The person who asked is no longer a Confluence administrator. */
  | 'noLongerAdmin'
  /** Forge wouldn't act as the privileged user. */
  | 'notActing';

/**
 * Describes a site's answer to one assumption: `broken` is always a clear answer other than expected.
 *
 * `answer`: its answer in the app's words, without names or ids.
 */
export type SiteCheck =
  | { assumption: Assumption; outcome: 'holds' | 'broken'; answer: string }
  | { assumption: Assumption; outcome: 'notRun'; why: NotRunReason; answer?: string };
