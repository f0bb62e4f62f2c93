import type { History, Step } from '../history';
import type { Invariant, Violation } from '../invariant';

/** After faults ended and time passed, nothing is under way, and every run has ended or waits for a person. */
export const settles: Invariant = {
  name: 'everything settles',
  when: 'settled',
  check: (history, step) => [...standstillAt(history, step), ...hangingIn(history), ...runsIn(history)],
};

const ENOUGH_MS = 72 * 3_600_000;

/** Finds out if time could not pass because something went on and on. */
function standstillAt({ steps }: History, { at }: Step): Violation[] {
  const settling = steps.findLast(({ draw }) => draw.kind === 'settle');
  const passed = at - (settling?.at ?? at);
  return settling === undefined || passed >= ENOUGH_MS
    ? []
    : [{ what: `only ${Math.floor(passed / 3_600_000)} hours passed: something goes on and on` }];
}

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
