// Which waiting events are delivered when: whatever is due, as far as its concurrency key has a free slot.
// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
import { earliestOf } from '../due';
import type { DueSource } from '../due';
import { deliver } from './deliver';
import type { Consumers } from './deliver';
import type { QueuedEvent, QueueState } from './state';

export interface Deliveries extends DueSource {
  /** Returns when the next event arrives that is due already; undefined if none is on its way. */
  nextOnTheWay(): number | undefined;
}

/** Creates the deliveries of an installation's queues, which share their concurrency keys. */
export function createDeliveries(consumers: Consumers, state: QueueState): Deliveries {
  const { clock } = state.installation;
  /** Deliveries under way, by concurrency key. */
  const running = new Map<string, number>();

  function hasSlot({ concurrency }: QueuedEvent): boolean {
    return concurrency === undefined || (running.get(concurrency.key) ?? 0) < concurrency.limit;
  }

  function count({ concurrency }: QueuedEvent, change: 1 | -1): void {
    if (concurrency === undefined) return;
    running.set(concurrency.key, (running.get(concurrency.key) ?? 0) + change);
  }

  function arrivesAt({ dueAt }: QueuedEvent): number {
    return dueAt + state.latencyMs;
  }

  function start(event: QueuedEvent): Promise<void> {
    state.waiting = state.waiting.filter((one) => one !== event);
    count(event, 1);
    return deliver(consumers, state, event).finally(() => count(event, -1));
  }

  function startable(): QueuedEvent[] {
    const now = clock.now();
    return state.waiting.filter((event) => arrivesAt(event) <= now && hasSlot(event));
  }

  return {
    nextDueAt: () => earliestOf(state.waiting.filter(hasSlot).map(arrivesAt)),
    nextOnTheWay: () => earliestOf(state.waiting.filter(({ dueAt }) => dueAt <= clock.now()).map(arrivesAt)),
    due: () =>
      startable().map((event) => ({
        id: event.eventId,
        kind: 'event',
        dueAt: arrivesAt(event),
        start: () => start(event),
      })),
    startDue: () => {
      const started: Promise<void>[] = [];
      for (let event = startable()[0]; event !== undefined; event = startable()[0]) started.push(start(event));
      return started;
    },
  };
}
