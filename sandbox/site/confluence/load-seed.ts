// Initial state of Confluence, from a seed.
// https://support.atlassian.com/confluence-cloud/docs/assign-space-permissions/
import type { People } from '../people/model';
import type { ConfluenceState } from './model';
import type { ConfluenceSeed } from './seed';
import { spaceFromSeed } from './space-access';

const FIRST_PERMISSION_ID = 1000;

export function confluenceFromSeed(
  seed: ConfluenceSeed,
  people: People,
  accountId: (handle: string) => string,
  groupIds: ReadonlyMap<string, string>,
): ConfluenceState {
  const state: ConfluenceState = {
    ...people,
    mode: seed.mode,
    rolesEmitAdminister: seed.rolesEmitAdminister,
    accessLists: seed.accessLists,
    spaces: new Map(),
    roles: new Map(seed.roles.map((role) => [role.id, role])),
    nextPermissionId: FIRST_PERMISSION_ID,
  };
  for (const space of seed.spaces) {
    state.spaces.set(space.id, spaceFromSeed(space, state, accountId, groupIds));
  }
  return state;
}
