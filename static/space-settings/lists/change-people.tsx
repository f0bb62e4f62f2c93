import { Button, Stack } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, PeopleResult, SpaceSettingsView } from '../../../src/shared/groups/views';
import { LIST_FORM } from '../../../src/shared/words/bring-list';
import { ChangeCard } from '../changes/change-card';
import { OpenChange } from '../changes/open-change';
import { PastChanges } from '../changes/past-changes';
import { AddPeople } from '../groups/add-people';
import { BringList } from './bring-list';
import { MoreChanges } from './more-changes';
import type { ShownPeople } from './use-shown';
import type { WrittenList } from './use-written';

interface Props {
  group: GroupRow;
  /** The groups of the space, as far as they are loaded. */
  groups: readonly GroupRow[];
  view: SpaceSettingsView;
  mayChange: boolean;
  people: ShownPeople;
  /** Most people who can be picked at a time. */
  most: number;
  onAdded: (result: PeopleResult) => void;
  /** A list is wanted for all groups that it names. */
  onSeveral: (written: WrittenList) => void;
  onReload: () => void;
}

/** Adds people one by one or changes many at once. A change of this group that isn't finished stands first. It's parts of a stack, for where it shows nothing. */
export function ChangePeople(props: Props) {
  const { view, group, mayChange, onSeveral } = props;
  const { pages, shown, isChosen, show, pick, list, open, card } = props.people;
  return (
    <>
      {shown.what === 'list' && mayChange && (
        <BringList {...{ group, onSeveral }} longest={view.longestList} onPlanned={show} onCancel={card.onClose} />
      )}
      {shown.what === 'change' && <ChangeCard key={shown.change.changeId} change={shown.change} takesFocus {...card} />}
      {shown.what === 'past' && (
        <OpenChange key={shown.changeId} changeId={shown.changeId} takesFocus={isChosen} {...card} />
      )}
      {shown.what === 'picker' && mayChange && (
        <Ways {...props} returned={isChosen} onPick={pick} onList={list} onPlanned={show} />
      )}
      <PastChanges pages={pages} onOpen={open} />
    </>
  );
}

interface WaysProps extends Props {
  /** The button that led here is gone. */
  returned: boolean;
  onPick: () => void;
  onList: () => void;
  onPlanned: (change: ChangeView) => void;
}

function Ways({ group, most, groups, returned, onAdded, onReload, onPick, onList, onPlanned }: WaysProps) {
  return (
    <Stack space="space.150" alignInline="stretch">
      <AddPeople groupId={group.groupId} {...{ most, onReload, onPick, onAdded }} />
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
