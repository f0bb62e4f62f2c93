import type { History, Step } from '../history';
import type { Invariant, Violation } from '../invariant';
import { ledgerOf } from '../ledger';

/** After faults ended and time passed, every attempt has an outcome, and no event is left but of changes that wait for a person. */
export const attemptsEnd: Invariant = {
  name: 'every attempt ends, and the queue is empty',
  when: 'settled',
  check: (history, step) => [...openIn(history, step), ...waitingIn(history)],
};

/** An attempt that can't be looked at for a day is given up, in the hour after. */
const GIVEN_UP_MS = 25 * 3_600_000;

/** The app looks at attempts that are this old: a request of a function that was killed reaches the store sooner. */
const LOOKED_AT_MS = 10 * 60_000;

function openIn(history: History, { at }: Step): Violation[] {
  return [...ledgerOf(history).attempts.values()]
    .filter(({ outcomes, row, storedAt }) => {
      const madeAt = Date.parse(row.at);
      return outcomes.length === 0 && storedAt - madeAt < LOOKED_AT_MS && at - madeAt > GIVEN_UP_MS;
    })
    .map(({ id, row }) => ({ what: `the attempt ${id} of ${row.action}, made at ${row.at}, has no outcome` }));
}

function waitingIn(history: History): Violation[] {
  const { runs } = ledgerOf(history);
  return history.waiting().flatMap(({ jobId, body }) => {
    const { runId = '' } = (body ?? {}) as { runId?: string };
    const state = runs.get(runId)?.state;
    return state === 'waiting'
      ? []
      : [{ what: `the event ${jobId} waits, and its change ${runId} is ${String(state)}` }];
  });
}
