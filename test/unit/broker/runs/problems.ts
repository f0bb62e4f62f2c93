// What must hold of every run, whatever happened to it.
import type { Switchboard } from './switchboard';

const SECOND_ATTEMPT_AFTER_MS = 3 * 60_000;

/** What is wrong with a run that has come to its end: an empty list if nothing is. */
export function problemsOf(board: Switchboard, runId: string): string[] {
  const { attempts, outcomes } = board.world.auditLog;
  const open = attempts.filter(({ id }) => !outcomes.has(id));
  const states = [...board.lineStates(runId)];
  const lines = states.filter(([, { outcome }]) => outcome === undefined);
  // What the app knows to have come about is what did.
  const holding = states.filter(([, { outcome, found }]) => outcome === 'succeeded' || found === 'member');
  return [
    ...board.twice.map((what) => `${what} is stored twice`),
    ...open.map(({ id }) => `attempt ${id} has no outcome`),
    ...lines.map(([number]) => `line ${String(number)} is open`),
    ...(holding.length === board.on.size ? [] : [`${String(holding.length)} lines hold, not ${String(board.on.size)}`]),
    ...sentTooOften(board),
  ];
}

/** The same for a run that was to be carried out to its end. */
export function problemsOfDone(board: Switchboard, runId: string, lines: number): string[] {
  const states = [...board.lineStates(runId).values()];
  const left = states.filter(({ outcome }) => outcome === 'left').length;
  const state = board.stateOf(runId)?.state ?? 'gone';
  const never = states.filter(({ found, lost }) => found === 'notMember' && lost !== 1).length;
  return [
    ...(state === 'done' ? [] : [`the run is ${state}`]),
    ...(states.length === lines && left === 0 ? [] : [`${String(states.length - left)} lines have ended`]),
    ...(never === 0 ? [] : [`${String(never)} lines were not tried a second time`]),
    ...problemsOf(board, runId),
  ];
}

/** At most one effect per attempt, and a second attempt only once the first can't come any more. */
function sentTooOften(board: Switchboard): string[] {
  const sent = board.calls.filter(({ call }) => call === 'perform');
  return [...new Set(sent.map(({ about }) => about))].flatMap((key) => {
    const times = sent.filter(({ about }) => about === key).map(({ at }) => at);
    const attempts = board.world.auditLog.attempts.filter(({ accountId }) => accountId === key);
    const isEarly = times.some((at, index) => index > 0 && at - (times[index - 1] ?? 0) < SECOND_ATTEMPT_AFTER_MS);
    const isFine = times.length <= Math.min(2, attempts.length) && !isEarly;
    return isFine ? [] : [`${String(key)} was sent at ${times.join(', ')}`];
  });
}
