// What actors' payloads are about: mostly what fits, now and then anything.
import { happens, oneOf } from '../choices';
import type { Choices } from '../choices';
import type { Run, Seen } from './seen';

export interface InSpace {
  spaceId: string;
}

/** Builds a payload about a group of the space mostly, and about any group now and then. */
export function aGroup<Payload>(
  seen: Seen,
  choices: Choices,
  { spaceId }: InSpace,
  build: (groupId: string) => Payload,
): Payload | undefined {
  const own = seen.recorded(spaceId);
  const groupId = oneOf(choices, happens(choices, 970) ? own : seen.groupIds());
  return groupId === undefined ? undefined : build(groupId);
}

/** Picks anybody. */
export function aPerson(seen: Seen, choices: Choices): string {
  return oneOf(choices, seen.people()) ?? 'nobody';
}

/** Returns these people, or everybody if there are none. */
export function orAll(seen: Seen, ids: readonly string[]): readonly string[] {
  return ids.length > 0 ? ids : seen.people();
}

/** Returns the runs of a state mostly, of any now and then. */
export function likely(choices: Choices, runs: readonly Run[], state: string | undefined): readonly Run[] {
  return state === undefined || happens(choices, 50) ? runs : runs.filter((run) => run.state === state);
}

/** Builds a payload about one of these runs. */
export function aRun<Payload>(
  choices: Choices,
  runs: readonly Run[],
  build: (run: Run) => Payload,
): Payload | undefined {
  const run = oneOf(choices, runs);
  return run === undefined ? undefined : build(run);
}
