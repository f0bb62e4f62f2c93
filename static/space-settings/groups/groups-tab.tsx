import { useState } from 'react';

import type { GroupPage, GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import { GroupDetail } from './group-detail';
import { GroupList } from './group-list';

interface Props {
  view: SpaceSettingsView;
  groups: GroupPage;
  onGroups: (groups: GroupPage) => void;
}

/** Shows the list of groups, or one of them. */
export function GroupsTab({ view, groups, onGroups }: Props) {
  const [open, setOpen] = useState<GroupRow>();
  /** The user has been in a group: the button that led there is drawn again, so the focus needs a place. */
  const [returned, setReturned] = useState(false);
  function close() {
    setOpen(undefined);
    setReturned(true);
  }
  function add(group: GroupRow) {
    onGroups({ ...groups, groups: [...groups.groups, group].toSorted(byName) });
    setOpen(group);
  }
  /** Confluence shows a group under another name than the list has. */
  function rename({ groupId, groupName }: GroupRow) {
    const renamed = groups.groups.map((group) => (group.groupId === groupId ? { ...group, groupName } : group));
    onGroups({ ...groups, groups: renamed.toSorted(byName) });
  }
  function remove(group: GroupRow) {
    onGroups({ ...groups, groups: groups.groups.filter(({ groupId }) => groupId !== group.groupId) });
    close();
  }
  if (open !== undefined) {
    return (
      <GroupDetail
        key={open.groupId}
        view={view}
        row={open}
        groups={groups.groups}
        onBack={close}
        onRenamed={rename}
        onDeleted={() => remove(open)}
      />
    );
  }
  return (
    <GroupList view={view} groups={groups} returned={returned} onGroups={onGroups} onOpen={setOpen} onCreated={add} />
  );
}

function byName(left: GroupRow, right: GroupRow): number {
  return left.groupName.localeCompare(right.groupName);
}
