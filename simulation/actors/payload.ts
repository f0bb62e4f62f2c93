// How actors fill in what they send.
import type { z } from 'zod/mini';

import type { Choices } from '../choices';
import type { Seen } from './seen';

/** Tells how often an actor sends a call, compared with the other calls of the door, and its payload; undefined if there's nothing to send. */
export type Sent<Payload, About> = readonly [
  weight: number,
  payload: (seen: Seen, choices: Choices, about: About) => Payload | undefined,
];

/** One for each call of a door: a missing one doesn't compile. */
export type SentBy<Schemas, About> = {
  readonly [Key in keyof Schemas]: Sent<z.input<Schemas[Key] extends z.ZodMiniType ? Schemas[Key] : never>, About>;
};

/** Builds a payload that takes nothing. */
export function nothing(): Record<string, never> {
  return {};
}

/** Returns up to so many different things, at least one if there is any. */
export function some<Thing>(choices: Choices, things: readonly Thing[], most: number): Thing[] {
  const wanted = 1 + choices.below(most);
  const left = [...things];
  const taken: Thing[] = [];
  while (taken.length < wanted && left.length > 0) taken.push(...left.splice(choices.below(left.length), 1));
  return taken;
}
