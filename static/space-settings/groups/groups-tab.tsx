import { useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow, SpaceSettingsView } from '../../../src/shared/groups/views';
import type { WrittenList } from '../lists/use-written';
import { BringSeveral } from '../several/bring-several';
import type { Created } from './create-with-members';
import { GroupDetail } from './group-detail';
import { GroupList, type Returned } from './group-list';
import type { GroupList as List } from './use-group-list';

interface Props {
  view: SpaceSettingsView;
  list: List;
}

/** Shows the list of groups, one of them, or a list on its way to several. */
export function GroupsTab({ view, list }: Props) {
  const it = useShownGroup(list);
  const { open, bringing, returned } = it;
  if (bringing !== undefined) {
    return <BringSeveral view={view} initial={bringing.written} onOpen={it.openChanged} onClose={it.stopBringing} />;
  }
  if (open !== undefined) {
    return (
      <GroupDetail
        key={open.groupId}
        view={view}
        row={open}
        groups={list.known}
        plan={open.plan}
        onCreated={it.add}
        onBack={it.close}
        onRenamed={list.put}
        onDeleted={() => it.remove(open)}
        onSeveral={it.bring}
      />
    );
  }
  return <GroupList {...{ view, list, returned }} onOpen={it.show} onCreated={it.add} onBring={() => it.bring()} />;
}

/** Holds what stands in the place of the list. */
function useShownGroup(list: List) {
  const [open, setOpen] = useState<GroupRow & { isNew?: true; plan?: ChangeView }>();
  /** A list is brought to several groups: the one that was brought to one of them, if any was. */
  const [bringing, setBringing] = useState<{ written?: WrittenList }>();
  /** The button that led away is drawn again, and takes the focus: that of a group, the one that creates groups, or that brings a list. */
  const [returned, setReturned] = useState<Returned>();
  return {
    open,
    bringing,
    returned,
    show: setOpen,
    openChanged: (group: GroupRow, change: ChangeView | undefined) => {
      setBringing(undefined);
      setOpen({ ...group, ...(change !== undefined && { plan: change }) });
    },
    close: () => {
      setReturned(open?.isNew === true ? 'create' : open?.groupId);
      if (open !== undefined) list.counts.delete(open.groupId);
      setOpen(undefined);
    },
    add: ({ group, plan }: Created) => {
      // The list isn't drawn with the new group first, which would count its members.
      setOpen({ ...group, isNew: true, ...(plan !== undefined && { plan }) });
      list.put(group);
    },
    remove: (group: GroupRow) => {
      list.drop(group.groupId);
      setReturned('create');
      setOpen(undefined);
    },
    bring: (written?: WrittenList) => {
      setOpen(undefined);
      setBringing(written === undefined ? {} : { written });
    },
    stopBringing: () => {
      setBringing(undefined);
      setReturned('bring');
      list.reload();
    },
  };
}
