// What runs with nobody present, at its time: deliveries of the queue, and schedules. Nothing of Atlassian's.
import type { Clock, ClockTimer } from '../contract/clock';
import { pause } from '../pause';
import { earliestOf } from './due';
import type { DueSource } from './due';
import type { Deliveries } from './queue/deliveries';
import { outsideSeam } from './seams';
import { createUnderWay } from './under-way';
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
}

export function createDriver({ clock, deliveries, schedules, functions }: DriverParts): Driver {
  const driving: (readonly DueSource[])[] = [];
  const started = createUnderWay();
  let alarm: ClockTimer | undefined;

  /** Starts what is due; again whenever a run ends, an event is pushed, or a time comes. */
  function wake(): void {
    outsideSeam(() => {
      for (const source of driven()) {
        for (const run of source.startDue()) void started.track(run.finally(wake)).catch(() => {});
      }
      setAlarm();
    });
  }

  function driven(): Set<DueSource> {
    return new Set(driving.flat());
  }

  function setAlarm(): void {
    alarm?.clear();
    const next = earliest(driven());
    alarm = next === undefined ? undefined : clock.setTimer?.(wake, Math.max(0, next - clock.now()));
    alarm?.unref();
  }

  async function drive(sources: readonly DueSource[], act: () => Promise<void>): Promise<void> {
    driving.push(sources);
    try {
      await act();
    } finally {
      stop(sources);
    }
  }

  function stop(sources: readonly DueSource[]): void {
    driving.splice(driving.indexOf(sources), 1);
    setAlarm();
  }

  async function quiet(): Promise<void> {
    while (!started.isEmpty() || !functions.isEmpty()) await Promise.all([started.ended(), functions.ended()]);
  }

  async function moveTo(time: number): Promise<void> {
    await (clock.moveTo?.(time) ?? pause(clock, time - clock.now()));
  }

  return {
    settle: async () =>
      drive([deliveries], async () => {
        for (let next: number | undefined = clock.now(); next !== undefined; next = deliveries.nextOnTheWay()) {
          await moveTo(next);
          wake();
          while (!started.isEmpty()) await started.ended();
        }
      }),
    passTo: async (time) => {
      const all = [deliveries, schedules];
      await (clock.hurry?.(quiet()) ?? quiet());
      await drive(all, async () => {
        for (let next = clock.now(); next <= time; next = earliest(all) ?? Infinity) {
          await moveTo(next);
          wake();
          await (clock.hurry?.(quiet()) ?? quiet());
        }
        await moveTo(time);
      });
    },
    start: () => {
      const all = [deliveries, schedules];
      driving.push(all);
      wake();
      return () => stop(all);
    },
    wake,
  };
}

function earliest(sources: Iterable<DueSource>): number | undefined {
  return earliestOf([...sources].map((source) => source.nextDueAt()));
}
