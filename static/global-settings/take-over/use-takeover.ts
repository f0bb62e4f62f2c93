import { useState } from 'react';

import type { TakeoverView } from '../../../src/shared/groups/takeovers';
import { callGlobalSettings } from '../../api';
import { useAction } from '../../hooks/use-action';
import { useWatch } from '../../hooks/use-watch';
import { useProvedAction, type SiteAdmin } from '../groups/use-proved-action';
import { isUnderWay } from './takeover-text';

interface Held {
  first: TakeoverView;
  /** The user of the page. */
  me: string;
  siteAdmin: SiteAdmin;
  /** Runs after each step of it. */
  onMoved: (takeover: TakeoverView) => void;
}

/** Holds one takeover: looks how far it has come while it's under way, and applies, cancels, resumes and undoes it. */
export function useTakeover({ first, me, siteAdmin, onMoved }: Held) {
  const [takeover, setTakeover] = useState(first);
  const [acted, setActed] = useState(0);
  const action = useAction();
  const proved = useProvedAction(siteAdmin);
  const { changeId, version, by } = takeover;
  function take(next: TakeoverView) {
    setTakeover(next);
    onMoved(next);
  }
  function takeActed(next: TakeoverView) {
    setActed(acted + 1);
    take(next);
  }
  const lost = useWatch({
    id: changeId,
    version,
    isUnderWay: by === me && isUnderWay(takeover),
    look: () => callGlobalSettings('watchTakeover', { changeId }),
    onSeen: take,
  });
  return {
    takeover,
    isMine: by === me,
    /** Counts what the user did with it: each time, the button that they pressed is gone. */
    acted,
    lost,
    action,
    proved,
    apply: () => proved.run(() => callGlobalSettings('applyTakeover', { changeId, version }), takeActed),
    resume: () => proved.run(() => callGlobalSettings('resumeTakeover', { changeId }), takeActed),
    cancel: () => action.run(() => callGlobalSettings('cancelTakeover', { changeId }), takeActed),
    reload: () =>
      action.run(
        () => callGlobalSettings('readTakeoverLines', { changeId }),
        (read) => take(read.change),
      ),
    undo: (onPlanned: (undo: TakeoverView) => void) =>
      action.run(() => callGlobalSettings('planTakeoverUndo', { changeId }), onPlanned),
  };
}

export type HeldTakeover = ReturnType<typeof useTakeover>;
