// That the numbers that people are told of a change of many things are those of its lines.
import { describe, expect, it } from 'vitest';

import { outcomesAreTrue } from '../../../simulation/oracle/invariants/outcomes-are-true';
import { ADDED, adding, ATTEMPT, saidOf, SITE, stored, type Happens } from './small-history';

const LINE = 'r1#1#1';

/** Somebody looks after a change; that function is the second one. */
const looks: Happens = { began: [{ functionKey: 'watchChange' }] };

function told(done: Record<string, number>): Happens {
  return { ended: [{ invocation: 1, value: { ok: true, value: { changeId: 'r1', done } } }] };
}

describe('the numbers of a change', () => {
  const before = [SITE, ...adding({ ...ATTEMPT, runId: 'r1' }, {}, LINE), ADDED];
  const ends = stored('succeeded', {}, LINE);

  it.for<[string, Happens[]]>([
    ['before it', [...before, looks, told({ added: 0, removed: 0, notTried: 1 }), ends]],
    ['while it happens, either way', [...before, looks, ends, told({ added: 0 })]],
    ['while it happens', [...before, looks, ends, told({ added: 1 })]],
    ['after it', [...before, ends, looks, told({ added: 1, removed: 0 })]],
  ])('are so %s', ([, happens]) => {
    expect(saidOf(outcomesAreTrue, happens)).toEqual([]);
  });

  it('are found too low, too high or below none', () => {
    expect(saidOf(outcomesAreTrue, [...before, ends, looks, told({ added: 0 })])).toEqual([
      'watchChange said added: 0, and there were from 1 to 1',
    ]);
    expect(saidOf(outcomesAreTrue, [...before, ends, looks, told({ added: 2 })])).toHaveLength(1);
    expect(saidOf(outcomesAreTrue, [...before, ends, looks, told({ added: 1, notTried: -1 })])).toHaveLength(1);
  });
});
