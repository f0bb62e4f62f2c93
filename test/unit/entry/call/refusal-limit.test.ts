import { describe, it } from 'vitest';

import { createRefusalLimit } from '../../../../src/entry/call/refusal-limit';
import { aClock } from '../../../support/ports/world';

function limited() {
  const clock = aClock();
  const limit = createRefusalLimit(clock);
  function refuse(caller: string, times = 1) {
    for (let n = 0; n < times; n += 1) limit.count(caller);
  }
  return { clock, limit, refuse };
}

describe('the limit of refusals', () => {
  it('is reached with the twentieth within a minute', ({ expect }) => {
    const { limit, refuse } = limited();
    refuse('ann', 19);
    expect(limit.isExceeded('ann')).toBe(false);
    refuse('ann');
    expect(limit.isExceeded('ann')).toBe(true);
  });

  it("is each caller's own", ({ expect }) => {
    const { limit, refuse } = limited();
    refuse('ann', 20);
    expect(limit.isExceeded('bob')).toBe(false);
  });

  it('forgets a refusal after a minute', ({ expect }) => {
    const { clock, limit, refuse } = limited();
    refuse('ann');
    clock.advance(30_000);
    refuse('ann', 19);
    clock.advance(29_999);
    expect(limit.isExceeded('ann')).toBe(true);
    clock.advance(1);
    expect(limit.isExceeded('ann')).toBe(false);
  });

  it('remembers a thousand callers and forgets whoever was refused longest ago', ({ expect }) => {
    const { limit, refuse } = limited();
    refuse('first', 20);
    refuse('second', 20);
    for (let n = 0; n < 998; n += 1) refuse(`other-${String(n)}`);
    refuse('first');
    expect(limit.isExceeded('second')).toBe(true);
    refuse('one more');
    expect([limit.isExceeded('first'), limit.isExceeded('second')]).toEqual([true, false]);
  });
});
