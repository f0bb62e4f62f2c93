// What runs with nobody present, at its time: deliveries of the queue, and schedules. Nothing of Atlassian's.
import type { Clock } from '../contract/clock';
import { pause } from '../pause';
import { earliest } from './due';
import type { Due, DueSource } from './due';
import type { Deliveries } from './queue/deliveries';
import { createStarter } from './starter';
import type { UnderWay } from './under-way';

interface DriverParts {
  clock: Clock;
  deliveries: Deliveries;
  schedules: DueSource;
  /** Functions that are under way, whoever called them. */
  functions: UnderWay;
}

export interface Driver {
  /** Delivers events until none is due, those on their way included. Runs no schedules. */
  settle: () => Promise<void>;
  /** Waits for what is under way, then moves on to each event and each tick of a schedule in turn. */
  passTo: (time: number) => Promise<void>;
  /** Delivers events and runs schedules as time goes by; returns a function that ends it. */
  start: () => () => void;
  /** Starts what has become due, if anything drives it. */
  wake: () => void;
  /** Lists what is due and can start now, for whoever starts each by itself. */
  due: () => readonly Due[];
  /** Returns when the next one is due. */
  nextDueAt: () => number | undefined;
}

/** Creates the driver of one app. */
export function createDriver({ clock, deliveries, schedules, functions }: DriverParts): Driver {
  const { started, wake, drive } = createStarter(clock);

  async function quiet(): Promise<void> {
    while (!started.isEmpty() || !functions.isEmpty()) await Promise.all([started.ended(), functions.ended()]);
  }

  async function moveTo(time: number): Promise<void> {
    await (clock.moveTo?.(time) ?? pause(clock, time - clock.now()));
  }

  return {
    settle: async () =>
      during(drive([deliveries]), async () => {
        for (let next: number | undefined = clock.now(); next !== undefined; next = deliveries.nextOnTheWay()) {
          await moveTo(next);
          wake();
          while (!started.isEmpty()) await started.ended();
        }
      }),
    passTo: async (time) => {
      const all = [deliveries, schedules];
      await (clock.hurry?.(quiet()) ?? quiet());
      await during(drive(all), async () => {
        for (let next = clock.now(); next <= time; next = earliest(all) ?? Infinity) {
          await moveTo(next);
          wake();
          await (clock.hurry?.(quiet()) ?? quiet());
        }
        await moveTo(time);
      });
    },
    start: () => {
      const stop = drive([deliveries, schedules]);
      wake();
      return stop;
    },
    wake,
    due: () => [deliveries, schedules].flatMap((source) => source.due()),
    nextDueAt: () => earliest([deliveries, schedules]),
  };
}

/** Acts while sources are driven; `stop` ends that, however it ended. */
async function during(stop: () => void, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } finally {
    stop();
  }
}
