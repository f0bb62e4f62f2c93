import { useState } from 'react';

import type { ChangePage, ChangeRow, ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { callSpaceSettings } from '../../api';
import { useOnLeft } from '../../hooks/use-on-left';
import { usePages } from '../../hooks/use-pages';
import { isUnderWay } from '../changes/progress';
import { useMadeChange } from '../changes/use-made-change';

interface Props {
  view: SpaceSettingsView;
  group: GroupRow;
  /** A change to show first, such as a plan that was made when the group was created. */
  plan?: ChangeView | undefined;
  /** The change that is open, as the page's address says. */
  changeId: string | undefined;
  onOpen: (changeId: string | undefined) => void;
  /** Somebody begins to choose people. */
  onBegin: () => void;
  /** Members may have changed. */
  onChanged: () => void;
}

/** Holds what stands where people are picked, and the changes of the space. */
export function useShown({ view, group, plan, changeId, onOpen, onBegin, onChanged }: Props) {
  const pages = usePages<ChangePage, string>((before) =>
    callSpaceSettings('listChanges', before === undefined ? {} : { before }),
  );
  const [chosen, setChosen] = useState<'picker' | 'list'>();
  const made = useMadeChange(plan);
  const unfinished = pages.value?.changes.find((change) => isUnfinished(change, group));
  useOnLeft(changeId, pages.reload);
  function moved(change: ChangeView) {
    made.move(change);
    if (change.state !== 'planned') onChanged();
  }
  function open(next: string) {
    setChosen('picker');
    onOpen(next);
  }
  function show(change: ChangeView) {
    made.make(change);
    open(change.changeId);
    moved(change);
  }
  function leaveFor(next: 'picker' | 'list') {
    if (next === 'list') onBegin();
    if (changeId !== undefined) onOpen(undefined);
    else if (next === 'picker' && chosen === undefined) pages.reload();
    setChosen(next);
  }
  return {
    pages,
    shown: made.shown(changeId ?? (chosen === undefined ? unfinished?.changeId : undefined)) ?? {
      what: chosen ?? 'picker',
    },
    /** Somebody came here by a button that is gone. */
    isChosen: chosen !== undefined || changeId !== undefined,
    show,
    pick: onBegin,
    list: () => leaveFor('list'),
    open,
    card: { me: view.accountId, onMoved: moved, onUndo: show, onClose: () => leaveFor('picker') },
  };
}

export type ShownPeople = ReturnType<typeof useShown>;

function isUnfinished(change: ChangeRow, { groupId }: GroupRow): boolean {
  return isUnderWay(change) && change.groups.some((group) => group.groupId === groupId);
}
