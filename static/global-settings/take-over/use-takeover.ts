import type { TakeoverView } from '../../../src/shared/groups/takeovers';
import { callGlobalSettings } from '../../api';
import { useAction } from '../../hooks/use-action';
import { useHeld, type Look } from '../../hooks/use-held';
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
  const action = useAction();
  const proved = useProvedAction(siteAdmin);
  const { view: takeover, take, takeActed, ...held } = useHeld({ first, me, isUnderWay, look, onMoved });
  const { changeId, version } = takeover;
  return {
    ...held,
    takeover,
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

async function look(at: Look) {
  return callGlobalSettings('watchTakeover', at);
}

export type HeldTakeover = ReturnType<typeof useTakeover>;
