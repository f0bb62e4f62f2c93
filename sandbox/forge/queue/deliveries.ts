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

  /** Takes the first event that has arrived and can start. */
  function take(): QueuedEvent | undefined {
    const now = clock.now();
    const taken = state.waiting.find((event) => arrivesAt(event) <= now && hasSlot(event));
    if (taken === undefined) return undefined;
    state.waiting = state.waiting.filter((event) => event !== taken);
    count(taken, 1);
    return taken;
  }

  return {
    nextDueAt: () => earliestOf(state.waiting.filter(hasSlot).map(arrivesAt)),
    nextOnTheWay: () => earliestOf(state.waiting.filter(({ dueAt }) => dueAt <= clock.now()).map(arrivesAt)),
    startDue: () => {
      const started: Promise<void>[] = [];
      for (let event = take(); event !== undefined; event = take()) {
        const slot = event;
        started.push(deliver(consumers, state, event).finally(() => count(slot, -1)));
      }
      return started;
    },
  };
}
