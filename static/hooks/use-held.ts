import { useState } from 'react';

import type { StillWaiting } from '../../src/shared/groups/changes';
import type { Result } from '../../src/shared/result';
import { useWatch } from './use-watch';

interface Stage {
  changeId: string;
  version: number;
  state: string;
  by: string;
}

/** A look: by the version at which it was seen waiting, if it was. */
export interface Look {
  changeId: string;
  waitsAt?: number;
}

interface Held<View extends Stage> {
  first: View;
  /** The user of the page. */
  me: string;
  isUnderWay: (view: View) => boolean;
  look: (at: Look) => Promise<Result<View | StillWaiting>>;
  /** Runs after each step of it. */
  onMoved: (view: View) => void;
}

/**
 * Holds something that goes on without the page, and looks how far it has come while it's under way.
 *
 * The app looks at it for its author only; others read it again on request.
 */
export function useHeld<View extends Stage>({ first, me, isUnderWay, look, onMoved }: Held<View>) {
  const [view, setView] = useState(first);
  const [acted, setActed] = useState(0);
  const { changeId, version } = view;
  const isMine = view.by === me;
  function take(next: View) {
    setView(next);
    onMoved(next);
  }
  function takeActed(next: View) {
    setActed(acted + 1);
    take(next);
  }
  const lost = useWatch({
    id: changeId,
    version,
    isUnderWay: isMine && isUnderWay(view),
    look: () => look({ changeId, ...(view.state === 'waiting' && { waitsAt: version }) }),
    onSeen: (seen) => {
      if (!('isStill' in seen)) take(seen);
    },
  });
  return {
    view,
    isMine,
    /** Counts what the user did with it: each time, the button that they pressed is gone. */
    acted,
    /** Tells why the progress can't be read. */
    lost,
    take,
    takeActed,
  };
}
