import { failureOf } from '../errors';
import type { Journal } from '../ports';
import { attemptIdOf } from './attempt-id';
import { runInBatches } from './in-batches';
import type { Job, Kind } from './job';
import { fits } from './know';
import { withAttempt, withOutcome } from './line-states';
import type { Pacing } from './pace';
import type { EndedLine } from './run-store';
import { saveAttempts, saveOutcomes } from './save-part';
import type { LineState } from './stored-run';
import { demandTurn, hasEnded, isOpen, stateOf, type Turn, type TurnLine } from './turn';

/** Carries lines out, each with an attempt of its own. Returns the error that ended the rest, or that came before the first. */
export async function sendLines(
  turn: Turn,
  lines: readonly TurnLine[],
  pacing: Pick<Pacing<unknown>, 'pace' | 'recorded'>,
): Promise<unknown> {
  const byCommand = new Map(lines.map((line) => [line.line.command, line]));
  const [first, ...others] = byCommand.keys();
  if (byCommand.size === 0) return undefined;
  const { ports, run, ahead } = turn;
  function lineOf(command: unknown): TurnLine {
    return demandLine(byCommand.get(command));
  }
  const job = jobOfTurn(turn, lineOf);
  function blockOf(command: unknown): number {
    return lineOf(command).part;
  }
  try {
    return (await runInBatches(ports, job, [first, ...others], { ...pacing, ahead, blockOf })).thrown;
  } catch (thrown) {
    if (failureOf(thrown) === undefined) ports.log.error('run broke', { product: run.product }, thrown);
    return thrown;
  }
}

/** Returns the job of a turn: it keeps its attempts with the part, and stops once the turn is over. */
function jobOfTurn(turn: Turn, lineOf: (command: unknown) => TurnLine): Job<Kind> {
  const job = turn.job();
  return {
    ...job,
    // The lines say it.
    refused: async () => undefined,
    journal: journalOf(turn),
    attemptId: (command) => {
      const line = lineOf(command);
      const id = attemptIdOf(turn.run.runId, line.line, (stateOf(turn, line)?.attempt ?? 0) + 1);
      turn.attempts.set(id, line);
      return id;
    },
    readStored: async (commands, batch) => {
      if (!batch.some((command) => isOpen(stateOf(turn, lineOf(command))))) demandRoom(turn);
      demandTurn(turn);
      return job.readStored(commands, batch);
    },
    judge: (command, stored, facts) => {
      const verdict = job.judge(command, stored, facts);
      const line = lineOf(command);
      if (verdict.allowed) turn.refused.delete(line);
      else turn.refused.set(line, verdict.reason);
      return verdict;
    },
    entry: (grant) => ({ ...job.entry(grant), runId: turn.run.runId }),
  };
}

/** Time for lines that are recorded in one go. */
const ROOM_MS = 2000;

/** Ends the turn before lines are recorded for which no time is left. */
function demandRoom(turn: Turn): void {
  if (!fits(turn.ports, ROOM_MS)) turn.next ??= { is: 'pass' };
}

/** Returns the journal of a turn: attempts and outcomes of one part at a time, with the state of their lines. */
function journalOf(turn: Turn): Journal<unknown> {
  function lineOf(id: string): TurnLine {
    return demandLine(turn.attempts.get(id));
  }
  return {
    async attempt(attempts) {
      demandTurn(turn);
      const changed = new Map<TurnLine, LineState>();
      const ended: EndedLine<unknown>[] = [];
      for (const { id, at } of attempts) {
        const line = lineOf(id);
        const before = stateOf(turn, line);
        if (isOpen(before)) ended.push(givenUp(turn, line, before, at));
        changed.set(line, withAttempt(before, at));
      }
      await saveAttempts(turn, changed, { attempts, ...(ended.length > 0 && { ended }) });
    },
    async settle(ended) {
      const changed = new Map<TurnLine, LineState>();
      for (const one of ended) {
        const line = lineOf(one.id);
        const before = stateOf(turn, line);
        if (before !== undefined) changed.set(line, withOutcome(before, one, turn.refused.get(line)));
      }
      turn.ended += [...changed.values()].filter(hasEnded).length;
      return saveOutcomes(
        turn,
        changed,
        ended.map((one) => ({ ...one, place: lineOf(one.id).at })),
      );
    },
  };
}

/** Ends the first attempt of a line that is tried a second time: nobody knows what came of it. */
function givenUp({ run }: Turn, line: TurnLine, { attempt }: LineState, at: string): EndedLine<unknown> {
  const id = attemptIdOf(run.runId, line.line, attempt);
  return { id, place: line.at, at, outcome: 'unknown', code: 'SETTLED_LATER' };
}

function demandLine(line: TurnLine | undefined): TurnLine {
  if (line === undefined) throw new Error('No line of this turn');
  return line;
}
