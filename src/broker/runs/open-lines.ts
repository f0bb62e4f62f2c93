// Lines with an attempt and without an outcome: somebody was killed, or an answer was lost.
import { failureIn } from '../failure-in';
import { instant } from '../instant';
import { inBlocks } from '../side-by-side';
import { attemptIdOf } from './attempt-id';
import type { LookedAt } from './kinds';
import type { EndedLine } from './run-store';
import { saveOutcomes } from './save-part';
import type { LineState } from './stored-run';
import { demandTurn, isOpen, stateOf, type Turn, type TurnLine } from './turn';

/** An effect may come late: nobody looks before. */
export const LOOK_AFTER_MS = 3 * 60_000;

/** A line that can't be looked at for this long ends without a look. */
export const GIVEN_UP_MS = 24 * 3_600_000;

const LOOKS_AT_ONCE = 10;

/** Returns when the last of these lines may be looked at. */
export function lookableAt(turn: Pick<Turn, 'lines' | 'parts'>): number | undefined {
  const open = openLines(turn).map((line) => Date.parse(stateOf(turn, line)?.at ?? '') + LOOK_AFTER_MS);
  return open.length === 0 ? undefined : Math.max(...open);
}

/** Looks at open lines: those whose wish holds end as unknown. Returns those that may be tried once more; others end. */
export async function lookAtOpenLines(
  turn: Turn,
  mayTryAgain: boolean,
): Promise<{ again: TurnLine[]; thrown?: unknown }> {
  const again: TurnLine[] = [];
  const ripe = openLines(turn).filter((line) => ageOf(turn, line) >= LOOK_AFTER_MS);
  for (const lines of inBlocks(ripe, LOOKS_AT_ONCE, ({ part }) => part)) {
    let looked: (LookedAt | undefined)[] = [];
    const thrown = await failureIn(async () => {
      demandTurn(turn);
      looked = await turn.look(lines.map(({ line }) => line.command));
    });
    again.push(...(await endLooked(turn, lines, { looked, mayTryAgain })));
    if (thrown !== undefined) return { again, thrown };
  }
  return { again };
}

/** Returns the lines that are open. */
function openLines(turn: Pick<Turn, 'lines' | 'parts'>): TurnLine[] {
  return turn.lines.filter((line) => isOpen(stateOf(turn, line)));
}

/** Ends what the looks at these lines have settled. Returns the lines that may be tried once more. */
async function endLooked(
  turn: Turn,
  lines: readonly TurnLine[],
  { looked, mayTryAgain }: { looked: readonly (LookedAt | undefined)[]; mayTryAgain: boolean },
): Promise<TurnLine[]> {
  const at = instant(turn.ports.clock);
  const changed = new Map<TurnLine, LineState>();
  const ended: EndedLine<unknown>[] = [];
  const again: TurnLine[] = [];
  for (const [index, line] of lines.entries()) {
    const state = stateOf(turn, line);
    const found = looked[index];
    const isKnown = found !== undefined || ageOf(turn, line) >= GIVEN_UP_MS;
    if (!isOpen(state) || !isKnown) continue;
    if (found?.holds === false && mayTryAgain && state.lost === 0) {
      again.push(line);
      continue;
    }
    const end = { at, outcome: 'unknown', code: 'SETTLED_LATER', ...(found && { found: found.found }) } as const;
    changed.set(line, { attempt: state.attempt, lost: state.lost, ...end });
    ended.push({ id: attemptIdOf(turn.run.runId, line.line, state.attempt), place: line.at, ...end });
  }
  turn.ended += ended.length;
  if (ended.length > 0) await saveOutcomes(turn, changed, ended);
  return again;
}

function ageOf(turn: Turn, line: TurnLine): number {
  return turn.ports.clock.now() - Date.parse(stateOf(turn, line)?.at ?? '');
}
