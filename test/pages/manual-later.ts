// A clock of what pages do by themselves, which the test moves on.
import type { Later } from '../../static/hooks/later';

/** Does what a page wants done later, when the test says so. */
export function manualLater() {
  const waiting: { task: () => void; ms: number }[] = [];
  function later(task: () => void, ms: number) {
    const one = { task, ms };
    waiting.push(one);
    return () => {
      const at = waiting.indexOf(one);
      if (at >= 0) waiting.splice(at, 1);
    };
  }
  return {
    later: later satisfies Later,
    /** Returns the waits, in milliseconds. */
    waits: () => waiting.map(({ ms }) => ms),
    /** The time has come for the first. */
    pass: () => waiting.shift()?.task(),
  };
}
