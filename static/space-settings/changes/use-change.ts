import type { ChangeView } from '../../../src/shared/groups/changes';
import { callSpaceSettings } from '../../api';
import { useAction } from '../../hooks/use-action';
import { useHeld, type Look } from '../../hooks/use-held';
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

/** Holds one change: looks how far it has come while it's under way, and applies, cancels, resumes and undoes it. */
export function useChange({ first, me, onMoved }: Held) {
  const action = useAction();
  const { view: change, take, takeActed, ...held } = useHeld({ first, me, isUnderWay, look, onMoved });
  const { changeId, version } = change;
  return {
    ...held,
    change,
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

async function look(at: Look) {
  return callSpaceSettings('watchChange', at);
}

export type HeldChange = ReturnType<typeof useChange>;
