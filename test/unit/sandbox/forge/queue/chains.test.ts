// Pushes that descend from one invocation are counted together: https://developer.atlassian.com/platform/forge/limits-async-events/
import { InvocationLimitReachedError, PayloadTooBigError, Queue } from '@forge/events';
import type { AsyncEvent } from '@forge/events';
import { describe, expect, it } from 'vitest';

import { createLab, failureOf } from '../lab';
import type { Lab } from '../lab';

const queue = new Queue({ key: 'jobs' });

/** More than a chain can have: a queue without the limit fails the test instead of running for ever. */
const ENOUGH = 1200;

/** A consumer that pushes as often as its event says; each push takes long enough for 500 events a minute. */
function chain() {
  let lab: Lab | undefined;
  let pushes = 0;
  const failures: unknown[] = [];
  async function push(times: number): Promise<void> {
    pushes += 1;
    if (pushes > ENOUGH) return;
    try {
      lab?.advance(0.2);
      await queue.push({ body: { times } });
    } catch (thrown) {
      failures.push(thrown);
    }
  }
  async function worker({ body }: AsyncEvent<{ times: number }>): Promise<void> {
    for (let left = body.times; left > 0; left -= 1) await push(left === body.times ? body.times : 0);
  }
  const made = createLab({ worker });
  lab = made;
  return { lab: made, push, failures };
}

describe('the pushes that descend from one invocation', () => {
  it('are 1,000 at most, over however many handlers', async () => {
    const { lab, push, failures } = chain();
    await lab.run(() => push(1));
    await lab.forge.settle();
    expect(failures).toEqual([expect.any(InvocationLimitReachedError)]);
    expect(lab.forge.queue.delivered()).toBe(1000);
  });

  it('count branches too', async () => {
    const { lab, push, failures } = chain();
    await lab.run(() => push(2));
    await lab.forge.settle();
    expect(failures.length).toBeGreaterThan(0);
    expect(lab.forge.queue.delivered()).toBe(1000);
  });

  it('count those that were refused', async () => {
    const { lab, push } = chain();
    lab.forge.queue.fail({ effect: 'refuse', status: 429, times: 999 });
    await lab.run(async () => {
      for (let tried = 0; tried < 999; tried += 1) await queue.push({ body: { times: 0 } }).catch(() => {});
      await push(0);
      expect(await failureOf(queue.push({ body: { times: 0 } }))).toBeInstanceOf(InvocationLimitReachedError);
    });
    await lab.forge.settle();
    expect(lab.forge.queue.delivered()).toBe(1);
  });

  it('begin anew with another invocation', async () => {
    const { lab, push, failures } = chain();
    lab.forge.queue.fail({ effect: 'refuse', status: 429, times: 1000 });
    async function thousand(): Promise<void> {
      for (let tried = 0; tried < 1000; tried += 1) await queue.push({ body: { times: 0 } }).catch(() => {});
    }
    await lab.run(thousand);
    await lab.run(() => push(0));
    expect(failures).toEqual([]);
  });

  it('are as many where an event is tried again: a retry is no push', async () => {
    let runs = 0;
    const failures: unknown[] = [];
    async function worker(): Promise<void> {
      runs += 1;
      if (runs < 3) throw new Error('again');
      for (let tried = 0; tried < 999; tried += 1) await queue.push({ body: {} }).catch(() => {});
      failures.push(await failureOf(queue.push({ body: {} })));
    }
    const lab = createLab({ worker });
    await lab.run(() => queue.push({ body: {} }));
    await lab.forge.settle();
    lab.forge.queue.fail({ effect: 'refuse', status: 429, times: 999 });
    for (const seconds of [60, 120]) {
      lab.advance(seconds);
      await lab.forge.settle();
    }
    expect(failures).toEqual([expect.any(InvocationLimitReachedError)]);
    expect(runs).toBe(3);
    expect(lab.forge.logs()).toHaveLength(2);
  });
});

it('a push to a consumer that may run longer than 55 seconds has events of at most 100 KB', async () => {
  const { lab } = chain();
  const large = { body: { text: 'x'.repeat(101 * 1024) } };
  await lab.run(() => queue.push(large));
  await expect(lab.run(() => new Queue({ key: 'long-jobs' }).push(large))).rejects.toBeInstanceOf(PayloadTooBigError);
});
