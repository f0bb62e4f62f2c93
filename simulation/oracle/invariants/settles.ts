import type { History } from '../history';
import type { Invariant, Violation } from '../invariant';

/** After faults ended and time passed, nothing is under way, and every run has ended or waits for a person. */
export const settles: Invariant = {
  name: 'everything settles',
  when: 'settled',
  check: (history) => [...hangingIn(history), ...runsIn(history)],
};

function hangingIn({ invocations }: History): Violation[] {
  return invocations
    .filter(({ end }) => end === undefined)
    .map(({ id, moduleKey, functionKey }) => ({
      what: `${moduleKey} ${functionKey} is still under way`,
      invocations: [id],
    }));
}

const OVER = new Set(['planned', 'done', 'stopped', 'cancelled']);
const BY_A_PERSON = new Set(['PAUSED', 'CONFIRM_AGAIN']);

function runsIn(history: History): Violation[] {
  return Object.entries(history.stored().entities['run'] ?? {}).flatMap(([runId, row]) => {
    const { state, content } = row as { state: string; content: { why?: string } };
    const isSettled = OVER.has(state) || (state === 'waiting' && BY_A_PERSON.has(content.why ?? ''));
    return isSettled ? [] : [{ what: `the run ${runId} is ${state}, ${content.why ?? 'without a reason'}` }];
  });
}
