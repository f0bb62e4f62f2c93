import { setTimeout as pause } from 'node:timers/promises';

import { JobDoesNotExistError, Queue, RateLimitError } from '@forge/events';
import { describe, it } from 'vitest';

import { createLab } from '../lab';
import { jobs, stats, withConsumer } from './consumer-lab';

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
