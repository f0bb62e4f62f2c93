// How long a call waits before it's sent again.
import { expect, test } from 'vitest';

import { userReads } from '../../../../src/platform/confluence/operations';
import { waitBeforeRetry } from '../../../../src/platform/rest/retry';

test.for([
  [5000, true],
  [5001, false],
] as const)('a person is kept waiting for five seconds at most: Retry-After of %i ms', ([retryAfterMs, isRepeated]) => {
  const reply = { status: 429, ok: false, body: '', retryAfterMs, nearLimit: false, fromForge: false };
  const ample = { deadline: { remainingMs: () => 600_000 }, random: () => 0 };
  expect(waitBeforeRetry(userReads.getCurrentUser, reply, 1, ample) !== undefined).toBe(isRepeated);
});
