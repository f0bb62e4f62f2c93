import { failureOf } from '../errors';
import { attemptIdOf } from './attempt-id';
import { runInBatches } from './in-batches';
import type { Job, Kind } from './job';
import { fits } from './know';
import { lineJournal } from './line-journal';
import type { Pacing } from './pace';
import { storingJournal } from './storing-journal';
import { demandTurn, isOpen, stateOf, type Turn, type TurnLine } from './turn';

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
  const { refusal, ...job } = turn.job();
  return {
    // Refusals are recorded with their lines.
    ...job,
    journal: turn.effect === 'stored' ? storingJournal(turn) : lineJournal(turn),
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
      else turn.refused.set(line, { ...refusal(command, { stored, facts }), reason: verdict.reason });
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

function demandLine(line: TurnLine | undefined): TurnLine {
  if (line === undefined) throw new Error('No line of this turn');
  return line;
}
