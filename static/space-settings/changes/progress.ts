import type { ChangeView } from '../../../src/shared/groups/changes';

/** Counts the people of a change, and those for whom it has ended. */
export interface Progress {
  done: number;
  total: number;
  /** Absent: the plan didn't say how long it takes. */
  minutesLeft?: number;
}

/** Tells how far a change has come, and about how long the rest takes. */
export function progressOf({ planned, done, aboutMinutes }: ChangeView): Progress {
  const total = planned.add + planned.remove;
  const ended = done.added + done.removed + done.alreadySo + done.refused + done.failed + done.unknown;
  const rest = total === 0 ? 0 : (total - ended) / total;
  return {
    done: ended,
    total,
    ...(aboutMinutes !== undefined && { minutesLeft: Math.max(1, Math.ceil(aboutMinutes * rest)) }),
  };
}

/** Tells whether a change goes on, or will. */
export function isUnderWay({ state }: Pick<ChangeView, 'state'>): boolean {
  return state === 'queued' || state === 'running' || state === 'waiting';
}
