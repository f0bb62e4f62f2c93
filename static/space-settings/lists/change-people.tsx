import { Button, Stack } from '@forge/react';
import { useState } from 'react';

import type { ChangePage, ChangeRow, ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, PeopleResult, SpaceSettingsView } from '../../../src/shared/groups/views';
import { LIST_FORM } from '../../../src/shared/words/bring-list';
import { callSpaceSettings } from '../../api';
import { usePages } from '../../hooks/use-pages';
import { ChangeCard } from '../changes/change-card';
import { OpenChange } from '../changes/open-change';
import { PastChanges } from '../changes/past-changes';
import { isUnderWay } from '../changes/progress';
import { AddPeople } from '../groups/add-people';
import { BringList } from './bring-list';
import { MoreChanges } from './more-changes';

interface Props {
  group: GroupRow;
  /** The groups of the space, as far as they are loaded. */
  groups: readonly GroupRow[];
  view: SpaceSettingsView;
  /** Most people who can be picked at a time. */
  most: number;
  /** Members may have changed. */
  onChanged: () => void;
  onAdded: (result: PeopleResult) => void;
  onReload: () => void;
}

/** Names the view in the place where people are picked. */
type Shown =
  | { what: 'picker' }
  | { what: 'list' }
  | { what: 'change'; change: ChangeView }
  | { what: 'past'; changeId: string };

const PICKER: Shown = { what: 'picker' };

/** Adds people one by one or changes many at once. A change of this group that isn't finished stands first. */
export function ChangePeople(props: Props) {
  const { view, group } = props;
  const { pages, shown, isChosen, show, list, open, card } = useShown(props);
  return (
    <Stack space="space.300" alignInline="stretch">
      {shown.what === 'list' && (
        <BringList group={group} longest={view.longestList} onPlanned={show} onCancel={card.onClose} />
      )}
      {shown.what === 'change' && <ChangeCard key={shown.change.changeId} change={shown.change} takesFocus {...card} />}
      {shown.what === 'past' && (
        <OpenChange key={shown.changeId} changeId={shown.changeId} takesFocus={isChosen} {...card} />
      )}
      {shown.what === 'picker' && view.manage.allowed && (
        <Ways {...props} returned={isChosen} onList={list} onPlanned={show} />
      )}
      <PastChanges pages={pages} onOpen={open} />
    </Stack>
  );
}

/** Holds what stands where people are picked, and the changes of the space. */
function useShown({ view, group, onChanged }: Props) {
  const pages = usePages<ChangePage, string>((before) =>
    callSpaceSettings('listChanges', before === undefined ? {} : { before }),
  );
  const [chosen, setShown] = useState<Shown>();
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

interface WaysProps extends Props {
  /** The button that led here is gone. */
  returned: boolean;
  onList: () => void;
  onPlanned: (change: ChangeView) => void;
}

function Ways({ group, most, groups, returned, onAdded, onReload, onList, onPlanned }: WaysProps) {
  return (
    <Stack space="space.150" alignInline="stretch">
      <AddPeople groupId={group.groupId} most={most} onReload={onReload} onAdded={onAdded} />
      <Stack alignInline="start">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone */}
        <Button autoFocus={returned} onClick={onList}>
          {LIST_FORM.bring}
        </Button>
      </Stack>
      <MoreChanges groupId={group.groupId} groups={groups} onPlanned={onPlanned} />
    </Stack>
  );
}

function isUnfinished(change: ChangeRow, { groupId }: GroupRow): boolean {
  return isUnderWay(change) && change.groups.some((group) => group.groupId === groupId);
}
