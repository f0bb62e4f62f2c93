import { useState } from 'react';

import type { Result } from '../../src/shared/result';
import { useCall } from './use-call';
import type { Call } from './use-call';

export interface Pages<T, Position> extends Call<T> {
  /** Number of pages before this one. */
  depth: number;
  /** Goes on to the page at a position that the present page named. */
  goTo: (position: Position) => void;
  /** Goes back by one page. */
  goBack: () => void;
}

/**
 * Reads a long list page by page, the first one when it appears. `topic` names what is listed: when it changes, reading starts again.
 * `first`: the first page, if it is known already.
 */
export function usePages<T, Position extends string | number>(
  read: (position: Position | undefined) => Promise<Result<T>>,
  topic = '',
  first?: T,
): Pages<T, Position> {
  const [trail, setTrail] = useState<{ topic: string; positions: Position[] }>({ topic, positions: [] });
  const positions = trail.topic === topic ? trail.positions : [];
  const position = positions.at(-1);
  const call = useCall(() => read(position), JSON.stringify([topic, position ?? null]), first);
  return {
    ...call,
    depth: positions.length,
    goTo: (next) => setTrail({ topic, positions: [...positions, next] }),
    goBack: () => setTrail({ topic, positions: positions.slice(0, -1) }),
  };
}
