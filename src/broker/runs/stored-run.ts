// A run as it is stored: its row, its lines, and how far each of its parts has come. The words are part of what is stored.
import type { AuditCode, AuditFound } from '../../shared/broker/audit';
import type { AccountId, SpaceId } from '../../shared/ids';
import type { ErrorCode, ForbiddenReason } from '../../shared/result';

/** The states of a run. `stopped`: a reason ended what was left. */
export const RUN_STATES = ['planned', 'queued', 'running', 'waiting', 'done', 'stopped', 'cancelled'] as const;

export type RunState = (typeof RUN_STATES)[number];

/** The reason for which a run waits. `PAUSED` and `CONFIRM_AGAIN` end by a person only. */
export type RunWait =
  /** All changes are paused. */
  | 'PAUSED'
  /** The proof of a site admin has lapsed. */
  | 'CONFIRM_AGAIN'
  /** Attempts whose answer was lost are looked at. */
  | 'LOOK_AGAIN'
  /** The points of the hour are spent. */
  | 'POINTS_SPENT'
  | 'RATE_LIMITED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'STORAGE_UNAVAILABLE';

/** The reason for which a run stopped. */
export type RunStop = ErrorCode | ForbiddenReason | 'PLAN_LAPSED' | 'TOO_LONG';

/** The place of a run: a space, or the site. */
export type RunPlace = SpaceId | 'site';

/** The plan's verdict on a line. Only the first is carried out. */
type PlanVerdict = 'willChange' | 'nothingToDo' | 'notAllowed' | 'choose' | 'notUnderstood';

/** One line of a plan. Immutable. */
export interface RunLine {
  /** Its place in the list that was brought, from 1. */
  number: number;
  verdict: PlanVerdict;
  /** The reason why it isn't carried out. */
  why?: string;
  /** The change to make, as the product's plain data: ids, no names. */
  command: unknown;
}

/** The progress of a line. */
export interface LineState {
  /** The latest attempt, from 1; 0: none was made. */
  attempt: number;
  /** Attempts whose answer was lost. */
  lost: number;
  /** The time at which the latest attempt was recorded, or ended. */
  at: string;
  /** Absent: under way, or the answer is lost. `left`: nothing was sent, and it comes again. */
  outcome?: 'succeeded' | 'unchanged' | 'failed' | 'unknown' | 'refused' | 'left';
  code?: AuditCode;
  found?: AuditFound | AuditCode;
  /** It came about, and what was to be stored with it had changed meanwhile and stays as it is. */
  withoutChange?: true;
  /** Data for an undo, as the product's plain data. */
  undo?: unknown;
}

/** A part of at most 100 lines: how far it has come, and who works at it. */
export interface PartState {
  /** From 0. */
  part: number;
  /** 0: nobody has worked at it yet. */
  version: number;
  /** The name of the lease. */
  lease?: string;
  leasedUntil?: string;
  state: 'open' | 'done';
  /** By the place of a line in its part, from 0; a line without one was not tried. */
  lines: Readonly<Record<number, LineState>>;
}

/** A run before it is stored. */
export interface NewRun {
  runId: string;
  /** The kind that carries it out. */
  product: string;
  /** The source of its lines, by the product's word. */
  source: string;
  place: RunPlace;
  /** The author. `app`: there is none, and each line proves itself. */
  by: AccountId | 'app';
  createdAt: string;
  /** The version of the app that wrote it; another leaves it alone. */
  writtenBy: string;
  /** Lines in all, and by verdict. */
  lines: number;
  verdicts: Readonly<Partial<Record<PlanVerdict, number>>>;
  /** The number that is to be typed before it is applied, where it removes many. */
  typed?: number;
  /** Facts about all lines, as the product's plain data. */
  about?: unknown;
  /** The run that this one takes back. */
  undoes?: string;
}

/** The row of a run. */
export interface StoredRun extends NewRun {
  state: RunState;
  /** Grows with every change. */
  version: number;
  /** The time at which it must be looked at; absent: it need not be. */
  dueAt?: string;
  /** The number of the work event that carries the run on. */
  baton: number;
  /** The time at which the baton was passed. */
  batonAt?: string;
  why?: RunWait | RunStop;
  waitsUntil?: string;
  appliedAt?: string;
  endedAt?: string;
  /** Troubles in a row without a line that came further. */
  troubles?: number;
  /** The last run that was applied to take this one back. */
  undoneBy?: string;
  /** Until when the proof of a site admin holds. */
  siteAdminUntil?: string;
}

/** Most lines of a part. */
export const LINES_A_PART = 100;

/** Returns how many parts a run has. */
export function partsOf({ lines }: Pick<NewRun, 'lines'>): number {
  return Math.ceil(lines / LINES_A_PART);
}
