// Calls whose answer was lost before the site performed them: each takes effect when its time has come. Nothing of Atlassian's,
// but gateways answer 504 for writes that are still under way.
import type { Clock } from '../../contract/clock';

export interface LateEffect {
  method: string;
  /** Path and query. */
  path: string;
  /** On the sandbox's clock; `Infinity`: not before it is let go. */
  dueAt: number;
  perform: () => Promise<void>;
}

/** Keeps effects until their time has come. They take place before the next call that the site serves. */
export function createLateEffects(clock: Clock) {
  let waiting: LateEffect[] = [];
  let performed = Promise.resolve();

  function perform(isDue: (effect: LateEffect) => boolean): Promise<void> {
    if (!waiting.some(isDue)) return performed;
    const due = waiting.filter(isDue).toSorted((a, b) => (a.dueAt === b.dueAt ? 0 : a.dueAt - b.dueAt));
    waiting = waiting.filter((effect) => !due.includes(effect));
    performed = performed.then(() => inTurn(due));
    return performed;
  }

  return {
    add: (effect: LateEffect) => void waiting.push(effect),
    /** Performs those whose time has come, the earliest first. */
    performDue: () => perform(({ dueAt }) => dueAt <= clock.now()),
    /** Performs all of them now. */
    release: () => perform(() => true),
    clear: () => {
      waiting = [];
    },
    /** `dueAt` is absent from those that wait to be let go. */
    list: () =>
      waiting.map(({ method, path, dueAt }) => ({
        method,
        path,
        ...(Number.isFinite(dueAt) && { dueAt: new Date(dueAt).toISOString() }),
      })),
  };
}
export type LateEffects = ReturnType<typeof createLateEffects>;

async function inTurn(effects: readonly LateEffect[]): Promise<void> {
  for (const { perform } of effects) await perform();
}
