import { Button, EmptyState, Heading, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupPage, GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';
import { CreateGroup } from './create-group';
import { GroupTable } from './group-table';

interface Props {
  view: SpaceSettingsView;
  groups: GroupPage;
  /** The list is shown again after one of its groups. */
  returned: boolean;
  onGroups: (groups: GroupPage) => void;
  onOpen: (group: GroupRow) => void;
  onCreated: (group: GroupRow) => void;
}

/** Lists the groups that belong to this space, with a way to create one. */
export function GroupList({ view, groups, returned, onGroups, onOpen, onCreated }: Props) {
  const [creating, setCreating] = useState(false);
  const more = useAction();
  const mayCreate = view.manage.allowed && view.mayCreate;
  const { next } = groups;
  function showMore(after: string) {
    more.run(
      () => callSpaceSettings('listGroups', { after }),
      (page) => onGroups({ ...page, groups: [...groups.groups, ...page.groups] }),
    );
  }
  return (
    <Stack space="space.200" alignInline="stretch">
      <Heading as="h2" size="medium">
        {say(SPACE_PAGE.groupsOf, { space: view.space.name })}
      </Heading>
      {mayCreate && <CreateButton takesFocus={returned} onPress={() => setCreating(true)} />}
      {view.manage.allowed && !view.mayCreate && groups.groups.length > 0 && <Text>{emptyText(view)}</Text>}
      {groups.groups.length === 0 ? (
        <EmptyState header={SPACE_PAGE.noGroups} headingLevel={3} description={emptyText(view)} />
      ) : (
        <GroupTable groups={groups.groups} onOpen={onOpen} />
      )}
      {more.failure !== undefined && <FailureMessage failure={more.failure} />}
      {next !== undefined && (
        <Stack alignInline="start">
          <Button onClick={() => showMore(next)}>{more.busy ? SPACE_PAGE.readingMore : SPACE_PAGE.showMore}</Button>
        </Stack>
      )}
      {creating && <CreateGroup view={view} onCreated={onCreated} onClose={() => setCreating(false)} />}
    </Stack>
  );
}

/** `takesFocus`: without it the keyboard would start again at the top of the page. */
function CreateButton({ takesFocus, onPress }: { takesFocus: boolean; onPress: () => void }) {
  return (
    <Stack alignInline="start">
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Button appearance="primary" autoFocus={takesFocus} onClick={onPress}>
        {SPACE_PAGE.createGroup}
      </Button>
    </Stack>
  );
}

function emptyText(view: SpaceSettingsView): string {
  if (!view.manage.allowed) return SPACE_PAGE.noGroupsReadOnly;
  return view.mayCreate ? SPACE_PAGE.noGroupsHelp : SPACE_PAGE.personalSpace;
}
