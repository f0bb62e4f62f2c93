// The coverage: operation × what befell a call × how its function ended.
import { strokesOf } from '../driver/strokes';
import { ENDINGS } from '../oracle/ending';
import type { Ending } from '../oracle/ending';
import { IMPOSSIBLE } from './impossible';
import { OPERATIONS } from './operations';
import type { OperationId } from './operations';

export interface Cell {
  kind: keyof typeof OPERATIONS;
  operationId: OperationId;
  stroke: string;
  ending: Ending;
  /** Calls that came so. */
  hits: number;
  /** The reason why there can be none. */
  impossible?: string;
}

/** Builds every cell from the counts of worlds. */
export function cellsOf(counts: Readonly<Record<string, number>>): Cell[] {
  const hits = new Map<string, number>();
  for (const [name, count] of Object.entries(counts)) {
    const [kind = '', operationId = '', stroke = '', ending = ''] = name.split('|');
    const key = [kind, operationId, stroke, kindOf(ending)].join('|');
    hits.set(key, (hits.get(key) ?? 0) + count);
  }
  const kinds = Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[];
  return kinds.flatMap((kind) =>
    OPERATIONS[kind].flatMap((operationId) =>
      strokesOf(kind).flatMap((stroke) =>
        ENDINGS.map((ending) => {
          const found = hits.get([kind, operationId, stroke, ending].join('|')) ?? 0;
          const impossible = whyNot(operationId, stroke, ending);
          return { kind, operationId, stroke, ending, hits: found, ...(impossible !== undefined && { impossible }) };
        }),
      ),
    ),
  );
}

/** Returns the cells that were hit although they can't be: their reason is wrong, or the simulation is. */
export function contradictedBy(counts: Readonly<Record<string, number>>): Cell[] {
  return cellsOf(counts).filter(({ hits, impossible }) => hits > 0 && impossible !== undefined);
}

/** Returns the reason why a cell can't be hit. */
function whyNot(operationId: OperationId, stroke: string, ending: Ending): string | undefined {
  return IMPOSSIBLE.find(
    ({ operations, strokes, endings }) =>
      operations.includes(operationId) && strokes.test(stroke) && endings.includes(ending),
  )?.why;
}

function kindOf(ending: string): Ending | 'open' {
  if (ending === 'ok' || ending === 'killed' || ending === 'timedOut' || ending === 'open') return ending;
  return 'error';
}
