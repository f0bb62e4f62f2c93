import { useState } from 'react';

import type { ChangePage, ChangeRow, ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { callSpaceSettings } from '../../api';
import { usePages } from '../../hooks/use-pages';
import { isUnderWay } from '../changes/progress';

interface Props {
  view: SpaceSettingsView;
  group: GroupRow;
  /** A change to show first, such as a plan that was made when the group was created. */
  plan?: ChangeView | undefined;
  /** Members may have changed. */
  onChanged: () => void;
}

/** Names the view in the place where people are picked. */
type Shown =
  | { what: 'picker' }
  | { what: 'list' }
  | { what: 'change'; change: ChangeView }
  | { what: 'past'; changeId: string };

const PICKER: Shown = { what: 'picker' };

/** Holds what stands where people are picked, and the changes of the space. */
export function useShown({ view, group, plan, onChanged }: Props) {
  const pages = usePages<ChangePage, string>((before) =>
    callSpaceSettings('listChanges', { groupId: group.groupId, ...(before !== undefined && { before }) }),
  );
  const [chosen, setShown] = useState<Shown | undefined>(plan && { what: 'change', change: plan });
  const unfinished = pages.value?.changes.find((change) => isUnfinished(change, group));
  function moved({ state }: ChangeView) {
    if (state !== 'planned') onChanged();
  }
  function show(change: ChangeView) {
    setShown({ what: 'change', change });
    moved(change);
  }
  function close() {
    if (chosen?.what !== 'list') pages.reload();
    setShown(PICKER);
  }
  return {
    pages,
    shown: chosen ?? (unfinished === undefined ? PICKER : { what: 'past' as const, changeId: unfinished.changeId }),
    /** Somebody came here by a button that is gone. */
    isChosen: chosen !== undefined,
    show,
    list: () => setShown({ what: 'list' }),
    open: (changeId: string) => setShown({ what: 'past', changeId }),
    card: { me: view.accountId, onMoved: moved, onUndo: show, onClose: close },
  };
}

export type ShownPeople = ReturnType<typeof useShown>;

function isUnfinished(change: ChangeRow, { groupId }: GroupRow): boolean {
  return isUnderWay(change) && change.groups.some((group) => group.groupId === groupId);
}
