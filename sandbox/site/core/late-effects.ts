// Calls whose answer was lost before the site performed them: each takes effect at its own time. Not part of Atlassian's products,
// but gateways answer 504 for writes still in progress.
import type { Clock } from '../../contract/clock';

export interface LateEffect {
  method: string;
  /** Path and query. */
  path: string;
  /** Time on the sandbox's clock; `Infinity` until released. */
  dueAt: number;
  perform: () => Promise<void>;
}

/** Holds effects until they are due. Due effects happen before the next call that the site serves. */
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
    /** Performs due effects, the earliest first. */
    performDue: () => perform(({ dueAt }) => dueAt <= clock.now()),
    /** Performs all effects now. */
    release: () => perform(() => true),
    clear: () => {
      waiting = [];
    },
    /** Lists pending effects; `dueAt` is absent from those that wait for a release. */
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
