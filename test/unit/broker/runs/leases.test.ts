// Whether somebody works at a run now.
import { expect, test } from 'vitest';

import { isWorkedAt, leaseOf } from '../../../../src/broker/runs/leases';
import type { RunNow } from '../../../../src/broker/runs/run-store';
import { aWorld } from '../../../support/ports/world';

const baton = { baton: 3 };

test.for([
  ['a lease that is over now', leaseOf(baton, 'a'), 0, false],
  ['one that is over in a moment', leaseOf(baton, 'a'), 1, true],
  ['one of an earlier baton', leaseOf({ baton: 2 }, 'a'), 60_000, false],
] as const)('%s', ([, lease, ms, isWorked]) => {
  const { clock, ports } = aWorld();
  const leasedUntil = new Date(clock.now() + ms).toISOString();
  const parts = [{ part: 0, version: 1, state: 'open', lines: {}, lease, leasedUntil }] as const;
  expect(isWorkedAt(ports, { run: baton, parts, spent: 0 } as unknown as RunNow)).toBe(isWorked);
});
