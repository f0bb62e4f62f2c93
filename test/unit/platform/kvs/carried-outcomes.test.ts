import { describe, it } from 'vitest';

import type { Outcome } from '../../../../src/broker/audit/entries';
import { createCarriedOutcomes } from '../../../../src/platform/kvs/carried-outcomes';
import { aClock } from '../../../support/ports/world';

function outcomes(at: number, count: number, name = 'a'): Outcome[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${name}${String(index)}`,
    at: new Date(at).toISOString(),
    outcome: 'succeeded',
  }));
}
function idsOf(some: readonly Outcome[]) {
  return some.map(({ id }) => id);
}

describe('carried outcomes', () => {
  it('are handed out once, oldest first, so many at a time, to their own installation', ({ expect }) => {
    const clock = aClock();
    const carried = createCarriedOutcomes(clock);
    carried.carry('one', outcomes(clock.now(), 3));
    expect(carried.take('two', 10)).toEqual([]);
    expect(idsOf(carried.take('one', 2))).toEqual(['a0', 'a1']);
    expect(idsOf(carried.take('one', 2))).toEqual(['a2']);
    expect(carried.take('one', 2)).toEqual([]);
  });

  it('are at most a hundred an installation: the oldest go', ({ expect }) => {
    const clock = aClock();
    const carried = createCarriedOutcomes(clock);
    carried.carry('one', outcomes(clock.now(), 90));
    carried.carry('one', outcomes(clock.now(), 20, 'b'));
    const kept = idsOf(carried.take('one', 1000));
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, 'a10', 'b19']);
  });

  it('are forgotten after five minutes', ({ expect }) => {
    const clock = aClock();
    const carried = createCarriedOutcomes(clock);
    carried.carry('one', outcomes(clock.now(), 1));
    clock.advance(300_000);
    carried.carry('one', outcomes(clock.now(), 1, 'b'));
    clock.advance(1);
    expect(idsOf(carried.take('one', 10))).toEqual(['b0']);
  });

  it('are kept for a hundred installations', ({ expect }) => {
    const clock = aClock();
    const carried = createCarriedOutcomes(clock);
    for (let n = 0; n < 101; n += 1) carried.carry(`i${String(n)}`, outcomes(clock.now(), 1));
    expect([carried.take('i0', 1), carried.take('i1', 1).length, carried.take('i100', 1).length]).toEqual([[], 1, 1]);
  });

  it('give way to none where there are none', ({ expect }) => {
    const clock = aClock();
    const carried = createCarriedOutcomes(clock);
    carried.carry('one', outcomes(clock.now(), 1));
    for (let n = 0; n < 100; n += 1) expect(carried.take(`i${String(n)}`, 1)).toEqual([]);
    carried.carry('other', outcomes(clock.now(), 1));
    expect([carried.take('one', 1).length, carried.take('other', 1).length]).toEqual([1, 1]);
  });
});
