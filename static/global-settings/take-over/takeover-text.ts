import type { AuditCode } from '../../../src/shared/broker/audit';
import type { TakeoverLine, TakeoverRow, TakeoverView } from '../../../src/shared/groups/takeovers';
import { say } from '../../../src/shared/words/format';
import { COUNTS, OUTCOMES, PLAN, TAKING } from '../../../src/shared/words/take-over';
import { reasonText } from '../../audit/code-text';

/** Tells whether it goes on, or will. */
export function isUnderWay({ state }: Pick<TakeoverRow, 'state'>): boolean {
  return state === 'queued' || state === 'running' || state === 'waiting';
}

/** Tells whether it has come to its end. */
export function isOver({ state }: Pick<TakeoverRow, 'state'>): boolean {
  return state === 'done' || state === 'stopped' || state === 'cancelled';
}

/** Names it by what it does, and to how many groups. */
export function titleOf({ source, state, planned }: Pick<TakeoverRow, 'source' | 'state' | 'planned'>): string {
  const n = planned.willChange + (state === 'planned' ? (planned.choose ?? 0) : 0);
  if (source === 'undo') return say(TAKING.titleStop, { n });
  return isUnderWay({ state }) ? say(TAKING.titleTake, { n }) : say(TAKING.titleTaken, { n });
}

/** Counts the groups for which it has ended, and tells about how long the rest takes. */
export function progressOf({ planned: { willChange: total }, done, aboutMinutes }: TakeoverView) {
  const ended = total - done.notTried;
  const rest = total === 0 ? 0 : done.notTried / total;
  return { done: ended, total, minutesLeft: Math.max(1, Math.ceil(aboutMinutes * rest)) };
}

/** Says how it ended: "Done: 298 taken over, 2 not allowed". */
export function endText(takeover: Pick<TakeoverView, 'source' | 'state' | 'planned' | 'done'>): string {
  const { source, state, planned, done } = takeover;
  const counted: [keyof typeof COUNTS, number][] = [
    [source === 'undo' ? 'stopped' : 'takenOver', done.succeeded],
    ['already', done.alreadySo + planned.nothingToDo],
    ['notAllowed', done.refused + planned.notAllowed],
    ['failed', done.failed],
    ['notTried', done.notTried],
    ['noSpace', planned.choose ?? 0],
  ];
  const told = counted.filter(([, n]) => n > 0).map(([key, n]) => say(COUNTS[key] as '{n}', { n }));
  const counts = told.length === 0 ? COUNTS.nothing : told.join(', ');
  if (state === 'stopped') return say(TAKING.stopped, { counts });
  return say(state === 'cancelled' ? TAKING.cancelled : TAKING.done, { counts });
}

/** Says what happens to one group, or what happened. */
export function lineText(line: TakeoverLine): string {
  const { groupName: group, space } = line;
  const outcome = outcomeText(line);
  return space === undefined
    ? say(TAKING.lineHidden, { group, outcome })
    : say(TAKING.line, { group, space: say(PLAN.spaceOf, space), outcome });
}

function outcomeText(line: TakeoverLine): string {
  const isAdopting = line.operation === 'adoptGroup';
  switch (line.outcome ?? line.verdict) {
    case 'willChange':
      return isAdopting ? OUTCOMES.willTake : OUTCOMES.willStop;
    case 'succeeded':
      return isAdopting ? OUTCOMES.tookOver : OUTCOMES.stopped;
    case 'nothingToDo':
    case 'unchanged':
      return OUTCOMES.isSo;
    case 'notAllowed':
    case 'refused':
      return say(OUTCOMES.notAllowed, { why: whyText(line) });
    case 'failed':
    case 'unknown':
      return say(OUTCOMES.failed, { why: whyText(line) });
    case 'choose':
      return OUTCOMES.choose;
    case 'left':
    case 'notTried':
      return OUTCOMES.notTried;
  }
}

function whyText({ reason, code, operation }: TakeoverLine): string {
  const why = reason ?? code;
  // A later version may have stored a code that this one doesn't know: the sentence says so.
  return why === undefined ? '' : reasonText(why as AuditCode, operation);
}
