import { useEffect, useState } from 'react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { GroupRow } from '../../../src/shared/groups/views';
import type { WrittenList } from '../lists/use-written';
import { FIRST_PLACES, type SpaceAddress } from '../places';
import type { Created } from './create-with-members';
import type { Returned } from './group-list';
import type { GroupList } from './use-group-list';

type Opened = GroupRow & { isNew?: true; plan?: ChangeView };

/** Holds what stands in the place of the list of groups, as the page's address says. */
export function useShownGroup(list: GroupList, address: SpaceAddress) {
  const { go, replace } = address;
  const { group, bringing, returned, setLatest, setReturned } = useOpenGroup(list, address);
  /** The list that was brought to one group, if any was. */
  const [written, setWritten] = useState<WrittenList>();
  function show(row: Opened) {
    setLatest(row);
    go({ tab: 'groups', open: 'group', groupId: row.groupId, changeId: row.plan?.changeId });
  }
  return {
    group,
    bringing,
    written,
    returned,
    show,
    openChanged: (row: GroupRow, plan: ChangeView | undefined) => show({ ...row, ...(plan !== undefined && { plan }) }),
    openChange: (changeId: string | undefined) => {
      if (group !== undefined) go({ tab: 'groups', open: 'group', groupId: group.groupId, changeId });
    },
    close: () => go(FIRST_PLACES.groups),
    add: ({ group: row, plan }: Created) => {
      // The list isn't drawn with the new group first, which would count its members.
      show({ ...row, isNew: true, ...(plan !== undefined && { plan }) });
      list.put(row);
    },
    remove: () => {
      if (group !== undefined) list.drop(group.groupId);
      setReturned('create');
      replace(FIRST_PLACES.groups);
    },
    bring: (from?: WrittenList) => {
      setWritten(from);
      go({ tab: 'groups', open: 'several' });
    },
    stopBringing: () => {
      go(FIRST_PLACES.groups);
      list.reload();
    },
  };
}

/** Finds the group that the address names, and remembers what to come back to. */
function useOpenGroup({ known, counts }: GroupList, { place }: SpaceAddress) {
  const [latest, setLatest] = useState<Opened>();
  /** The button that led away is drawn again, and takes the focus: that of a group, the one that creates groups, or that brings a list. */
  const [returned, setReturned] = useState<Returned>();
  const named = place.tab === 'groups' && place.open === 'group' ? place : undefined;
  const bringing = place.tab === 'groups' && place.open === 'several';
  const groupId = named?.groupId;
  const opened = latest?.groupId === groupId ? latest : undefined;
  const row = opened ?? known.find((group) => group.groupId === groupId);
  const left = bringing ? 'bring' : opened?.isNew === true ? 'create' : groupId;
  if (left !== undefined && left !== returned) setReturned(left);
  useEffect(() => {
    // Its members are counted again when the list is.
    if (groupId !== undefined) counts.delete(groupId);
  }, [groupId, counts]);
  return { group: named && { ...named, row, plan: opened?.plan }, bringing, returned, setLatest, setReturned };
}
