// How far the lines of a part have come, stored by whoever holds its lease.
import { failureOf } from '../errors';
import { instant } from '../instant';
import { recordRefusedLines } from './refused-lines';
import type { EndedLine, PartRecords } from './run-store';
import type { LineState, PartState } from './stored-run';
import { hasEnded, isOpen, stateOf, type Turn, type TurnLine } from './turn';

/** Lines of one part, and what is to be stored of each. */
export type Changed = ReadonlyMap<TurnLine, LineState>;

/** Stores attempts before their writes, and takes the lease of their part. If that fails, or if it isn't known, nothing more is sent in this turn. */
export async function saveAttempts(turn: Turn, changed: Changed, records: PartRecords): Promise<void> {
  try {
    await save(turn, changed, { ...records, whileRun: turn.run });
  } catch (thrown) {
    const code = failureOf(thrown)?.code;
    if (code === 'CONFLICT') turn.next ??= { is: 'lost' };
    throw thrown;
  }
}

/** Tries to store outcomes whose answer was lost, or that somebody who stops the run came before. */
const TRIES = 3;

/**
 * Stores outcomes. If the run was changed meanwhile, they are stored all the same, and nothing more is sent in this turn.
 *
 * False: they aren't stored, or it isn't known: their lines are looked at later.
 */
export async function saveOutcomes(
  turn: Turn,
  changed: Changed,
  ended: readonly EndedLine<unknown>[],
): Promise<boolean> {
  let whileRun: PartRecords = { whileRun: turn.run };
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      await save(turn, changed, { ended, ...whileRun });
      return true;
    } catch (thrown) {
      const code = failureOf(thrown)?.code;
      if (code !== 'CONFLICT' && code !== 'STORAGE_UNAVAILABLE') throw thrown;
      const found = await lookAgain(turn, changed);
      if (found !== 'asBefore') return found === 'stored';
      if (turn.next?.is === 'lost') whileRun = {};
    }
  }
  turn.next ??= { is: 'trouble', why: 'STORAGE_UNAVAILABLE' };
  return false;
}

/**
 * Stores attempts and outcomes with what they change, only while nobody has changed the run.
 *
 * False: they aren't stored, or it isn't known. Nothing more is stored in this turn; the next one sees how far the lines have come.
 */
export async function saveEffects(turn: Turn, changed: Changed, records: PartRecords): Promise<boolean> {
  try {
    await save(turn, changed, { ...records, whileRun: turn.run });
    return true;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure?.code !== 'CONFLICT' && failure?.code !== 'STORAGE_UNAVAILABLE') throw thrown;
    if ((await lookAgain(turn, changed)) === 'stored') return true;
    // Its lines are to be judged by what is set now.
    const isOutdated = failure.code === 'CONFLICT' && failure.what === 'settings';
    turn.next ??= isOutdated ? { is: 'pass' } : { is: 'trouble', why: 'STORAGE_UNAVAILABLE' };
    return false;
  }
}

/** Stores the reasons of lines that were refused and not tried since. */
export async function saveRefused(turn: Turn): Promise<void> {
  for (const part of turn.parts) {
    const lines = [...turn.refused.keys()].filter((line) => line.part === part.part && !hasEnded(stateOf(turn, line)));
    if (lines.length > 0) await saveOutcomes(turn, new Map(lines.map((line) => [line, refusedState(turn, line)])), []);
  }
}

async function save(turn: Turn, changed: Changed, records: PartRecords): Promise<void> {
  const { run, ports } = turn;
  const seen = partOf(turn, changed);
  const spent = ports.points.spent() - turn.spentStored;
  const next = nextPart(turn, seen, changed);
  await recordRefusedLines(turn, next);
  const saved = await ports.runs.savePart(run.runId, seen, next, { ...records, ...(spent > 0 && { spent }) });
  turn.spentBefore += spent;
  turn.spentStored += spent;
  replacePart(turn, saved);
}

/** Finds out after a failure what is stored of a part. `lost`: somebody else has its lease, or nobody knows. */
async function lookAgain(turn: Turn, changed: Changed): Promise<'stored' | 'asBefore' | 'lost'> {
  const { run, ports } = turn;
  const seen = partOf(turn, changed);
  try {
    const now = await ports.runs.get(run.runId);
    if (now?.run.version !== run.version) turn.next = { is: 'lost' };
    const part = now?.parts.find((one) => one.part === seen.part);
    if (part?.version === seen.version) return 'asBefore';
    if (part?.version === seen.version + 1 && part.lease === turn.lease) {
      replacePart(turn, part);
      return 'stored';
    }
    turn.next = { is: 'lost' };
    return 'lost';
  } catch (thrown) {
    if (failureOf(thrown)?.code !== 'STORAGE_UNAVAILABLE') throw thrown;
    // The next try fails too, or finds out.
    return 'asBefore';
  }
}

function nextPart(turn: Turn, seen: PartState, changed: Changed): Omit<PartState, 'version'> {
  const { part } = seen;
  const lines = { ...seen.lines };
  for (const line of turn.refused.keys()) {
    const state = stateOf(turn, line);
    if (line.part === part && !hasEnded(state) && !isOpen(state)) lines[line.at] = refusedState(turn, line);
  }
  for (const [line, state] of changed) lines[line.at] = state;
  const isDone = turn.lines.every((line) => line.part !== part || hasEnded(lines[line.at]));
  const { lease, leaseMs, ports } = turn;
  const leasedUntil = seen.lease === lease ? seen.leasedUntil : instant(ports.clock, -leaseMs);
  return { part, lines, lease, ...(leasedUntil !== undefined && { leasedUntil }), state: isDone ? 'done' : 'open' };
}

function refusedState(turn: Turn, line: TurnLine): LineState {
  const before = stateOf(turn, line) ?? { attempt: 0, lost: 0 };
  const { attempt, lost } = before;
  const code = turn.refused.get(line)?.reason;
  return { attempt, lost, at: instant(turn.ports.clock), outcome: 'refused', ...(code !== undefined && { code }) };
}

function partOf(turn: Turn, changed: Changed): PartState {
  const [line] = changed.keys();
  const part = turn.parts.find((one) => one.part === line?.part);
  if (part === undefined) throw new Error('No line of a part of this run');
  return part;
}

function replacePart(turn: Turn, saved: PartState): void {
  turn.parts = turn.parts.map((one) => (one.part === saved.part ? saved : one));
}
