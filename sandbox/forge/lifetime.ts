// How long one run of a function lasts: until it returns, its time is over, or it is killed at one of its platform calls.
// https://developer.atlassian.com/platform/forge/runtime-reference/errors/
import type { Clock, ClockTimer } from '../contract/clock';
import type { createFaultList } from '../fault-list';
import { InvocationFailure } from './failure';

/** Ends a function at a platform call, as where it runs out of memory. */
export interface Kill {
  /** Any module, unless given. */
  moduleKey?: string;
  /** Number of the call within the run, from 1. */
  atCall: number;
  /** Before the call is performed, or after it was, with its answer lost. */
  when: 'before' | 'after';
  /** Number of runs that get as far to let through first. */
  skip?: number;
  times: number;
}

interface LifetimeParts {
  clock: Clock;
  kills: Pick<ReturnType<typeof createFaultList<Kill>>, 'take'>;
  moduleKey: string;
  limitSeconds: number;
}

/**
 * Begins the lifetime of one run. Once it is over, calls under way never answer, no other is performed, and no timer runs.
 *
 * The time limit counts on the sandbox's clock and is checked before and after each call.
 */
export function beginLifetime({ clock, kills, moduleKey, limitSeconds }: LifetimeParts) {
  const endsAt = clock.now() + limitSeconds * 1000;
  const timers = createTimers(clock);
  const end = createEnd();
  let calls = 0;

  function remainingMs(): number {
    return Math.max(0, endsAt - clock.now());
  }

  function endBy(failure: InvocationFailure): void {
    timers.stop();
    end.by(failure);
  }

  async function checkpoint(): Promise<void> {
    if (!end.isReached() && remainingMs() > 0) return;
    if (!end.isReached()) endBy(timedOut(limitSeconds));
    await new Promise(() => {});
  }

  async function call<Answer>(perform: () => Promise<Answer>): Promise<Answer> {
    calls += 1;
    const kill = end.isReached() ? undefined : kills.take((one) => strikes(one, moduleKey, calls));
    if (kill?.when === 'before') endBy(outOfMemory());
    await checkpoint();
    try {
      return await perform();
    } finally {
      if (kill?.when === 'after') endBy(outOfMemory());
      await checkpoint();
    }
  }

  return {
    ended: end.reached,
    remainingMs,
    checkpoint,
    call,
    setTimer: timers.set,
    kill: (): void => endBy(outOfMemory()),
  };
}

/** Creates the end of a run: `reached` rejects when the run is ended from outside, and never resolves. */
function createEnd() {
  let isReached = false;
  let reject: (failure: InvocationFailure) => void = () => {};
  const reached = new Promise<never>((_resolve, rejectIt) => {
    reject = rejectIt;
  });
  reached.catch(() => {});
  return {
    reached,
    isReached: () => isReached,
    by: (failure: InvocationFailure): void => {
      isReached = true;
      reject(failure);
    },
  };
}

/** Creates the timers of a run; `set` returns undefined if the clock has none of its own. */
function createTimers(clock: Clock) {
  const running = new Set<ClockTimer>();
  let isStopped = false;
  return {
    set: (run: () => void, ms: number): ClockTimer | undefined => {
      const timer = clock.setTimer?.(() => {
        if (timer !== undefined) running.delete(timer);
        run();
      }, ms);
      if (isStopped) timer?.clear();
      else if (timer !== undefined) running.add(timer);
      return timer;
    },
    stop: (): void => {
      isStopped = true;
      for (const timer of running) timer.clear();
    },
  };
}

function strikes({ moduleKey, atCall }: Kill, runningKey: string, calls: number): boolean {
  return atCall === calls && (moduleKey === undefined || moduleKey === runningKey);
}

function timedOut(seconds: number): InvocationFailure {
  return new InvocationFailure('FUNCTION_TIME_OUT', `The function ran longer than ${seconds} seconds`);
}

function outOfMemory(): InvocationFailure {
  return new InvocationFailure('FUNCTION_OUT_OF_MEMORY', 'The function ran out of memory');
}
