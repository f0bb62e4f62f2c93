// The computer's clock, which can be moved on: real time plus an offset. Nothing of Atlassian's.
import { clearTimeout, setTimeout } from 'node:timers';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock } from './contract/clock';
import { outsideSeam } from './forge/seams';
import { createUnderWay } from './forge/under-way';
import { createWaits } from './waits';
import type { RealTime } from './waits';

const COMPUTER: RealTime = {
  now: () => outsideSeam(() => Date.now()),
  setTimeout: (run, ms) => {
    const timer = setTimeout(run, ms);
    return { unref: () => timer.unref(), clear: () => clearTimeout(timer) };
  },
};

/** Turns of the event loop in which running code may come to wait, such as after reading a body. */
const TURNS = 5;

/** Time until code that waits for no timer is looked at again. */
const LOOK_MS = 5;

/** Creates the computer's clock. */
export function createMovableClock(real: RealTime = COMPUTER): Required<Clock> {
  let offset = 0;
  const waits = createWaits(real, now);

  function now(): number {
    return real.now() + offset;
  }

  /** Moves on, and lets what becomes due run in its order. */
  async function moveTo(time: number): Promise<void> {
    for (let next = waits.next(time); next !== undefined; next = waits.next(time)) {
      offset += Math.max(0, next.dueAt - now());
      waits.fire(next);
      await turns();
    }
    offset += Math.max(0, time - now());
    waits.setAgain();
  }

  function setTo(time: number): void {
    offset = time - real.now();
    waits.setAgain();
  }

  async function hurry(ended: Promise<void>): Promise<void> {
    const underWay = createUnderWay();
    void underWay.track(ended).catch(() => {});
    for (await turns(); !underWay.isEmpty(); await turns()) {
      const next = waits.nextMove();
      await (next === undefined ? Promise.race([underWay.ended(), look(real)]) : moveTo(next.dueAt));
    }
    return ended;
  }

  return { now, sleep: waits.sleep, setTimer: waits.setTimer, moveTo, setTo, hurry, offsetMs: () => offset };
}

/** Creates a clock that stands still, but for being moved on. */
export function createStandingClock(now: number): Required<Clock> {
  return createMovableClock({ ...COMPUTER, now: () => now });
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
}

async function look(real: RealTime): Promise<void> {
  return new Promise((resolve) => void real.setTimeout(resolve, LOOK_MS));
}
