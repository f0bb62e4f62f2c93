import { useState } from 'react';

import type { Result } from '../../src/shared/result';
import { useWatch } from './use-watch';

interface Stage {
  changeId: string;
  version: number;
  by: string;
}

interface Held<View extends Stage> {
  first: View;
  /** The user of the page. */
  me: string;
  isUnderWay: (view: View) => boolean;
  look: (changeId: string) => Promise<Result<View>>;
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
    look: () => look(changeId),
    onSeen: take,
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
