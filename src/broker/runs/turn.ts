import type { ForbiddenReason } from '../../shared/result';
import { AppError } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts, Deadline } from '../ports';
import type { Next } from './after-turn';
import type { Kind, RefusedCommand, RunJob } from './job';
import type { Actor, LookedAt, RunKind } from './kinds';
import { RESERVE_MS } from './know';
import { leaseOf } from './leases';
import { POINTS_AN_HOUR } from './pace';
import type { RunNow } from './run-store';
import type { LineState, PartState, RunLine, StoredRun } from './stored-run';

/** A line that is to be carried out, and its place: its part, and where it stands in it. */
export interface TurnLine {
  part: number;
  at: number;
  line: RunLine;
}

/** A line that was refused, as the audit describes it. */
export interface LineRefusal extends RefusedCommand {
  reason: ForbiddenReason;
}

/** One turn at a run: whose leases it takes, until when it may write, and how far the lines have come. */
export interface Turn {
  /** Its deadline is that of the turn. */
  ports: BrokerPorts;
  run: StoredRun;
  parts: PartState[];
  lines: TurnLine[];
  /** For how many lines facts are read at once, at most. */
  ahead: number;
  effect: RunKind['effect'];
  job(this: void): RunJob<Kind>;
  look(this: void, commands: readonly unknown[]): Promise<(LookedAt | undefined)[]>;
  lease: string;
  leaseMs: number;
  /** Lines that were refused when they were last judged. */
  refused: Map<TurnLine, LineRefusal>;
  /** The folds that the audit has got of them. */
  toldRefusals: Set<string>;
  /** By the ids of the attempts of this turn. */
  attempts: Map<string, TurnLine>;
  /** Points of this hour before the turn, and those of this invocation that are stored. */
  spentBefore: number;
  spentStored: number;
  /** Lines that ended in this turn. */
  ended: number;
  /** The continuation after it, once that is known: nothing more is sent then. */
  next?: Next;
}

/** The actor of a turn, and its limits. */
export interface TurnLimits<Begun> {
  actor: Actor<Begun>;
  leaseMs: number;
  /** From now on. */
  writesForMs: number;
}

/** Begins a turn: reads the lines of all parts that aren't done, in one request. */
export async function beginTurn<Ports extends BrokerPorts, Begun>(
  all: Ports,
  kind: RunKind<Ports, Begun>,
  { run, parts, spent }: RunNow,
  { actor, leaseMs, writesForMs }: TurnLimits<Begun>,
): Promise<Turn> {
  const ports = { ...all, deadline: deadlineIn(all, writesForMs) };
  const open = parts.filter(({ state }) => state === 'open').map(({ part }) => part);
  const read = open.length === 0 ? [] : await ports.runs.lines(run.runId, open);
  const lines = read.flatMap((some, index) => toBeCarriedOut(open[index] ?? 0, some));
  const commands = lines.map(({ line }) => line.command);
  return {
    ports,
    run,
    parts: [...parts],
    lines,
    ahead: kind.ahead,
    effect: kind.effect,
    job: () => kind.job(ports, run, actor, commands),
    look: async (some) => (await kind.look?.(ports, some)) ?? [],
    lease: leaseOf(run, ports.ids.next()),
    leaseMs,
    refused: new Map(),
    toldRefusals: new Set(),
    attempts: new Map(),
    spentBefore: spent,
    spentStored: ports.points.spent(),
    ended: 0,
  };
}

/** Returns the line of an attempt of this turn. */
export function lineOfAttempt({ attempts }: Pick<Turn, 'attempts'>, id: string): TurnLine {
  const line = attempts.get(id);
  if (line === undefined) throw new Error('No line of this turn');
  return line;
}

/** Returns how far a line has come. Undefined: it wasn't tried. */
export function stateOf({ parts }: Pick<Turn, 'parts'>, { part, at }: TurnLine): LineState | undefined {
  return parts.find((one) => one.part === part)?.lines[at];
}

/** Tells whether a line has ended for good. */
export function hasEnded(state: LineState | undefined): boolean {
  return state?.outcome !== undefined && state.outcome !== 'left';
}

/** Tells whether a line has an attempt without an outcome: it's under way, or its answer was lost. */
export function isOpen(state: LineState | undefined): state is LineState {
  return state !== undefined && state.outcome === undefined;
}

const HOUR_MS = 3_600_000;

/** Throws if nothing more may be sent in this turn: it was ended, the points of the hour are spent, or a proof has lapsed. */
export function demandTurn(turn: Turn): void {
  const { clock, points } = turn.ports;
  if ((turn.run.siteAdminUntil ?? '~') <= instant(clock)) turn.next ??= { is: 'wait', why: 'CONFIRM_AGAIN' };
  const spent = turn.spentBefore + points.spent() - turn.spentStored;
  if (turn.next === undefined && (points.areLow() || spent >= POINTS_AN_HOUR)) {
    const untilMs = Math.ceil((clock.now() + 1) / HOUR_MS) * HOUR_MS;
    turn.next = { is: 'wait', why: 'POINTS_SPENT', untilMs };
  }
  if (turn.next !== undefined) throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
}

/** Returns the deadline of a turn: the last write is sent by then, what follows it may take longer. */
function deadlineIn({ deadline, clock }: BrokerPorts, writesForMs: number): Deadline {
  const endsAt = clock.now() + writesForMs + RESERVE_MS;
  return { remainingMs: () => Math.min(deadline.remainingMs(), endsAt - clock.now()) };
}

function toBeCarriedOut(part: number, lines: readonly RunLine[]): TurnLine[] {
  return lines.flatMap((line, at) => (line.verdict === 'willChange' ? { part, at, line } : []));
}
