// A controlled input over an asynchronous bridge: the value that the app sends back is always slightly stale.
import { useState } from 'react';

interface Echo<Value> {
  shown: Value;
  /** Latest value from the app. */
  fromApp: Value;
  /** Typed values that the app didn't send back yet, oldest first. */
  inFlight: readonly Value[];
}

/**
 * Keeps typed input while the app's answers are in flight.
 *
 * A value that the app merely echoes is dropped while newer ones are in flight; any other value is the app's own change, and wins.
 * Returns the value to show, and a function to call with each new input before passing it to the app.
 */
export function useEcho<Value>(fromApp: Value): readonly [Value, (typed: Value) => void] {
  const [echo, setEcho] = useState<Echo<Value>>({ shown: fromApp, fromApp, inFlight: [] });
  if (!isSame(echo.fromApp, fromApp)) setEcho(receive(echo, fromApp));

  function type(typed: Value): void {
    setEcho((before) => ({ ...before, shown: typed, inFlight: [...before.inFlight, typed] }));
  }

  return [echo.shown, type];
}

/** Compares values by content, since each is a copy that crossed the bridge. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function receive<Value>(echo: Echo<Value>, fromApp: Value): Echo<Value> {
  const echoed = echo.inFlight.findIndex((typed) => isSame(typed, fromApp));
  const inFlight = echoed < 0 ? [] : echo.inFlight.slice(echoed + 1);
  return { fromApp, inFlight, shown: inFlight.length === 0 ? fromApp : echo.shown };
}
