// A controlled input over an asynchronous bridge: the value that the app sends back is always a little old.
import { useState } from 'react';

interface Echo<Value> {
  shown: Value;
  /** What the app sent last. */
  fromApp: Value;
  /** What a person typed and the app has not sent back yet, oldest first. */
  inFlight: readonly Value[];
}

/**
 * Keeps what a person typed while the app's answers are under way.
 *
 * A value that the app merely echoes is dropped while newer ones are in flight; a value that it was never sent is a change of its own, and wins.
 * Returns what to show, and a function to call with each new input before the app hears of it.
 */
export function useEcho<Value>(fromApp: Value): readonly [Value, (typed: Value) => void] {
  const [echo, setEcho] = useState<Echo<Value>>({ shown: fromApp, fromApp, inFlight: [] });
  if (!isSame(echo.fromApp, fromApp)) setEcho(receive(echo, fromApp));

  function type(typed: Value): void {
    setEcho((before) => ({ ...before, shown: typed, inFlight: [...before.inFlight, typed] }));
  }

  return [echo.shown, type];
}

/** Each value is a copy that crossed the bridge, so values are compared by what they hold. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function receive<Value>(echo: Echo<Value>, fromApp: Value): Echo<Value> {
  const echoed = echo.inFlight.findIndex((typed) => isSame(typed, fromApp));
  const inFlight = echoed < 0 ? [] : echo.inFlight.slice(echoed + 1);
  return { fromApp, inFlight, shown: inFlight.length === 0 ? fromApp : echo.shown };
}
