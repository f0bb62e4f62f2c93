import { Stack } from '@forge/react';

import type { GroupRow, GroupView, SpaceSettingsView } from '../../../src/shared/groups/views';
import { MAX_PEOPLE } from '../../../src/shared/limits';
import { ExportMembers } from '../export/export-members';
import { ChangePeople } from '../lists/change-people';
import { useShown } from '../lists/use-shown';
import { DeleteDialog } from './delete-dialog';
import { GroupHeader } from './group-header';
import { LastChange } from './last-change';
import { Members } from './members';
import { useChanges } from './use-changes';
import { useOpened } from './use-opened';

interface Props {
  view: SpaceSettingsView;
  loaded: GroupView;
  /** The groups of the space, as far as they are loaded. */
  groups: readonly GroupRow[];
  onDeleted: () => void;
  /** Reads the group again. */
  onReload: () => void;
}

/** Shows a group that was read. Where nobody may change it, the controls aren't there. */
export function LoadedGroup({ view, groups, loaded, onDeleted, onReload }: Props) {
  const { outcome, changes, close, added, removed, undone, count } = useChanges();
  const { group, members, blocked, callerIsMember } = loaded;
  const mayChange = view.manage.allowed && blocked === undefined;
  const opened = useOpened();
  const people = useShown({ view, group, onChanged: count });
  const most = Math.min(MAX_PEOPLE, view.longestList);
  const total = changes === 0 ? members.total : undefined;
  const { groupId, groupName } = group;
  const me = view.accountId;
  function closeOutcome() {
    close();
    opened.focusMenu();
  }
  return (
    <Stack space="space.300">
      <GroupHeader {...{ loaded, mayChange, opened }} isEmpty={total === 0} onBring={people.list} />
      {outcome !== undefined && (
        <LastChange
          key={`outcome-${changes}`}
          {...{ groupName, me, outcome }}
          onUndone={undone}
          onClose={closeOutcome}
        />
      )}
      <ChangePeople {...{ view, mayChange, people, group, groups, most, onReload }} onAdded={added} />
      {opened.what === 'export' && (
        <ExportMembers key={`export-${changes}`} group={group} total={total} onReload={onReload} />
      )}
      <Members
        {...{ groupId, groupName, changes, me, most, onReload }}
        mayRemove={mayChange}
        first={members}
        mayHideMembers={group.origin === 'adopted'}
        onRemoved={removed}
      />
      {opened.what === 'delete' && <DeleteDialog {...{ group, callerIsMember, onDeleted }} onClose={opened.close} />}
    </Stack>
  );
}
