// `Date` of the app's code goes by the sandbox's clock; everybody else's by the computer's.
import { describe, expect, it } from 'vitest';

import { createMovableClock } from '../../../../sandbox/clock';
import { createLab } from './lab';

const NOON = Date.UTC(2026, 10, 21, 12);

async function dates() {
  const given = new Date(0);
  return {
    now: Date.now(),
    made: new Date().getTime(),
    text: Date().slice(0, 15),
    given: given.toISOString(),
    parts: new Date(2026, 0, 2).getDate(),
    utc: Date.UTC(2026, 0, 1),
    isDate: given instanceof Date,
    later: new (class Later extends Date {})() instanceof Date,
  };
}

describe('`Date` of the app', () => {
  it('tells the time of its own sandbox, and is whole otherwise', async () => {
    const [one, two] = [createLab({}, { clock: { now: () => NOON } }), createLab({}, { clock: { now: () => 5000 } })];
    const [first, second] = await Promise.all([one.run(dates), two.run(dates)]);
    expect(first).toEqual({
      now: NOON,
      made: NOON,
      text: 'Sat Nov 21 2026',
      given: '1970-01-01T00:00:00.000Z',
      parts: 2,
      utc: Date.UTC(2026, 0, 1),
      isDate: true,
      later: true,
    });
    expect([second.now, second.made]).toEqual([5000, 5000]);
  });

  it('moves on with the clock, which itself goes by the computer’s', async () => {
    const clock = createMovableClock();
    const lab = createLab({}, { clock });
    await clock.moveTo(clock.now() + 3_600_000);
    const ahead = (await lab.run(async () => Date.now())) - Date.now();
    expect(ahead).toBeGreaterThan(3_590_000);
    expect(ahead).toBeLessThanOrEqual(3_600_000);
  });

  it('of others is the computer’s', async () => {
    createLab({}, { clock: { now: () => NOON } });
    const before = performance.timeOrigin + performance.now();
    expect(Math.abs(Date.now() - before)).toBeLessThan(10_000);
    expect(Math.abs(new Date().getTime() - before)).toBeLessThan(10_000);
  });
});
