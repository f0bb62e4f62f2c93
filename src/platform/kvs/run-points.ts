// Points that all runs of an installation have spent in this hour: one row, whose version keeps two runs from forgetting each other's.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import type { kvs } from '@forge/kvs';

import { instant } from '../../broker/instant';
import type { Clock, Versioned } from '../../broker/ports';
import { RUN_POINTS_KEY, SETTING } from './keys';
import { seedRow } from './seed-row';
import { readVersioned, setAfter } from './versioned';

type Transaction = ReturnType<typeof kvs.transact>;

interface Spent {
  /** Such as `2026-11-22T10`. */
  hour: string;
  points: number;
}

export type StoredPoints = Versioned<Spent | undefined>;

/** Counts points, from what one invocation last saw of them. */
export interface RunPoints {
  /** Returns the points of this hour that stand in a row just read. */
  seen(stored: StoredPoints): number;
  /** Adds points to a transaction, which takes one operation. */
  add(transaction: Transaction, points: number): Promise<void>;
  /** Ends what `add` began: the transaction took place, or perhaps not. */
  ended(isStored: boolean): void;
}

export function createRunPoints(clock: Clock): RunPoints {
  let last: StoredPoints | undefined;
  let next: StoredPoints | undefined;
  function ofThisHour({ value }: StoredPoints): Spent {
    const hour = instant(clock).slice(0, 13);
    return value?.hour === hour ? value : { hour, points: 0 };
  }
  return {
    seen(stored) {
      last = stored;
      return ofThisHour(stored).points;
    },
    async add(transaction, points) {
      if (points === 0) return;
      last ??= await readVersioned<Spent>(RUN_POINTS_KEY);
      if (last.version === 0) await seedRow(SETTING, RUN_POINTS_KEY, { version: 0, content: {} });
      const before = ofThisHour(last);
      next = { value: { ...before, points: before.points + points }, version: last.version + 1 };
      setAfter(transaction, RUN_POINTS_KEY, next.value, last.version);
    },
    ended(isStored) {
      if (next !== undefined) last = isStored ? next : undefined;
      next = undefined;
    },
  };
}
