// A space as REST v2 lists it, and the parts that the app uses.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-get
import type { z } from 'zod/mini';

import type { SpaceBrief } from '../../groups/confluence-ports';
import type { ProvedSpace } from '../../groups/facts';
import type { SpaceList } from './schemas';

export type ListedSpace = z.output<typeof SpaceList>['results'][number];

export function proved(space: ListedSpace): ProvedSpace {
  return {
    spaceId: space.id,
    key: shownKey(space),
    name: space.name,
    personal: isPersonal(space),
    current: space.status === 'current',
  };
}

/** Returns the key that people see: it can be changed, while `key` stays the same. */
export function shownKey({ key, currentActiveAlias }: ListedSpace): string {
  return currentActiveAlias ?? key;
}

export function rowOf(space: ListedSpace): SpaceBrief {
  return {
    id: space.id,
    key: shownKey(space),
    name: space.name,
    personal: isPersonal(space),
  };
}

function isPersonal({ type, key }: ListedSpace): boolean {
  return type === 'personal' || key.startsWith('~');
}
