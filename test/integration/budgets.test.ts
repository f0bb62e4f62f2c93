// What each journey costs, to the call, on the demo site and on one of 50,000 people. docs/performance.md has the reasons.
import { describe, expect, it } from 'vitest';

import { demoSeed } from '../../sandbox/site/seeds/demo';
import { largeSeed } from '../../sandbox/site/seeds/large';
import { meter, type Cost } from '../support/budget';
import { openSandbox } from '../support/integration';
import { JOURNEYS, prepare } from '../support/journeys';

const cost = (calls: number, chain: number, points: number, reads: number, writes: number): Cost => ({
  calls,
  chain,
  points,
  reads,
  writes,
});

/** REST calls, the longest chain of them, points; reads and writes of storage. */
const BUDGETS = {
  'open the global page': cost(5, 2, 19, 4, 1),
  'find candidates': cost(7, 3, 53, 2, 0),
  'adopt a group': cost(7, 2, 26, 1, 3),
  'open the space page': cost(2, 1, 5, 4, 0),
  'open a group': cost(5, 2, 62, 2, 0),
  'next page of members': cost(3, 2, 56, 2, 0),
  'is this person a member': cost(3, 2, 8, 2, 0),
  'create a group': cost(4, 3, 7, 3, 3),
  'add a person': cost(8, 3, 23, 4, 2),
  'add 25 people': cost(32, 7, 95, 4, 2),
  'remove a person': cost(7, 3, 20, 4, 2),
  'delete a group': cost(9, 4, 30, 4, 3),
  'save the privileged user': cost(7, 6, 21, 3, 7),
  accept: cost(7, 6, 21, 4, 7),
  'audit of the site': cost(1, 1, 3, 2, 0),
  'audit of a space': cost(2, 1, 5, 3, 0),
};

/** The first page of groups is full there, and most of it is of the pattern: more objects, and more records to look up. */
const ON_LARGE = { ...BUDGETS, 'find candidates': cost(7, 3, 425, 9, 0) };

describe.each([
  ['demo', demoSeed, BUDGETS],
  ['large', largeSeed, ON_LARGE],
])('on the %s site', (_name, { people, groups, spaces }, budgets) => {
  it('each journey costs what its budget says', async () => {
    const prepared = await prepare(await openSandbox({ people, groups, spaces }));
    const measure = meter(prepared.world);
    const costs: Record<string, Cost> = {};
    for (const { name, before, run } of JOURNEYS) {
      await before?.(prepared);
      measure();
      const { ok } = await run(prepared);
      expect({ name, ok }).toEqual({ name, ok: true });
      costs[name] = measure();
    }
    expect(costs).toEqual(budgets);
  });
});
