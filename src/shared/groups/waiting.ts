import type { SpaceId } from '../ids';

/** Counts lists of changes that wait in one place, for a time or for somebody. */
export interface WaitingLists {
  lists: number;
  /** Absent: they take groups over, for any space. */
  spaceId?: SpaceId;
  /** Absent: the caller isn't shown the space, or it was deleted. */
  space?: { key: string; name: string };
}

export interface WaitingView {
  places: WaitingLists[];
  /** There are more lists than were counted. */
  more?: true;
}
