// docs/live-checks.md explains each point that the site checks try.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { ASSUMPTIONS } from '../../../src/shared/groups/site-checks';

const page = readFileSync(new URL('../../../docs/live-checks.md', import.meta.url), 'utf8');

test('each point has its row, in the order in which it is tried', () => {
  expect([...page.matchAll(/^\| `(\w+)` /gm)].map(([, assumption]) => assumption)).toEqual(ASSUMPTIONS);
});
