// One call of a door, with what it sends.
import { weighted } from '../choices';
import type { Choices, Taste } from '../choices';
import { orBent } from './hostile';
import type { Seen } from './seen';

type Builder<About> = (seen: Seen, choices: Choices, about: About) => unknown;

/** Holds one call of a page. `isBent`: its payload is one that nobody should send. */
export interface Sent {
  functionKey: string;
  payload: unknown;
  isBent: boolean;
}

/** Calls that are looked at until one has something to be about. */
const TRIES = 4;

/** Decides which call it is. */
export interface Picking {
  seen: Seen;
  choices: Choices;
  taste: Taste;
  /** The call that leads to what the world aims at. */
  wanted?: string;
}

/** Picks one of a door's calls, with its payload. */
export function pick<About>(
  door: Readonly<Record<string, readonly [weight: number, payload: Builder<About>]>>,
  { seen, choices, taste }: Picking,
  about: About,
): Sent | undefined {
  const calls = Object.entries(door).map(([functionKey, [weight, build]]) => ({
    functionKey,
    weight: weight * taste(functionKey),
    build,
  }));
  for (let tries = 0; tries < TRIES; tries += 1) {
    const call = weighted(choices, calls);
    const payload = call?.build(seen, choices, about);
    if (call !== undefined && payload !== undefined)
      return { functionKey: call.functionKey, ...orBent(seen, choices, payload) };
  }
  return undefined;
}

/** Returns a door with one of its calls only; with all of them, unless one is named. */
export function only<Calls>(
  door: Readonly<Record<string, Calls>>,
  functionKey: string | undefined,
): Record<string, Calls> {
  const call = functionKey === undefined ? undefined : door[functionKey];
  return functionKey === undefined || call === undefined ? door : { [functionKey]: call };
}
