import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { callSpaceSettings } from '../../api';
import { useAction } from '../../hooks/use-action';
import { useWatch } from '../../hooks/use-watch';
import { isUnderWay } from './progress';

/** Holds the answers that somebody gives before they apply a plan. */
export interface Agreed {
  typedNumber?: number;
  confirmSelf?: boolean;
}

interface Held {
  first: ChangeView;
  /** The user of the page. */
  me: string;
  /** Runs after each step of it. */
  onMoved: (change: ChangeView) => void;
}

/**
 * Holds one change: looks how far it has come while it's under way, and applies, cancels, resumes and undoes it.
 *
 * The app looks at a change for its author only; others read it again on request.
 */
export function useChange({ first, me, onMoved }: Held) {
  const [change, setChange] = useState(first);
  const [acted, setActed] = useState(0);
  const action = useAction();
  const { changeId, version } = change;
  function take(next: ChangeView) {
    setChange(next);
    onMoved(next);
  }
  function takeActed(next: ChangeView) {
    setActed(acted + 1);
    take(next);
  }
  const isMine = change.by === me;
  const lost = useWatch({
    id: changeId,
    version,
    isUnderWay: isMine && isUnderWay(change),
    look: () => callSpaceSettings('watchChange', { changeId }),
    onSeen: take,
  });
  return {
    change,
    isMine,
    /** Counts what the user did with it: each time, the button that they pressed is gone. */
    acted,
    /** Tells why the progress can't be read. */
    lost,
    action,
    apply: (agreed: Agreed = {}) =>
      action.run(() => callSpaceSettings('applyChange', { changeId, version, ...agreed }), takeActed),
    cancel: () => action.run(() => callSpaceSettings('cancelChange', { changeId }), takeActed),
    resume: () => action.run(() => callSpaceSettings('resumeChange', { changeId }), takeActed),
    reload: () =>
      action.run(
        () => callSpaceSettings('readChangeLines', { changeId }),
        (read) => take(read.change),
      ),
    undo: (onPlanned: (undo: ChangeView) => void) =>
      action.run(() => callSpaceSettings('planUndo', { changeId }), onPlanned),
  };
}

export type HeldChange = ReturnType<typeof useChange>;
