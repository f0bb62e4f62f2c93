import { describe, it } from 'vitest';

import type { RunEvent } from '../../../../src/broker/runs/queue';
import { createRunQueue } from '../../../../src/platform/queue/run-queue';
import { failureOf, json, lost, scriptSite, status } from '../scripted-site';

const RUN: RunEvent = { runId: '00000000-0000-4000-8000-000000000001', baton: 3, kind: 'work', hops: 7 };

function unavailable(changed: string) {
  return { code: 'UPSTREAM_UNAVAILABLE', changed };
}

describe('a push', () => {
  it('carries the run, whose turn it is and nothing else, and lets all runs take turns', async ({ expect }) => {
    const calls = scriptSite([status(201)]);
    await createRunQueue().push([RUN, { ...RUN, kind: 'watch', delaySeconds: 180 }]);
    const { runId, baton, hops } = RUN;
    const concurrency = { key: 'runs', limit: 1 };
    expect(calls.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        queueName: 'runs',
        payload: [
          { body: { runId, baton, kind: 'work', hops }, concurrency },
          { body: { runId, baton, kind: 'watch', hops }, concurrency, delayInSeconds: 180 },
        ],
      }),
    ]);
  });

  it.for([
    ['too many a minute', () => status(429), { code: 'RATE_LIMITED', retryAfterSeconds: 60, changed: 'nothing' }],
    ['too long a chain of pushes', () => status(405), unavailable('nothing')],
    ['too large', () => json({ errorMessage: 'too large' }, 413), unavailable('nothing')],
    ['no consumer', () => json({ message: 'no' }, 400), unavailable('nothing')],
    ['taken in part', () => json({ failedEvents: [{ index: 0, errorMessage: 'no' }] }, 202), unavailable('some')],
    ['an outage', () => status(503), unavailable('unknown')],
    ['a lost answer', lost, unavailable('unknown')],
  ] as const)('fails with a code: %s', async ([, reply, failure], { expect }) => {
    scriptSite([reply()]);
    expect(await failureOf(createRunQueue().push([RUN]))).toEqual(failure);
  });

  it.for([0, 51])('of %i events is never sent', async (count, { expect }) => {
    const calls = scriptSite([]);
    const push = createRunQueue().push(Array.from({ length: count }, () => RUN));
    expect(await failureOf(push)).toEqual(unavailable('nothing'));
    expect(calls).toEqual([]);
  });
});
