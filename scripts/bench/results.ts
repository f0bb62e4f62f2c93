// What the bench found out, as bench/results.json keeps it.
import type { Floor } from './floors';
import { FLOORS } from './floors';
import type { Journey } from './journey';
import type { Measured } from './measure';
import { ratio } from './statistics';

export interface JourneyResult extends Omit<Measured, 'resolverCpuMs'> {
  floor: Pick<Floor, 'calls' | 'chain' | 'points'>;
  ratio: Pick<Floor, 'calls' | 'chain' | 'points'>;
  rounds: number;
  /** Of the page that it's made on, compressed. */
  pageBytes: number;
}

/** Results by journey. */
export type SiteResults = Readonly<Record<string, JourneyResult>>;

/** Compares what a journey took with its floor. */
export function resultOf(
  { name, rounds }: Journey,
  { resolverCpuMs: _each, ...measured }: Measured,
  pageBytes: number,
): JourneyResult {
  const { calls, chain, points } = floorOf(name);
  const { counted } = measured;
  return {
    ...measured,
    floor: { calls, chain, points },
    ratio: {
      calls: ratio(counted.calls, calls),
      chain: ratio(counted.chain, chain),
      points: ratio(counted.points, points),
    },
    rounds,
    pageBytes,
  };
}

/** Returns a journey's floor. Throws if it has none. */
export function floorOf(name: string): Floor {
  const floor = FLOORS[name];
  if (floor === undefined) throw new Error(`${name} has no floor`);
  return floor;
}
