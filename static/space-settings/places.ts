import type { GroupId } from '../../src/shared/ids';
import type { Address, Paths } from '../hooks/use-address';

/** Names what the space page shows: a tab, and in it a group, a list on its way to several groups, or a change. */
export type Place =
  | { tab: 'groups'; open?: 'several' }
  | GroupPlace
  | { tab: 'people'; changeId: string | undefined }
  | { tab: 'audit' };

interface GroupPlace {
  tab: 'groups';
  open: 'group';
  groupId: GroupId;
  changeId: string | undefined;
}

export type SpaceAddress = Address<Place>;

/** Names what each tab shows first, in the order of the tabs. */
export const FIRST_PLACES: Readonly<Record<Place['tab'], Place>> = {
  groups: { tab: 'groups' },
  people: { tab: 'people', changeId: undefined },
  audit: { tab: 'audit' },
};

const GROUP = /^\/groups\/([0-9A-Za-z-]{1,64})(?:\/changes\/([0-9A-Za-z-]{1,64}))?$/;
const PEOPLE = /^\/people(?:\/changes\/([0-9A-Za-z-]{1,64}))?$/;

/** Gives each place of the space page a path of its own. */
export const SPACE_PATHS: Paths<Place> = { pathOf, placeOf };

function pathOf(place: Place): string {
  if (place.tab === 'audit') return '/audit';
  if (place.tab === 'people') return `/people${changePath(place.changeId)}`;
  if (place.open === 'several') return '/several';
  return place.open === 'group' ? `/groups/${place.groupId}${changePath(place.changeId)}` : '/';
}

function changePath(changeId: string | undefined): string {
  return changeId === undefined ? '' : `/changes/${changeId}`;
}

function placeOf(path: string): Place {
  if (path === '/audit') return { tab: 'audit' };
  if (path === '/several') return { tab: 'groups', open: 'several' };
  const people = PEOPLE.exec(path);
  if (people !== null) return { tab: 'people', changeId: people[1] };
  const [, groupId, changeId] = GROUP.exec(path) ?? [];
  // The app proves the space of whatever it names.
  return groupId === undefined
    ? { tab: 'groups' }
    : { tab: 'groups', open: 'group', groupId: groupId as GroupId, changeId };
}
