// Groups that are taken over in one go, or taken from their spaces again: planned, applied, taken back. On screen one of them is a change.
import type { Instant } from '../broker/views';
import type { AccountId, GroupId, SpaceId } from '../ids';
import type { ForbiddenReason } from '../result';
import type { ChangeState, ChangeWhy, LineOutcome } from './changes';

/** `undo`: groups that another one took over. */
export type TakeoverSource = 'list' | 'undo';

/** Counts the groups of a plan. */
export interface PlannedGroups {
  willChange: number;
  nothingToDo: number;
  notAllowed: number;
}

/** Counts the groups of one that was applied. `alreadySo`: nothing was to be done by then. */
export interface DoneGroups {
  succeeded: number;
  alreadySo: number;
  refused: number;
  failed: number;
  notTried: number;
}

/** One of them, with how far it has come. */
export interface TakeoverView {
  changeId: string;
  /** Send it back to apply the plan. */
  version: number;
  source: TakeoverSource;
  state: ChangeState;
  why?: ChangeWhy;
  waitsUntil?: Instant;
  /** Whoever planned it, and alone can apply it. May be a closed account. */
  by: AccountId | 'app';
  createdAt: Instant;
  appliedAt?: Instant;
  endedAt?: Instant;
  /** From then on, the plan can't be applied. */
  lapsesAt?: Instant;
  /** From then on, what is left waits until its author confirms again that they are a site admin. */
  siteAdminUntil?: Instant;
  lines: number;
  planned: PlannedGroups;
  done: DoneGroups;
  mayUndo: boolean;
  /** The one that this one takes back. */
  undoes?: string;
  /** The last applied one that takes this one back. */
  undoneBy?: string;
}

export type TakeoverVerdict = keyof PlannedGroups | 'choose';

/** One group of it. */
export interface TakeoverLine {
  /** Its place in the plan, from 1. */
  line: number;
  operation: 'adoptGroup' | 'releaseGroup';
  groupId: GroupId;
  spaceId: SpaceId;
  acknowledgesProductAccess?: true;
  verdict: TakeoverVerdict;
  /** Absent: it isn't applied, or doesn't concern this group. */
  outcome?: LineOutcome;
  /** The reason for which it isn't allowed, or was refused. */
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
