import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import type { Created } from './create-with-members';
import { GroupDetail } from './group-detail';
import { GroupList, type Returned } from './group-list';
import type { GroupList as List } from './use-group-list';

interface Props {
  view: SpaceSettingsView;
  list: List;
}

/** Shows the list of groups, or one of them. */
export function GroupsTab({ view, list }: Props) {
  const [open, setOpen] = useState<GroupRow & { isNew?: true; plan?: ChangeView }>();
  /** The button that led to a group is drawn again, and takes the focus: that of the group, or the one that creates groups. */
  const [returned, setReturned] = useState<Returned>();
  function close() {
    setReturned(open?.isNew === true ? 'create' : open?.groupId);
    if (open !== undefined) list.counts.delete(open.groupId);
    setOpen(undefined);
  }
  function add({ group, plan }: Created) {
    // The list isn't drawn with the new group first, which would count its members.
    setOpen({ ...group, isNew: true, ...(plan !== undefined && { plan }) });
    list.put(group);
  }
  function remove(group: GroupRow) {
    list.drop(group.groupId);
    setReturned('create');
    setOpen(undefined);
  }
  if (open !== undefined) {
    return (
      <GroupDetail
        key={open.groupId}
        view={view}
        row={open}
        groups={list.known}
        plan={open.plan}
        onCreated={add}
        onBack={close}
        onRenamed={list.put}
        onDeleted={() => remove(open)}
      />
    );
  }
  return <GroupList view={view} list={list} returned={returned} onOpen={setOpen} onCreated={add} />;
}
