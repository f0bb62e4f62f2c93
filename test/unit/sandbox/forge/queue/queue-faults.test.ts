// What a test can make of the queue's promises: at least once, late, in any order.
import { InternalServerError, RateLimitError } from '@forge/events';
import type { PushEvent } from '@forge/events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createVirtualClock } from '../../../../support/virtual-clock';
import { createLab, failureOf } from '../lab';
import { jobs, stats, withConsumer } from './consumer-lab';

function numbered(...numbers: number[]): PushEvent[] {
  return numbers.map((n) => ({ body: { n } }));
}
function oneByOne(...numbers: number[]): PushEvent[] {
  return numbered(...numbers).map((event) => ({ ...event, concurrency: { key: 'k', limit: 1 } }));
}
function bodies({ events }: ReturnType<typeof withConsumer>) {
  return events.map(({ body }) => body['n']);
}

describe('a push', () => {
  it('is refused with a status, as often as it is told to be, and queues nothing', async () => {
    const { lab, push } = withConsumer();
    lab.forge.queue.fail({ effect: 'refuse', status: 429, times: 2 });
    for (const _time of [1, 2]) await expect(push(numbered(1))).rejects.toBeInstanceOf(RateLimitError);
    expect(lab.forge.queue.pending()).toEqual([]);
    await push(numbered(1));
    expect(lab.forge.queue.pending()).toHaveLength(1);
  });

  it('whose answer is lost has queued its events', async () => {
    const world = withConsumer();
    world.lab.forge.queue.fail({ effect: 'unanswered', times: 1 });
    expect(await failureOf(world.push(numbered(1)))).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    await world.lab.forge.settle();
    expect(bodies(world)).toEqual([1]);
  });

  it('may be answered with a failure though it has queued its events', async () => {
    const world = withConsumer();
    world.lab.forge.queue.fail({ effect: 'unanswered', status: 503, times: 1 });
    await expect(world.push(numbered(1))).rejects.toBeInstanceOf(InternalServerError);
    await world.lab.forge.settle();
    expect(bodies(world)).toEqual([1]);
  });
});

describe('a fault', () => {
  it('can be meant for events by what their body holds, and skip some', async () => {
    const world = withConsumer();
    world.lab.forge.queue.fail({ effect: 'lose', body: { kind: 'watch' }, skip: 1, times: 1 });
    const kinds = ['watch', 'work', 'watch', 'watch'];
    await world.push(kinds.map((kind, n) => ({ body: { kind, n } })));
    await world.lab.forge.settle();
    expect(bodies(world)).toEqual([0, 1, 3]);
    expect(world.lab.forge.queue.faults()).toEqual([]);
  });

  it('can be meant for another queue', async () => {
    const world = withConsumer();
    world.lab.forge.queue.fail({ effect: 'lose', queueName: 'others', times: 1 });
    await world.push(numbered(1));
    await world.lab.forge.settle();
    expect(bodies(world)).toEqual([1]);
  });
});

describe('an event', () => {
  it('that is lost never comes, and its job never ends', async () => {
    const world = withConsumer();
    world.lab.forge.queue.fail({ effect: 'lose', times: 1 });
    const jobId = await world.push(numbered(1, 2));
    await world.lab.forge.settle();
    world.lab.advance(96 * 3600);
    await world.lab.forge.settle();
    expect(bodies(world)).toEqual([2]);
    expect(await stats(world.lab, jobId)).toEqual({ success: 1, inProgress: 1, failed: 0 });
  });

  it('that is late comes after its time', async () => {
    const world = withConsumer();
    world.lab.forge.queue.fail({ effect: 'late', lateMs: 90_000, times: 1 });
    await world.push(numbered(1, 2));
    await world.lab.forge.settle();
    expect(bodies(world)).toEqual([2]);
    world.lab.advance(90);
    await world.lab.forge.settle();
    expect(bodies(world)).toEqual([2, 1]);
  });

  it('that comes twice is one of its job, which can be cancelled', async () => {
    const world = withConsumer();
    world.lab.forge.queue.fail({ effect: 'twice', times: 1 });
    const jobId = await world.push(numbered(1, 2));
    expect(world.lab.forge.queue.pending()).toHaveLength(3);
    expect(await stats(world.lab, jobId)).toEqual({ success: 0, inProgress: 2, failed: 0 });
    await world.lab.run(() => jobs().cancel(jobId));
    expect(await stats(world.lab, jobId)).toEqual({ success: 0, inProgress: 0, failed: 0 });
  });

  it('may overtake those that were pushed before it', async () => {
    const world = withConsumer();
    world.lab.forge.queue.fail({ effect: 'reorder', times: 1 });
    await world.push(oneByOne(1, 2, 3));
    await world.lab.forge.settle();
    expect(bodies(world)).toEqual([3, 1, 2]);
  });

  it('that was handled may come once more', async () => {
    const world = withConsumer();
    world.lab.forge.queue.fail({ effect: 'duplicate', times: 1 });
    const jobId = await world.push(numbered(1, 2));
    await world.lab.forge.settle();
    expect(bodies(world)).toEqual([1, 2, 1]);
    expect(world.events[2]?.eventId).toBe(world.events[0]?.eventId);
    expect(await stats(world.lab, jobId)).toEqual({ success: 2, inProgress: 0, failed: 0 });
  });
});

describe('an event that is delivered twice', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.UTC(2026, 10, 21));
  });

  /** How many of the consumer ran at most at one moment, and how often it ran. */
  async function most(events: PushEvent[]) {
    let [running, peak, runs] = [0, 0, 0];
    async function worker(): Promise<void> {
      runs += 1;
      running += 1;
      peak = Math.max(peak, running);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      running -= 1;
    }
    const lab = createLab({ worker }, { clock: createVirtualClock() });
    lab.forge.queue.fail({ effect: 'twice', times: 1 });
    const { jobId } = await lab.run(() => jobs().push(events));
    await lab.forge.settle();
    expect(await stats(lab, jobId)).toEqual({ success: events.length, inProgress: 0, failed: 0 });
    return { peak, runs };
  }

  it('runs side by side with itself where nothing limits it', async () => {
    expect(await most(numbered(1))).toEqual({ peak: 2, runs: 2 });
  });

  it('runs one after the other where its concurrency key lets one run', async () => {
    expect(await most(oneByOne(1, 2))).toEqual({ peak: 1, runs: 3 });
  });
});
