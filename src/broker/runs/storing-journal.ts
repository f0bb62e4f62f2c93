import type { Attempt } from '../audit/entries';
import { failureIn } from '../failure-in';
import type { Ended, Journal } from '../ports';
import { withAttempt, withOutcome } from './line-states';
import type { EndedLine } from './run-store';
import { saveEffects } from './save-part';
import type { LineState } from './stored-run';
import { demandTurn, hasEnded, lineOfAttempt, stateOf, type Turn, type TurnLine } from './turn';

/** The end of a line whose record somebody else changed since it was read: nothing of it is stored. */
const OTHERWISE = { outcome: 'failed', code: 'CONFLICT' } as const;

/** Returns the journal of a turn whose effects are stored: attempts, outcomes and changes in one go, or none of them. */
export function storingJournal(turn: Turn): Journal<unknown> {
  const pending = new Map<string, Attempt>();
  return {
    async attempt(attempts) {
      demandTurn(turn);
      for (const attempt of attempts) pending.set(attempt.id, attempt);
    },
    async settle(ended) {
      // What wasn't carried out comes again, as if nobody had tried.
      const done = ended.filter(({ code }) => code !== 'NOT_ATTEMPTED');
      const isOver = (await failureIn(async () => demandTurn(turn))) !== undefined;
      if (isOver || done.length === 0) return done.length === 0;
      const attempts = done.flatMap(({ id }) => pending.get(id) ?? []);
      const changed = new Map(done.map((one) => stateAfter(turn, one, pending.get(one.id))));
      const isStored = await saveEffects(turn, changed, { attempts, ended: done.map((one) => endedLine(turn, one)) });
      if (isStored) turn.ended += [...changed.values()].filter(hasEnded).length;
      return isStored;
    },
  };
}

function stateAfter(turn: Turn, one: Ended<unknown>, attempt: Attempt | undefined): [TurnLine, LineState] {
  const line = lineOfAttempt(turn, one.id);
  return [
    line,
    withOutcome(withAttempt(stateOf(turn, line), attempt?.at ?? one.at), one, turn.refused.get(line)?.reason),
  ];
}

function endedLine(turn: Turn, one: Ended<unknown>): EndedLine<unknown> {
  return { ...one, place: lineOfAttempt(turn, one.id).at, ...(one.change !== undefined && { otherwise: OTHERWISE }) };
}
