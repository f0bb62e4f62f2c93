/**
 * What the app assumes of Confluence and Forge and no document settles, in the order in which a real site is asked.
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

/** Why a assumption was not tried. */
export type NotRunReason =
  | 'noCheckGroup'
  | 'notAdded'
  | 'callerIsPrivilegedUser'
  /** Nobody could tell whether the account that was picked is an active person's. */
  | 'memberNotChecked'
  | 'noSpaceNamed'
  | 'spaceNotFound'
  | 'noTimeLeft'
  /** Atlassian, storage or the audit gave no answer. */
  | 'unavailable'
  | 'rateLimited'
  /** A scope of the app awaits approval. */
  | 'notApproved'
  /** The person who asked hasn't agreed yet that the app acts for them. */
  | 'consentMissing'
  /** The privileged user was removed or replaced while the checks ran. */
  | 'privilegedUserChanged'
  /** The person who asked is no longer a Confluence administrator. */
  | 'noLongerAdmin'
  /** Forge wouldn't act as the privileged user. */
  | 'notActing';

/**
 * What a site said to one assumption: `broken` is a clear answer other than expected, and nothing else is.
 *
 * `seen`: what it answered, in words of the app; no names, no ids.
 */
export type SiteCheck =
  | { belief: Assumption; outcome: 'holds' | 'broken'; seen: string }
  | { belief: Assumption; outcome: 'notRun'; why: NotRunReason; seen?: string };
