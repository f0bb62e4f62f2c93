import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { callSpaceSettings } from '../../api';
import { useCall } from '../../hooks/use-call';
import { useOnLeft } from '../../hooks/use-on-left';
import { isUnderWay } from '../changes/progress';
import { useMadeChange } from '../changes/use-made-change';

interface Props {
  /** The user of the page. */
  me: string;
  /** The change that is open, as the page's address says. */
  changeId: string | undefined;
  onOpen: (changeId: string | undefined) => void;
  /** Somebody's groups may have changed. */
  onChanged: () => void;
}

/** Holds the change that stands in place of the look-up: one that was planned here, or one of somebody's groups that isn't finished. */
export function usePersonChange({ me, changeId, onOpen, onChanged }: Props) {
  const { value } = useCall(() => callSpaceSettings('listChanges', {}));
  const made = useMadeChange();
  const [isClosed, setClosed] = useState(false);
  const unfinished = value?.changes.find((change) => change.person !== undefined && isUnderWay(change));
  useOnLeft(changeId, onChanged);
  function show(change: ChangeView) {
    made.make(change);
    setClosed(true);
    onOpen(change.changeId);
  }
  function close() {
    if (changeId === undefined) onChanged();
    else onOpen(undefined);
    setClosed(true);
  }
  return {
    shown: made.shown(changeId ?? (isClosed ? undefined : unfinished?.changeId)),
    /** It was opened by a button that is gone. */
    takesFocus: changeId !== undefined,
    /** Somebody came back by a button that is gone. */
    returned: isClosed,
    show,
    card: { me, onMoved: made.move, onUndo: show, onClose: close },
  };
}
