import { Button, EmptyState, Heading, Inline, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import type { GroupId } from '../../../src/shared/ids';
import { LIST_FORM } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { GROUP_LIST } from '../../../src/shared/words/group-list';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { FailureMessage } from '../../feedback/failure-message';
import { Pager } from '../../feedback/pager';
import { AccessNote } from '../access/access-note';
import { PausedLists } from '../changes/paused-lists';
import { ExportSpace } from '../export/export-space';
import { CreateGroup } from './create-group';
import type { Created } from './create-with-members';
import { FoundGroups } from './found-groups';
import { GroupTable } from './group-table';
import { ListControls } from './list-controls';
import type { GroupList as List } from './use-group-list';

/** The button that takes the focus in a list that is shown again: that of a group, by its id, the one that creates groups, or that brings a list. */
export type Returned = GroupId | 'create' | 'bring';

interface Props {
  view: SpaceSettingsView;
  list: List;
  /** The list is shown again after a group. */
  returned: Returned | undefined;
  onOpen: (group: GroupRow) => void;
  onCreated: (created: Created) => void;
  onBring: () => void;
}

/** Lists the groups that belong to this space, with a way to create one. */
export function GroupList({ view, list, returned, onOpen, onCreated, onBring }: Props) {
  const [creating, setCreating] = useState(false);
  const { groups = [], next } = list.value ?? {};
  const isPlain = list.wanted.search === undefined && list.depth === 0;
  const isEmpty = isPlain && groups.length === 0 && !list.loading;
  return (
    <Stack space="space.200" alignInline="stretch">
      <Heading as="h2" size="medium">
        {say(SPACE_PAGE.groupsOf, { space: view.space.name })}
      </Heading>
      {view.manage.allowed && <Ways {...{ view, isEmpty, returned, onBring }} onCreate={() => setCreating(true)} />}
      {view.manage.allowed && !view.mayCreate && !isEmpty && <Text>{emptyText(view)}</Text>}
      {!view.manage.allowed && view.manage.reason === 'paused' && <PausedLists />}
      {isEmpty && <EmptyState header={SPACE_PAGE.noGroups} headingLevel={3} description={emptyText(view)} />}
      {isLong(list) && <ListControls wanted={list.wanted} onWant={list.want} />}
      {list.failure !== undefined && <FailureMessage failure={list.failure} onRetry={list.reload} />}
      {!isEmpty && <AccessNote access={list.access} />}
      <FoundGroups list={list} />
      {groups.length > 0 && <GroupTable list={list} groups={groups} returned={returned} onOpen={onOpen} />}
      <Pager
        previousLabel={GROUP_LIST.previous}
        nextLabel={list.wanted.search === undefined ? GROUP_LIST.next : GROUP_LIST.goOn}
        onPrevious={list.depth > 0 ? list.goBack : undefined}
        onNext={next === undefined ? undefined : () => list.goTo(next)}
      />
      {isPlain && groups.length > 0 && <ExportSpace spaceKey={view.space.key} />}
      {creating && (
        <CreateGroup view={view} groups={list.known} onCreated={onCreated} onClose={() => setCreating(false)} />
      )}
    </Stack>
  );
}

interface WaysProps extends Pick<Props, 'view' | 'returned' | 'onBring'> {
  isEmpty: boolean;
  onCreate: () => void;
}

/** Offers what can be done with all groups. The button that leads to a group, or to a list, is gone meanwhile, and takes the focus afterwards. */
function Ways({ view, isEmpty, returned, onCreate, onBring }: WaysProps) {
  if (isEmpty && !view.mayCreate) return null;
  return (
    <Inline space="space.100">
      {view.mayCreate && (
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <Button appearance="primary" autoFocus={returned === 'create'} onClick={onCreate}>
          {SPACE_PAGE.createGroup}
        </Button>
      )}
      {!isEmpty && (
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <Button autoFocus={returned === 'bring'} onClick={onBring}>
          {LIST_FORM.bring}
        </Button>
      )}
    </Inline>
  );
}

/** Groups that can be looked through without a search. */
const FEW = 10;

function isLong({ value, depth, wanted }: List): boolean {
  const isAsOpened = depth === 0 && wanted.search === undefined && wanted.order === 'name';
  return !isAsOpened || value?.next !== undefined || (value?.groups.length ?? 0) > FEW;
}

function emptyText(view: SpaceSettingsView): string {
  if (!view.manage.allowed) return SPACE_PAGE.noGroupsReadOnly;
  return view.mayCreate ? SPACE_PAGE.noGroupsHelp : SPACE_PAGE.personalSpace;
}
