// Cells of the coverage that can't be hit, each with its reason. One that is hit all the same makes the simulation fail.
import type { Ending } from '../oracle/ending';
import { OPERATIONS, type OperationId } from './operations';

export interface Impossible {
  operations: readonly OperationId[];
  /** Matches what befalls the call. */
  strokes: RegExp;
  endings: readonly Ending[];
  why: string;
}

const ALL: readonly OperationId[] = Object.values(OPERATIONS).flat();

const ANY: readonly Ending[] = ['ok', 'error', 'killed', 'timedOut'];

export const IMPOSSIBLE: readonly Impossible[] = [
  {
    operations: [...OPERATIONS.kvs, ...OPERATIONS.queue, ...OPERATIONS.report],
    strokes: /^ended by the app$/,
    endings: ANY,
    why: "Forge's packages for storage, events and reports take no signal that could end a call",
  },
  {
    operations: ALL,
    strokes: /^cut off after its effect$/,
    endings: ['ok', 'error', 'timedOut'],
    why: 'an effect that isn’t answered lets no function go on, so that none ends by itself in that step',
  },
  {
    operations: OPERATIONS.rest,
    strokes: /^cut off/,
    endings: ['timedOut'],
    why: 'the app ends its REST calls before the time of a function is over',
  },
];
