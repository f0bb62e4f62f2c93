// What runs with nobody present: events and schedules, each at its time.
import { Queue } from '@forge/events';
import type { AsyncEvent, PushEvent } from '@forge/events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { AppModule } from '../../../../sandbox/contract/forge';
import { manifestOf } from '../../../../sandbox/forge/manifest';
import { createVirtualClock } from '../../../support/virtual-clock';
import { MANIFEST } from './app-manifest';
import { createLab } from './lab';

const START = Date.UTC(2026, 10, 21);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(START);
});

function since(): number {
  return Date.now() - START;
}
async function wait(seconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
const queue = new Queue({ key: 'jobs' });

/** An app with an hourly and a daily schedule, whose consumer works as long as its event says. */
function world(app: AppModule = {}) {
  const seen: string[] = [];
  async function worker({ body }: AsyncEvent<{ name: string; seconds?: number }>): Promise<void> {
    seen.push(`${body.name} ${since() / 1000}`);
    if (body.seconds === undefined) return;
    await wait(body.seconds);
    seen.push(`${body.name} ended ${since() / 1000}`);
  }
  const scheduledTrigger = [
    { key: 'nightly', function: 'nightly-run', interval: 'day' },
    { key: 'hourly', function: 'hourly-run', interval: 'hour' },
  ];
  const clock = createVirtualClock();
  const declared = [...MANIFEST.modules.function, { key: 'hourly-run', handler: 'index.hourly' }];
  const lab = createLab(
    {
      worker,
      nightly: () => void seen.push(`nightly ${since() / MINUTE} min`),
      hourly: () => void seen.push(`hourly ${since() / MINUTE} min`),
      ...app,
    },
    {
      clock,
      manifest: manifestOf({ ...MANIFEST, modules: { ...MANIFEST.modules, scheduledTrigger, function: declared } }),
    },
  );
  return { ...lab, clock, seen, push: async (...events: PushEvent[]) => lab.run(async () => queue.push(events)) };
}
function event(name: string, seconds?: number, more: Partial<PushEvent> = {}): PushEvent {
  return { body: { name, ...(seconds !== undefined && { seconds }) }, ...more };
}
const KEY = { concurrency: { key: 'k', limit: 1 } };

describe('deliveries', () => {
  it('begin whenever a slot of their concurrency key is free, beside those that need none', async () => {
    const { forge, seen, push } = world();
    await push(event('a', 10, KEY), event('b', 5, KEY), event('c', 30), event('d', 1, KEY));
    await forge.settle();
    expect(seen).toEqual(['a 0', 'c 0', 'a ended 10', 'b 10', 'b ended 15', 'd 15', 'd ended 16', 'c ended 30']);
  });

  it('of events that are pushed or come due meanwhile wait for none that is under way', async () => {
    async function pusher({ body }: AsyncEvent<{ name: string }>): Promise<void> {
      seen.push(`${body.name} ${since() / 1000}`);
      if (body.name !== 'first') return;
      await wait(20);
      await queue.push({ body: { name: 'second' } });
      await wait(20);
      seen.push('first ended');
    }
    const { forge, seen, push } = world({ worker: pusher });
    await push(event('first'), event('delayed', undefined, { delayInSeconds: 10 }));
    await forge.settle();
    expect(seen).toEqual(['first 0', 'delayed 10', 'second 20', 'first ended']);
  });

  it('take as long as the queue’s latency says; settling waits for events that are due, not for delayed ones', async () => {
    const { forge, seen, push } = world();
    forge.queue.setLatency(500);
    await push(event('now'), event('later', undefined, { delayInSeconds: 60 }));
    await forge.settle();
    expect([seen, since()]).toEqual([['now 0.5'], 500]);
    await forge.passTo(START + 2 * MINUTE);
    expect(seen).toEqual(['now 0.5', 'later 60.5']);
  });
});

describe('time that passes', () => {
  it('steps to each event and each tick in its order, and ends where it was told to', async () => {
    const { forge, seen, push } = world();
    await push(event('delayed', undefined, { delayInSeconds: 600 }));
    await forge.passTo(START + 2 * HOUR);
    expect(seen).toEqual(['nightly 5 min', 'hourly 5 min', 'delayed 600', 'hourly 65 min']);
    expect(since()).toBe(2 * HOUR);
    await forge.passTo(START + 25 * HOUR);
    expect(seen.filter((line) => line.startsWith('nightly'))).toEqual(['nightly 5 min', 'nightly 1445 min']);
    expect(seen.filter((line) => line.startsWith('hourly'))).toHaveLength(25);
  });

  it('waits for calls that are under way first', async () => {
    const { forge, seen, run } = world();
    const call = run(async () => {
      await wait(20);
      seen.push(`call ended ${since() / 1000}`);
      await queue.push({ body: { name: 'pushed' } });
    });
    await forge.passTo(START + 10_000);
    expect([seen, since()]).toEqual([['call ended 20'], 20_000]);
    await call;
    await forge.passTo(START + MINUTE);
    expect([seen, since()]).toEqual([['call ended 20', 'pushed 20'], MINUTE]);
  });

  it('runs a schedule once whose ticks were jumped over, then goes on by its interval', async () => {
    const { forge, seen } = world();
    vi.setSystemTime(START + 3 * HOUR);
    await forge.passTo(START + 4 * HOUR);
    expect(seen).toEqual(['nightly 180 min', 'hourly 180 min', 'hourly 185 min']);
  });

  it('does not try a schedule again that failed', async () => {
    let runs = 0;
    const { forge } = world({
      hourly: () => {
        runs += 1;
        throw new Error('broken');
      },
    });
    await forge.passTo(START + 30 * MINUTE);
    expect(runs).toBe(1);
    expect(forge.logs()).toEqual(['hourly failed: broken']);
  });
});

describe('once it is started', () => {
  it('everything runs as time goes by, until it is ended', async () => {
    const { forge, clock, seen, push } = world();
    const stop = forge.start();
    await push(event('at once'), event('delayed', undefined, { delayInSeconds: 30 }));
    await clock.sleep(301_000);
    expect(seen).toEqual(['at once 0', 'delayed 30', 'nightly 5 min', 'hourly 5 min']);
    stop();
    await push(event('too late'));
    await clock.sleep(24 * HOUR);
    expect(seen).toHaveLength(4);
  });
});

describe('what is due', () => {
  it('is listed, each to be started by itself, as far as its concurrency key has a free slot', async () => {
    const { forge, seen, push, clock } = world();
    await push(event('a', 10, KEY), event('b', 0, KEY), event('c'));
    const due = forge.due();
    expect(due.map(({ kind, dueAt }) => [kind, dueAt - START])).toEqual(Array(3).fill(['event', 0]));
    const second = due[1]?.start();
    expect(forge.due().map(({ id }) => id)).toEqual([due[2]?.id]);
    await second;
    expect(forge.due().map(({ id }) => id)).toEqual([due[0]?.id, due[2]?.id]);
    expect(seen).toEqual(['b 0', 'b ended 0']);
    expect(clock.now()).toBe(START);
  });

  it('has schedules too, each until its next time', async () => {
    const { forge, seen } = world();
    expect(forge.due()).toEqual([]);
    const first = forge.nextDueAt() ?? 0;
    vi.setSystemTime(first + 3 * HOUR);
    const hourly = forge.due().find(({ id }) => id === 'hourly');
    expect(hourly).toMatchObject({ kind: 'tick', dueAt: first });
    await hourly?.start();
    expect(seen).toEqual([`hourly ${(first + 3 * HOUR - START) / MINUTE} min`]);
    expect(forge.due().map(({ id }) => id)).not.toContain('hourly');
  });
});
