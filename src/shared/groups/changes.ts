// Lists of people for a group: planned, applied, taken back. On screen such a list is a change.
import type { Instant } from '../broker/views';
import type { AccountId, GroupId } from '../ids';
import type { ErrorCode, ForbiddenReason } from '../result';

/** The source of a change's people. `allGroups`: the groups of one person; `undo`: another change. */
export type ChangeSource = 'list' | 'wholeGroup' | 'everybody' | 'membersOf' | 'allGroups' | 'undo';

/** `planned`: nothing has been changed yet. `stopped`: a reason ended the rest. */
type ChangeState = 'planned' | 'queued' | 'running' | 'waiting' | 'done' | 'stopped' | 'cancelled';

/** The reason for which a change waits or stopped. `PAUSED` and `CONFIRM_AGAIN` end by a person only. */
export type ChangeWhy =
  | ErrorCode
  | ForbiddenReason
  | 'PAUSED'
  | 'CONFIRM_AGAIN'
  | 'LOOK_AGAIN'
  | 'POINTS_SPENT'
  | 'PLAN_LAPSED'
  | 'TOO_LONG';

/** The numbers of people of a plan. */
export interface PlannedPeople {
  add: number;
  remove: number;
  nothingToDo: number;
  notAllowed: number;
  /** In an undo: nobody knows whether the change took effect for them, so it leaves them alone. */
  choose: number;
}

/** The numbers of people of a change that was applied. */
export interface DonePeople {
  added: number;
  removed: number;
  /** They were members already. */
  alreadySo: number;
  refused: number;
  failed: number;
  unknown: number;
  notTried: number;
  /** Recorded, and not sent or not answered yet. */
  left: number;
}

/** The stage of a change of many people or groups: whose it is, how far it has come and since when. */
export interface ChangeStage {
  changeId: string;
  /** Send it back to apply the plan. */
  version: number;
  state: ChangeState;
  why?: ChangeWhy;
  waitsUntil?: Instant;
  /** `app`: nobody. May be a closed account. */
  by: AccountId | 'app';
  createdAt: Instant;
  appliedAt?: Instant;
  endedAt?: Instant;
  /** From then on, the plan can't be applied. */
  lapsesAt?: Instant;
  /** People or groups, of whatever verdict. */
  lines: number;
  /** The change that this one takes back. */
  undoes?: string;
  /** The last applied change that takes this one back. */
  undoneBy?: string;
}

/** Answers a look at a change that waits just as it was seen. */
export interface StillWaiting {
  isStill: 'waiting';
}

/** A change as a list shows it, without how far it has come. */
export interface ChangeRow extends ChangeStage {
  source: ChangeSource;
  /** None is named where the change is about one person's memberships. */
  groups: { groupId: GroupId; groupName: string }[];
  /** The change is about the memberships of this one person: all numbers count groups. */
  person?: AccountId;
  planned: PlannedPeople;
  /** The number to type before it is applied, as it removes many. */
  needsTypedNumber?: number;
  /** It removes its author, who must confirm that. */
  removesAuthor?: true;
  /** The plan was made without knowing all members: there are more than 2,000, or Confluence hides some. Of one person: they may be in more groups. */
  membersNotKnown?: true;
  /** About how long all of it takes. Absent: it's over. */
  aboutMinutes?: number;
}

/** A change, with how far it has come. */
export interface ChangeView extends ChangeRow {
  done: DonePeople;
  mayUndo: boolean;
}

export interface ChangePage {
  changes: ChangeRow[];
  /** Send it back as `before` to read older ones. */
  next?: string;
}

export type LineVerdict = 'willChange' | 'nothingToDo' | 'notAllowed' | 'choose';

/** The end of a line of a change that was applied. `left`: recorded, and not sent or not answered yet. */
export type LineOutcome = 'succeeded' | 'unchanged' | 'refused' | 'failed' | 'unknown' | 'left' | 'notTried';

/** One person of a change. */
export interface ChangeLine {
  /** The line of the list that named them; absent: none did. */
  line?: number;
  accountId: AccountId;
  /** Told for a file, as they show it to the caller. */
  name?: string;
  groupId: GroupId;
  /** Told where the change is about one person. Absent: the space doesn't have the group anymore. */
  groupName?: string;
  operation: 'addMember' | 'removeMember';
  verdict: LineVerdict;
  /** Absent: the change isn't applied, or doesn't concern them. */
  outcome?: LineOutcome;
  /** The reason for which it isn't allowed, or was refused. */
  reason?: ForbiddenReason;
  /** The reason for which it failed, or nobody knows. */
  code?: string;
  /** The time of the look at it, where the answer was lost. */
  foundAt?: Instant;
  /** They were found to be a member then, or not. */
  found?: 'member' | 'notMember';
}

export interface ChangeLines {
  change: ChangeView;
  lines: ChangeLine[];
  /** Send it back as `after` to read on. */
  next?: number;
}
