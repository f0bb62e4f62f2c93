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
  const mayCreate = view.manage.allowed && view.mayCreate;
  const isPlain = list.wanted.search === undefined && list.depth === 0;
  const isEmpty = isPlain && groups.length === 0 && !list.loading;
  return (
    <Stack space="space.200" alignInline="stretch">
      <Heading as="h2" size="medium">
        {say(SPACE_PAGE.groupsOf, { space: view.space.name })}
      </Heading>
      <Inline space="space.100">
        {mayCreate && <CreateButton takesFocus={returned === 'create'} onPress={() => setCreating(true)} />}
        {view.manage.allowed && !isEmpty && (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone
          <Button autoFocus={returned === 'bring'} onClick={onBring}>
            {LIST_FORM.bring}
          </Button>
        )}
      </Inline>
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

/** `takesFocus`: without it the keyboard would start again at the top of the page. */
function CreateButton({ takesFocus, onPress }: { takesFocus: boolean; onPress: () => void }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <Button appearance="primary" autoFocus={takesFocus} onClick={onPress}>
      {SPACE_PAGE.createGroup}
    </Button>
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
