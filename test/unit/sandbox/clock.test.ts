// The computer's clock with an offset, on a computer whose time a test moves.
import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { createMovableClock } from '../../../sandbox/clock';
import type { RealTime } from '../../../sandbox/waits';

/** A computer whose time stands still; its timers run when it is told to go on. */
function computer() {
  let now = 1000;
  let timers: { dueAt: number; run: () => void; isUnref: boolean }[] = [];
  const real: RealTime = {
    now: () => now,
    setTimeout: (run, ms) => {
      const timer = { dueAt: now + ms, run, isUnref: false };
      timers.push(timer);
      return {
        unref: () => {
          timer.isUnref = true;
        },
        clear: () => {
          timers = timers.filter((one) => one !== timer);
        },
      };
    },
  };
  function goOn(ms: number): void {
    now += ms;
    for (const timer of timers.filter(({ dueAt }) => dueAt <= now)) timer.run();
  }
  return { real, goOn, timers: () => timers };
}

describe('the clock', () => {
  it('shows the computer’s time, further on by what it was moved', async () => {
    const { real, goOn } = computer();
    const clock = createMovableClock(real);
    expect([clock.now(), clock.offsetMs()]).toEqual([1000, 0]);
    await clock.moveTo(61_000);
    goOn(500);
    expect([clock.now(), clock.offsetMs()]).toEqual([61_500, 60_000]);
  });

  it('never goes back', async () => {
    const clock = createMovableClock(computer().real);
    await clock.moveTo(500);
    expect(clock.now()).toBe(1000);
  });

  it('goes back only where it is set, and timers stay due at their time', async () => {
    const { real, goOn } = computer();
    const clock = createMovableClock(real);
    const ran: number[] = [];
    clock.setTimer(() => void ran.push(clock.now()), 100);
    clock.setTo(400);
    expect([clock.now(), clock.offsetMs()]).toEqual([400, -600]);
    goOn(699);
    expect(ran).toEqual([]);
    goOn(1);
    expect(ran).toEqual([1100]);
  });

  it('runs timers by the computer’s time, where nobody moves it', () => {
    const { real, goOn, timers } = computer();
    const clock = createMovableClock(real);
    const ran: string[] = [];
    clock.setTimer(() => ran.push('cleared'), 100).clear();
    clock.setTimer(() => ran.push('ran'), 200).unref();
    expect(timers().map(({ isUnref }) => isUnref)).toEqual([true]);
    goOn(199);
    expect(ran).toEqual([]);
    goOn(1);
    expect([ran, timers()]).toEqual([['ran'], []]);
  });

  it('runs what comes due on the way, each at its time; the rest is due so much sooner', async () => {
    const { real, goOn } = computer();
    const clock = createMovableClock(real);
    const ran: string[] = [];
    function note(name: string): void {
      ran.push(`${name} ${clock.now()}`);
    }
    clock.setTimer(() => note('later'), 10_000);
    clock.setTimer(() => {
      note('first');
      clock.setTimer(() => note('set by the first'), 1000);
    }, 2000);
    clock.setTimer(() => note('second'), 3500);
    await clock.moveTo(9000);
    expect(ran).toEqual(['first 3000', 'set by the first 4000', 'second 4500']);
    goOn(2000);
    expect(ran.at(-1)).toBe('later 11000');
  });

  it('ends a sleep that is given up', async () => {
    const clock = createMovableClock(computer().real);
    const giveUp = new AbortController();
    const slept = clock.sleep(5000, giveUp.signal);
    giveUp.abort(new Error('given up'));
    await expect(slept).rejects.toThrow('given up');
    expect(clock.now()).toBe(1000);
  });

  it('hurries through what somebody waits for, and no further', async () => {
    const { real } = computer();
    const clock = createMovableClock(real);
    const ran: string[] = [];
    clock.setTimer(() => ran.push('nobody waits'), 3000).unref();
    clock.setTimer(() => ran.push('after the end'), 60_000).unref();
    await clock.hurry(clock.sleep(2000).then(async () => clock.sleep(4000)));
    expect([clock.now(), ran]).toEqual([7000, ['nobody waits']]);
  });

  it('takes its time over what waits for none of its timers', async () => {
    const { real, goOn } = computer();
    const clock = createMovableClock(real);
    clock.setTimer(() => {}, 60_000).unref();
    const hurried = clock.hurry(new Promise((resolve) => void real.setTimeout(resolve, 50)));
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    goOn(50);
    await hurried;
    expect([clock.now(), clock.offsetMs()]).toEqual([1050, 0]);
  });
});
