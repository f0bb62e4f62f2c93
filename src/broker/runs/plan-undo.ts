import type { BrokerPorts } from '../ports';
import type { RunKind } from './kinds';
import { readRunLines, type LineView } from './read-run';
import type { RunReader, RunView } from './run-view';
import type { RunLine } from './stored-run';

/**
 * Returns the lines that take a run back, last to first: only what succeeded is taken back. Lines of which nobody knows whether they took effect are listed
 * for a person to decide. Fails with NOT_FOUND.
 */
export async function planUndoOf(
  ports: BrokerPorts,
  { inverse }: Pick<RunKind, 'inverse'>,
  reader: RunReader,
  runId: string,
): Promise<RunView & { undo: RunLine[] }> {
  const { all, ...view } = await readRunLines(ports, reader, runId);
  return { ...view, undo: all.toReversed().flatMap((line) => undoOf(inverse, line)) };
}

function undoOf(inverse: RunKind['inverse'], { number, command, now }: LineView): RunLine[] {
  if (now === undefined) return [];
  if (now.outcome === 'unknown') return [{ number, command, verdict: 'choose', why: 'ANSWER_LOST' }];
  if (now.outcome !== 'succeeded') return [];
  if (now.withoutChange === true) return [{ number, command, verdict: 'notAllowed', why: 'CHANGED_LATER' }];
  return [{ number, command: inverse(command, { attemptId: now.attemptId, undo: now.undo }), verdict: 'willChange' }];
}
