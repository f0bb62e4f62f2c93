// Cells of the coverage that can't be hit, each with its reason.
import type { Ending } from './ending';
import type { OperationId } from './operations';

export interface Impossible {
  operations: readonly OperationId[] | 'all';
  /** Matches what befalls the call. */
  strokes: RegExp;
  endings: readonly Ending[];
  why: string;
}

export const IMPOSSIBLE: readonly Impossible[] = [
  {
    operations: 'all',
    strokes: /^killed/,
    endings: ['ok', 'error', 'timedOut'],
    why: 'a function that was killed ends in no other way',
  },
];
