import type { Journal } from '../ports';
import { attemptIdOf } from './attempt-id';
import { withAttempt, withOutcome } from './line-states';
import type { EndedLine } from './run-store';
import { saveAttempts, saveOutcomes } from './save-part';
import type { LineState } from './stored-run';
import { demandTurn, hasEnded, isOpen, lineOfAttempt, stateOf, type Turn, type TurnLine } from './turn';

/** Returns the journal of a turn: attempts and outcomes of one part at a time, with the state of their lines. */
export function lineJournal(turn: Turn): Journal<unknown> {
  return {
    async attempt(attempts) {
      demandTurn(turn);
      const changed = new Map<TurnLine, LineState>();
      const ended: EndedLine<unknown>[] = [];
      for (const { id, at } of attempts) {
        const line = lineOfAttempt(turn, id);
        const before = stateOf(turn, line);
        if (isOpen(before)) ended.push(givenUp(turn, line, before, at));
        changed.set(line, withAttempt(before, at));
      }
      await saveAttempts(turn, changed, { attempts, ...(ended.length > 0 && { ended }) });
    },
    async settle(ended) {
      const changed = new Map<TurnLine, LineState>();
      for (const one of ended) {
        const line = lineOfAttempt(turn, one.id);
        const before = stateOf(turn, line);
        if (before !== undefined) changed.set(line, withOutcome(before, one, turn.refused.get(line)?.reason));
      }
      turn.ended += [...changed.values()].filter(hasEnded).length;
      return saveOutcomes(
        turn,
        changed,
        ended.map((one) => ({ ...one, place: lineOfAttempt(turn, one.id).at })),
      );
    },
  };
}

/** Ends the first attempt of a line that is tried a second time: nobody knows what came of it. */
function givenUp({ run }: Turn, line: TurnLine, { attempt }: LineState, at: string): EndedLine<unknown> {
  const id = attemptIdOf(run.runId, line.line, attempt);
  return { id, place: line.at, at, outcome: 'unknown', code: 'SETTLED_LATER' };
}
