import { useState } from 'react';

import type { GroupOrder, GroupPage, GroupRow, ListedGroup } from '../../../src/shared/groups/views';
import { callSpaceSettings } from '../../api';
import { usePages, type Pages } from '../../hooks/use-pages';
import { useAccess, type Access } from '../access/use-access';
import { useSiteRoles, type SiteRoles } from '../access/use-site-roles';
import type { Counts } from './use-numbers';

/** The groups that are listed: those with a part of the name, if one is given, in this order. */
export interface Wanted {
  order: GroupOrder;
  search?: string;
}

export interface GroupList extends Pages<GroupPage, string> {
  wanted: Wanted;
  want: (wanted: Wanted) => void;
  /** Kept as long as the page is open, as is what groups may do in the space, and whether the site has roles. */
  counts: Counts;
  access: Access;
  siteRoles: SiteRoles;
  /** The groups that were listed so far, by name. */
  known: readonly ListedGroup[];
  /** A group was created, is shown under another name, or is gone. */
  put: (group: GroupRow) => void;
  drop: (groupId: string) => void;
}

/** Holds the list of a space's groups: a page at a time, `first` as the page was opened. */
export function useGroupList(first: GroupPage): GroupList {
  const [wanted, want] = useState<Wanted>({ order: 'name' });
  const [counts] = useState<Counts>(() => new Map());
  const access = useAccess();
  const siteRoles = useSiteRoles();
  const [known, setKnown] = useState<readonly ListedGroup[]>(first.groups);
  async function read(after: string | undefined) {
    const answer = await callSpaceSettings('listGroups', { ...wanted, ...(after !== undefined && { after }) });
    if (answer.ok) setKnown((old) => united(old, answer.value.groups));
    return answer;
  }
  const pages = usePages(read, JSON.stringify(wanted), first);
  const shown = pages.value ?? first;
  function put(group: GroupRow) {
    const old = shown.groups.find(({ groupId }) => groupId === group.groupId);
    const row = { changedAt: group.recordedAt, ...old, ...group };
    const others = without(shown.groups, group.groupId);
    const groups = wanted.order === 'name' ? united(others, [row]) : [row, ...others];
    pages.replace({ ...shown, groups });
    setKnown((all) => united(without(all, group.groupId), [row]));
  }
  function drop(groupId: string) {
    pages.replace({ ...shown, groups: without(shown.groups, groupId) });
    setKnown((all) => without(all, groupId));
  }
  return { ...pages, wanted, want, counts, access, siteRoles, known, put, drop };
}

function without(groups: readonly ListedGroup[], groupId: string): ListedGroup[] {
  return groups.filter((group) => group.groupId !== groupId);
}

/** Joins both lists by name, each group once, as the second list shows it. */
function united(first: readonly ListedGroup[], second: readonly ListedGroup[]): ListedGroup[] {
  const byId = new Map([...first, ...second].map((group) => [group.groupId, group]));
  return [...byId.values()].toSorted((left, right) => left.groupName.localeCompare(right.groupName));
}
