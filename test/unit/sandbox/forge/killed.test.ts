// A function that ends at one of its platform calls, as where it runs out of memory.
import { asApp, route } from '@forge/api';
import { Queue } from '@forge/events';
import type { AsyncEvent } from '@forge/events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createVirtualClock } from '../../../support/virtual-clock';
import { createLab, failureOf } from './lab';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.UTC(2026, 10, 21));
});

async function call(): Promise<void> {
  await asApp().requestConfluence(route`/wiki/rest/api/group`);
}

describe('a function that is killed', () => {
  it.each([
    ['before', 1],
    ['after', 2],
  ] as const)('%s its second call has made %i, and does nothing more', async (when, made) => {
    const lab = createLab();
    lab.forge.kill({ moduleKey: 'page', atCall: 2, when, times: 1 });
    const done: number[] = [];
    const failure = await failureOf(
      lab.run(async () => {
        for (const number of [1, 2, 3]) {
          await call();
          done.push(number);
        }
      }),
    );
    expect(failure).toMatchObject({ code: 'FUNCTION_OUT_OF_MEMORY' });
    expect([lab.calls.length, done]).toEqual([made, [1]]);
    expect(lab.forge.kills()).toEqual([]);
  });

  it('hears nothing of the calls that were under way, and its timers never run', async () => {
    const lab = createLab({}, { clock: createVirtualClock() });
    const heard: string[] = [];
    lab.forge.kill({ moduleKey: 'page', atCall: 3, when: 'before', times: 1 });
    await failureOf(
      lab.run(async () => {
        setTimeout(() => heard.push('timer'), 10_000);
        await Promise.all([1, 2, 3].map((number) => call().then(() => heard.push(`call ${number}`))));
      }),
    );
    expect(lab.calls).toHaveLength(2);
    await lab.run(() => new Promise((resolve) => setTimeout(resolve, 20_000)));
    expect(heard).toEqual([]);
  });

  it('is one of the named module, and only if it gets as far', async () => {
    const lab = createLab();
    lab.forge.kill({ moduleKey: 'worker', atCall: 1, when: 'before', times: 1 });
    lab.forge.kill({ atCall: 2, when: 'before', times: 1 });
    await lab.run(call);
    expect(lab.forge.kills()).toHaveLength(2);
  });

  it('as a consumer gets its event once more, a minute later, and is told why', async () => {
    const events: AsyncEvent[] = [];
    async function worker(event: AsyncEvent): Promise<void> {
      events.push(event);
      await call();
    }
    const lab = createLab({ worker });
    lab.forge.kill({ moduleKey: 'worker', atCall: 1, when: 'after', times: 1 });
    await lab.run(() => new Queue({ key: 'jobs' }).push({ body: { n: 1 } }));
    await lab.forge.settle();
    lab.advance(60);
    await lab.forge.settle();
    expect(events).toMatchObject([
      { body: { n: 1 } },
      { body: { n: 1 }, retryContext: { retryCount: 1, retryReason: 'FUNCTION_OUT_OF_MEMORY' } },
    ]);
    expect(events[0]).not.toHaveProperty('retryContext');
    expect(events[1]?.eventId).toBe(events[0]?.eventId);
    expect(lab.calls).toHaveLength(2);
  });
});
