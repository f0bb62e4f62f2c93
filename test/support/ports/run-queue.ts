// Events of runs that were pushed and not yet delivered.
import type { Clock } from '../../../src/broker/ports';
import type { RunEvent, RunQueue } from '../../../src/broker/runs/queue';
import type { Journal } from './journal';

/** An event, and when it may be delivered. */
type PushedEvent = RunEvent & { dueAt: number };

export interface FakeRunQueue extends RunQueue {
  /** In the order in which they were pushed. */
  events: PushedEvent[];
}

export function createRunQueue({ run }: Journal, clock: Clock): FakeRunQueue {
  const events: PushedEvent[] = [];
  return {
    events,
    push: async (pushed) =>
      run({ call: 'push', about: pushed.map(({ kind }) => kind).join(', ') }, () => {
        for (const event of pushed) events.push({ ...event, dueAt: clock.now() + (event.delaySeconds ?? 0) * 1000 });
      }),
  };
}
