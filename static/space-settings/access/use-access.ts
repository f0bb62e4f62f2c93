import { useState } from 'react';

import type { SpaceAccess } from '../../../src/shared/groups/views';
import { callSpaceSettings } from '../../api';
import { useAction, type Action } from '../../hooks/use-action';

/** Time for which what was read is shown: a page of it costs up to 500 points that all sites of the app share. */
export const KEPT_MS = 10 * 60_000;

export interface Access extends Pick<Action, 'busy' | 'failure'> {
  isShown: boolean;
  /** Absent: it isn't read yet, or not shown. */
  value?: SpaceAccess;
  show: () => void;
  hide: () => void;
}

/** Reads on request what groups may do in the space, and keeps it for ten minutes. */
export function useAccess(): Access {
  const { run, busy, failure } = useAction();
  const [kept, setKept] = useState<{ value: SpaceAccess; readAt: number }>();
  const [isShown, setShown] = useState(false);
  function show() {
    setShown(true);
    if (kept !== undefined && Date.now() - kept.readAt < KEPT_MS) return;
    run(
      () => callSpaceSettings('readSpaceAccess', {}),
      (value) => setKept({ value, readAt: Date.now() }),
    );
  }
  return {
    isShown,
    busy,
    ...(isShown && failure !== undefined && { failure }),
    ...(isShown && kept !== undefined && { value: kept.value }),
    show,
    hide: () => setShown(false),
  };
}
