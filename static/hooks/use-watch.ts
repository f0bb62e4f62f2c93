import { useContext, useEffect, useRef, useState } from 'react';

import type { Result } from '../../src/shared/result';
import { answered, type Failure } from '../api';
import { LaterContext } from './later';

/** Something that goes on without the page. */
interface Watched<View> {
  id: string;
  /** Changes with each step that somebody takes with it: a new wait begins. */
  version: number;
  /** It goes on, and the user may look at it. */
  isUnderWay: boolean;
  look: () => Promise<Result<View>>;
  onSeen: (view: View) => void;
}

/** Looks at something again and again while it's under way. Returns why the last look failed. An answer that another has overtaken is dropped. */
export function useWatch<View>({ id, version, isUnderWay, ...rest }: Watched<View>): Failure | undefined {
  const later = useContext(LaterContext);
  const [{ looks, lost }, setLook] = useState<{ looks: number; lost?: Failure }>({ looks: 0 });
  const latest = useRef(rest);
  useEffect(() => {
    latest.current = rest;
  });
  const isGone = lost?.code === 'NOT_FOUND' || lost?.code === 'FORBIDDEN';
  const isWatched = isUnderWay && !isGone;
  useEffect(() => {
    if (!isWatched) return undefined;
    let isCurrent = true;
    async function look() {
      const answer = await answered(latest.current.look());
      if (!isCurrent) return;
      setLook({ looks: looks + 1, ...(!answer.ok && { lost: answer.failure }) });
      if (answer.ok) latest.current.onSeen(answer.value);
    }
    const callOff = later(() => void look(), delayBefore(looks));
    return () => {
      isCurrent = false;
      callOff();
    };
  }, [id, isWatched, later, looks, version]);
  return lost;
}

/** Returns how long to wait before the next look, after so many: 2 seconds at first, then 5, then 15. */
export function delayBefore(looks: number): number {
  if (looks < 5) return 2_000;
  return looks < 15 ? 5_000 : 15_000;
}
