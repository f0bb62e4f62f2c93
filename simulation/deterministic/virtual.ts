// The time and the chance of this process: both begin with a seed, and only whoever holds this moves them.
import { createRandom } from './random';
import { createTimers } from './timers';

/** Time at which every world begins, unless it says otherwise. */
export const BEGINS_AT = Date.parse('2026-11-21T10:00:00.000Z');

let now = BEGINS_AT;
let random = createRandom(0, 'chance');

export const timers = createTimers(() => now);

/** Returns the time, in milliseconds since the epoch. */
export function virtualNow(): number {
  return now;
}

/** Moves the time. It runs nothing. */
export function setNow(time: number): void {
  now = time;
}

/** Returns a whole number below 2³². */
export function nextNumber(): number {
  return random.next();
}

/** Begins anew: the time, the chance, and no timer waits. */
export function beginAnew(seed: number, at: number = BEGINS_AT): void {
  now = at;
  random = createRandom(seed, 'chance');
  timers.clearAll();
}
