// Starts what has become due, of the sources that are driven.
import type { Clock, ClockTimer } from '../contract/clock';
import { earliest } from './due';
import type { DueSource } from './due';
import { outsideSeam } from './seams';
import { createUnderWay } from './under-way';

/** Creates a starter that drives nothing yet. */
export function createStarter(clock: Clock) {
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

  /** Drives these sources, too; returns a function that ends it. */
  function drive(sources: readonly DueSource[]): () => void {
    driving.push(sources);
    return () => {
      driving.splice(driving.indexOf(sources), 1);
      setAlarm();
    };
  }

  return { started, wake, drive };
}
