import { InvocationError, InvocationErrorCode } from '@forge/events';
import { describe, it } from 'vitest';

import { jobs, stats, withConsumer } from './consumer-lab';

describe('a queued event', () => {
  it('waits for settle and then reaches the consumer, without a person', async ({ expect }) => {
    const { lab, events, seconds, push } = withConsumer();
    const jobId = await push({ body: { n: 1 } });
    expect(events).toEqual([]);
    expect(await stats(lab, jobId)).toEqual({ success: 0, inProgress: 1, failed: 0 });
    await lab.forge.settle();
    expect(events).toEqual([{ queueName: 'jobs', jobId, eventId: expect.any(String), body: { n: 1 } }]);
    expect(seconds[0]).not.toHaveProperty('principal');
    expect(await stats(lab, jobId)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('that is delayed is not delivered early', async ({ expect }) => {
    const { lab, events, push } = withConsumer();
    await push({ body: {}, delayInSeconds: 60 });
    lab.advance(59);
    await lab.forge.settle();
    expect(events).toHaveLength(0);
    lab.advance(1);
    await lab.forge.settle();
    expect(events).toMatchObject([{ delayInSeconds: 60 }]);
  });

  it('can be pushed by the consumer of another', async ({ expect }) => {
    const { lab, events, push } = withConsumer([
      () =>
        jobs()
          .push({ body: { n: 2 } })
          .then(() => {}),
    ]);
    await push({ body: { n: 1 } });
    await lab.forge.settle();
    expect(events.map(({ body }) => body)).toEqual([{ n: 1 }, { n: 2 }]);
  });
});

describe('a retry', () => {
  it('follows an InvocationError, after its time and with its data', async ({ expect }) => {
    const retryReason = InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED;
    const { lab, events, push } = withConsumer([
      () => new InvocationError({ retryAfter: 30, retryReason, retryData: { done: 5 } }),
    ]);
    await push({ body: {} });
    await lab.forge.settle();
    lab.advance(29);
    await lab.forge.settle();
    expect(events).toHaveLength(1);
    lab.advance(1);
    await lab.forge.settle();
    const remainingTimeMs = 86_400_000 - 30_000;
    expect(events[1]?.retryContext).toMatchObject({
      retryCount: 1,
      retryReason,
      retryData: { done: 5 },
      retentionWindow: { startTime: '2026-11-21T00:00:00.000Z', remainingTimeMs },
    });
  });

  it.for([
    [5000, 900],
    [-5, 1],
  ] as const)('that is asked for after %i seconds follows after %i', async ([retryAfter, follows], { expect }) => {
    const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
    const { lab, push } = withConsumer([() => ({ _retry: true, retryOptions: { retryAfter, retryReason } })]);
    await push({ body: {} });
    await lab.forge.settle();
    expect(lab.forge.queue.pending()).toMatchObject([{ dueAt: Date.UTC(2026, 10, 21) + follows * 1000 }]);
  });

  it('follows a throw, ever later, until the retention window ends', async ({ expect }) => {
    const { lab, events, push } = withConsumer(
      Array.from({ length: 200 }, () => () => {
        throw new Error('broken');
      }),
    );
    const jobId = await push({ body: {} });
    await lab.forge.settle();
    expect(lab.forge.queue.pending()).toMatchObject([{ retryCount: 1, dueAt: Date.UTC(2026, 10, 21, 0, 1) }]);
    expect(lab.forge.logs()).toEqual(['worker failed: broken']);
    for (let quarter = 0; quarter < 4 * 24; quarter += 1) {
      lab.advance(900);
      await lab.forge.settle();
    }
    expect(lab.forge.queue.pending()).toEqual([]);
    expect(events.length).toBeGreaterThan(90);
    expect(await stats(lab, jobId)).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });
});
