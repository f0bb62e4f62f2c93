import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { callSpaceSettings } from '../../api';
import { useCall } from '../../hooks/use-call';
import { isUnderWay } from '../changes/progress';

/** Holds the change that stands in place of the look-up: one that was planned here, or one of somebody's groups that isn't finished. */
export function usePersonChange(me: string, onChanged: () => void) {
  const { value } = useCall(() => callSpaceSettings('listChanges', {}));
  const [planned, setPlanned] = useState<ChangeView>();
  const [isClosed, setClosed] = useState(false);
  const unfinished = value?.changes.find((change) => change.person !== undefined && isUnderWay(change));
  function close() {
    setPlanned(undefined);
    setClosed(true);
    onChanged();
  }
  return {
    shown: shownOf(planned, isClosed ? undefined : unfinished?.changeId),
    /** Somebody came back by a button that is gone. */
    returned: isClosed,
    show: setPlanned,
    card: { me, onMoved: ignore, onUndo: setPlanned, onClose: close },
  };
}

function shownOf(change: ChangeView | undefined, changeId: string | undefined) {
  if (change !== undefined) return { what: 'change', change } as const;
  return changeId === undefined ? undefined : ({ what: 'unfinished', changeId } as const);
}

/** Their groups are read again when the change is closed. */
function ignore(): void {}
