// One call of a door, with what it sends.
import { weighted } from '../choices';
import type { Choices } from '../choices';
import type { Seen } from './seen';

type Builder<About> = (seen: Seen, choices: Choices, about: About) => unknown;

/** Picks one of a door's calls, with its payload. */
export function pick<About>(
  door: Readonly<Record<string, readonly [weight: number, payload: Builder<About>]>>,
  seen: Seen,
  choices: Choices,
  about: About,
): { functionKey: string; payload: unknown } | undefined {
  const calls = Object.entries(door).map(([functionKey, [weight, build]]) => ({ functionKey, weight, build }));
  const call = weighted(choices, calls);
  const payload = call?.build(seen, choices, about);
  return call === undefined || payload === undefined ? undefined : { functionKey: call.functionKey, payload };
}
