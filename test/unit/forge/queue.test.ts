import { setTimeout as pause } from 'node:timers/promises';

import { InvocationError, InvocationErrorCode, JobDoesNotExistError, Queue, RateLimitError } from '@forge/events';
import type { AsyncEvent } from '@forge/events';
import { describe, it } from 'vitest';

import { createLab } from './lab';
import type { Lab } from './lab';

const jobs = () => new Queue({ key: 'jobs' });
const stats = async (lab: Lab, jobId: string) => lab.run(() => jobs().getJob(jobId).getStats());

/** A lab whose consumer notes what it gets and answers with what it is told to. */
const withConsumer = (answers: (() => unknown)[] = []) => {
  const events: AsyncEvent[] = [];
  const seconds: object[] = [];
  const lab = createLab({
    worker: async (event: AsyncEvent, second: object) => {
      events.push(event);
      seconds.push(second);
      return answers.shift()?.();
    },
  });
  const push = async (...events_: Parameters<Queue['push']>) => (await lab.run(() => jobs().push(...events_))).jobId;
  return { lab, events, seconds, push };
};

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

  it('comes once more if a duplicate is asked for', async ({ expect }) => {
    const { lab, events, push } = withConsumer();
    lab.forge.queue.duplicateNext(1);
    const jobId = await push([{ body: { n: 1 } }, { body: { n: 2 } }]);
    await lab.forge.settle();
    expect(events.map(({ body }) => body)).toEqual([{ n: 1 }, { n: 2 }, { n: 1 }]);
    expect(events[2]?.eventId).toBe(events[0]?.eventId);
    expect(await stats(lab, jobId)).toEqual({ success: 2, inProgress: 0, failed: 0 });
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

  it('follows a throw, ever later, until the retention window ends', async ({ expect }) => {
    const { lab, events, push } = withConsumer(
      Array.from({ length: 200 }, () => () => {
        throw new Error('broken');
      }),
    );
    const jobId = await push({ body: {} });
    await lab.forge.settle();
    expect(lab.forge.queue.pending()).toMatchObject([{ retryCount: 1, dueAt: Date.UTC(2026, 10, 21, 0, 1) }]);
    expect(lab.forge.logs()).toEqual(['consumer worker failed: broken']);
    for (let quarter = 0; quarter < 4 * 24; quarter += 1) {
      lab.advance(900);
      await lab.forge.settle();
    }
    expect(lab.forge.queue.pending()).toEqual([]);
    expect(events.length).toBeGreaterThan(90);
    expect(await stats(lab, jobId)).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });
});

describe('a job', () => {
  it('that is cancelled does not start what has not started', async ({ expect }) => {
    const { lab, events, push } = withConsumer();
    const jobId = await push([{ body: {} }, { body: {} }]);
    await lab.run(() => jobs().cancel(jobId));
    await lab.forge.settle();
    expect(events).toEqual([]);
    expect(await stats(lab, jobId)).toEqual({ success: 0, inProgress: 0, failed: 0 });
  });

  it('that does not exist has no stats and cannot be cancelled', async ({ expect }) => {
    const { lab } = withConsumer();
    await expect(stats(lab, 'no-such-job')).rejects.toBeInstanceOf(JobDoesNotExistError);
    await expect(lab.run(() => jobs().cancel('no-such-job'))).rejects.toBeInstanceOf(JobDoesNotExistError);
  });
});

describe('the service', () => {
  it('runs events side by side, but never more of a concurrency key than its limit', async ({ expect }) => {
    let running = 0;
    let most = 0;
    const lab = createLab({
      worker: async () => {
        running += 1;
        most = Math.max(most, running);
        await pause(1);
        running -= 1;
      },
    });
    const events = Array.from({ length: 6 }, () => ({ body: {} }));
    await lab.run(() => jobs().push(events));
    await lab.forge.settle();
    expect(most).toBe(6);
    most = 0;
    await lab.run(() => jobs().push(events.map((event) => ({ ...event, concurrency: { key: 'k', limit: 2 } }))));
    await lab.forge.settle();
    expect(most).toBe(2);
  });

  it('takes 500 events a minute', async ({ expect }) => {
    const { lab, push } = withConsumer();
    const fifty = Array.from({ length: 50 }, () => ({ body: {} }));
    for (let count = 0; count < 10; count += 1) await push(fifty);
    await expect(push({ body: {} })).rejects.toBeInstanceOf(RateLimitError);
    lab.advance(60);
    await push({ body: {} });
  });

  it('refuses a queue that nothing consumes', async ({ expect }) => {
    const { lab } = withConsumer();
    const pushed = lab.run(() => new Queue({ key: 'nobody-listens' }).push({ body: {} }));
    await expect(pushed).rejects.toMatchObject({ errorCode: 'NO_CONSUMER' });
  });
});
