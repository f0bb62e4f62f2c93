// Scheduled triggers at their time.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
import { earliestOf } from './due';
import type { DueSource } from './due';
import { InvocationFailure } from './failure';
import type { Host } from './invocation';
import { SCHEDULE_LIMITS } from './limits';
import { runScheduledTrigger } from './triggers';

/** Runs triggers; their next times can be copied, by module key. */
export interface Schedules extends DueSource {
  copy(): TickTimes;
  load(copy: TickTimes): void;
}

export type TickTimes = Readonly<Record<string, number>>;

interface Tick {
  moduleKey: string;
  intervalMs: number;
  nextAt: number;
}

/** Creates the schedules of an installation. A tick that time jumped over runs once, however many there were. */
export function createSchedules(host: Host): Schedules {
  const { clock, modules } = host.installation;
  const ticks = [...modules.values()].flatMap(({ key, interval }): Tick[] =>
    interval === undefined
      ? []
      : [
          {
            moduleKey: key,
            intervalMs: SCHEDULE_LIMITS.intervalMs[interval],
            nextAt: clock.now() + SCHEDULE_LIMITS.firstMs,
          },
        ],
  );

  function dueTicks(): Tick[] {
    return ticks.filter(({ nextAt }) => nextAt <= clock.now());
  }

  function start(tick: Tick): Promise<void> {
    tick.nextAt += tick.intervalMs * (Math.floor((clock.now() - tick.nextAt) / tick.intervalMs) + 1);
    return run(host, tick.moduleKey);
  }

  return {
    nextDueAt: () => earliestOf(ticks.map(({ nextAt }) => nextAt)),
    due: () =>
      dueTicks().map((tick) => ({
        id: tick.moduleKey,
        kind: 'tick',
        dueAt: tick.nextAt,
        start: () => start(tick),
      })),
    startDue: () => dueTicks().map(start),
    copy: () => Object.fromEntries(ticks.map(({ moduleKey, nextAt }) => [moduleKey, nextAt])),
    load: (copy) => {
      for (const tick of ticks) tick.nextAt = copy[tick.moduleKey] ?? tick.nextAt;
    },
  };
}

/** Runs a trigger; Forge doesn't try one again that failed. */
async function run(host: Host, moduleKey: string): Promise<void> {
  try {
    await runScheduledTrigger(host, moduleKey);
  } catch (thrown) {
    if (!(thrown instanceof InvocationFailure)) throw thrown;
  }
}
