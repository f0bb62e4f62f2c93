// Groups that are taken over in one go, or taken from their spaces again: planned, applied, taken back. On screen a takeover is a change.
import type { Instant } from '../broker/views';
import type { GroupId, SpaceId } from '../ids';
import type { ErrorCode, ForbiddenReason } from '../result';
import type { ChangeStage, LineOutcome } from './changes';
import type { SpaceRow } from './views';

/** `undo`: groups that another takeover gave to spaces. */
export type TakeoverSource = 'list' | 'undo';

/** Counts the groups of a plan. */
export interface PlannedGroups {
  willChange: number;
  nothingToDo: number;
  notAllowed: number;
  /** Groups that need a space. Absent: none. */
  choose?: number;
}

/** Counts the groups of a takeover that was applied. `alreadySo`: nothing was to be done by then. */
export interface DoneGroups {
  succeeded: number;
  alreadySo: number;
  refused: number;
  failed: number;
  notTried: number;
}

/** A takeover as a list shows it, without how far it has come. Whoever planned it alone can apply it. */
export interface TakeoverRow extends ChangeStage {
  source: TakeoverSource;
  /** From then on, what is left waits until its author confirms again that they are a site admin. */
  siteAdminUntil?: Instant;
  planned: PlannedGroups;
  /** About how long it takes, from its beginning. */
  aboutMinutes: number;
}

/** A takeover, with how far it has come. */
export interface TakeoverView extends TakeoverRow {
  done: DoneGroups;
  mayUndo: boolean;
}

export interface TakeoverPage {
  takeovers: TakeoverRow[];
  /** Send it back as `before` to read older ones. */
  next?: string;
}

export type TakeoverVerdict = keyof PlannedGroups;

/** A group of a takeover. */
export interface TakeoverLine {
  /** Its place in the plan, from 1. */
  line: number;
  operation: 'adoptGroup' | 'releaseGroup';
  groupId: GroupId;
  /** As it was called when it was planned. */
  groupName: string;
  /** Absent: nobody has chosen one. */
  spaceId?: SpaceId;
  /** Absent: it's gone, or hidden from whoever reads. */
  space?: SpaceRow;
  acknowledgesProductAccess?: true;
  verdict: TakeoverVerdict;
  /** Absent: it isn't applied, or doesn't concern this group. */
  outcome?: LineOutcome;
  /** The reason for which it isn't allowed, or was refused; or what is to be known besides its space. */
  reason?: ForbiddenReason;
  /** The reason for which it failed. */
  code?: string;
}

export interface TakeoverLines {
  change: TakeoverView;
  lines: TakeoverLine[];
  /** Send it back as `after` to read on. */
  next?: number;
}

/** A group that could be taken over, and whether it can be. */
export interface FoundGroup {
  groupId: GroupId;
  groupName: string;
  /** The one that a list names, or else the one that the group's name points to. Absent: somebody has to choose one. */
  space?: SpaceRow;
  /** The reason why the space that was named can't have it. */
  spaceWhy?: 'SPACE_NOT_FOUND' | 'PERSONAL_SPACE_OFF';
  /** `notChecked`: Confluence shows no lists of groups that give access, so nothing can be taken over now. */
  givesProductAccess: boolean | 'notChecked';
  /** It belongs to a space already. */
  isManaged?: true;
  /** The reason why it can't be taken over at all. */
  why?: ForbiddenReason;
}

export interface FoundGroupPage {
  groups: FoundGroup[];
  /** Counts the groups of the page, found or not. */
  lookedAt: number;
  /** Send it back as `start` to read on. */
  nextStart?: number;
  /** Number of spaces searched for changed keys, if there are more. */
  changedKeysAmong?: number;
}

/**
 * The group that a line of a list names. `none`: there is none of this name. `tooMany`: it may exist, but more names contain this one than are looked
 * through. `notLookedUp`: the line can be sent again.
 */
type ResolvedGroup = { line: number } & (
  | { is: 'found'; group: FoundGroup }
  | { is: 'none' | 'tooMany' | 'notLookedUp' }
);

export interface ResolvedGroups {
  /** One for each line, in the order of the request. */
  lines: ResolvedGroup[];
  /** The reason why some weren't looked up. */
  stoppedBy?: { code: ErrorCode; retryAfterSeconds?: number };
}
