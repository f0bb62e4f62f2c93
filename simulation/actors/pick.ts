// One call of a door, with what it sends.
import { weighted } from '../choices';
import type { Choices, Taste } from '../choices';
import type { Seen } from './seen';

type Builder<About> = (seen: Seen, choices: Choices, about: About) => unknown;

/** Calls that are looked at until one has something to be about. */
const TRIES = 4;

/** Decides which call it is. */
export interface Picking {
  seen: Seen;
  choices: Choices;
  taste: Taste;
}

/** Picks one of a door's calls, with its payload. */
export function pick<About>(
  door: Readonly<Record<string, readonly [weight: number, payload: Builder<About>]>>,
  { seen, choices, taste }: Picking,
  about: About,
): { functionKey: string; payload: unknown } | undefined {
  const calls = Object.entries(door).map(([functionKey, [weight, build]]) => ({
    functionKey,
    weight: weight * taste(functionKey),
    build,
  }));
  for (let tries = 0; tries < TRIES; tries += 1) {
    const call = weighted(choices, calls);
    const payload = call?.build(seen, choices, about);
    if (call !== undefined && payload !== undefined) return { functionKey: call.functionKey, payload };
  }
  return undefined;
}

/** Returns a door with one of its calls only. */
export function only<Door extends object>(door: Door, functionKey: keyof Door): Pick<Door, keyof Door> {
  return { [functionKey]: door[functionKey] } as Pick<Door, keyof Door>;
}
