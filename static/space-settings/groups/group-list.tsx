import { Button, EmptyState, Heading, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupPage, GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
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

/** The groups that belong to this space, and a way to create one. */
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
        {`Groups of ${view.space.name}`}
      </Heading>
      {mayCreate && (
        <Stack alignInline="start">
          {/* Without this the keyboard would start again at the top of the page. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Button appearance="primary" autoFocus={returned} onClick={() => setCreating(true)}>
            Create group
          </Button>
        </Stack>
      )}
      {view.manage.allowed && !view.mayCreate && groups.groups.length > 0 && <Text>{emptyText(view)}</Text>}
      {groups.groups.length === 0 ? (
        <EmptyState header="No groups yet" headingLevel={3} description={emptyText(view)} />
      ) : (
        <GroupTable groups={groups.groups} onOpen={onOpen} />
      )}
      {more.failure !== undefined && <FailureMessage failure={more.failure} />}
      {next !== undefined && (
        <Stack alignInline="start">
          <Button onClick={() => showMore(next)}>{more.busy ? 'Reading more groups…' : 'Show more groups'}</Button>
        </Stack>
      )}
      {creating && <CreateGroup view={view} onCreated={onCreated} onClose={() => setCreating(false)} />}
    </Stack>
  );
}

function emptyText(view: SpaceSettingsView): string {
  if (!view.manage.allowed) return 'No group belongs to this space. Groups can be created when the app works again.';
  return view.mayCreate
    ? 'Create one and put people in it. Then give the group permissions in the settings of this space.'
    : 'Groups can’t be created in a personal space. Ask a site admin to take over an existing one for it.';
}
