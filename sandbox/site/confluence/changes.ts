// Changes that people make in Confluence's own pages. For tests; no REST rule applies.
// https://support.atlassian.com/confluence-cloud/docs/assign-space-permissions/
import { known } from '../people/known';
import type { Account } from '../people/model';
import type { AccessLists, ConfluenceState, SiteMode, Space } from './model';
import { CLASSIC_LEVELS, splitOperation } from './space-access';

/** Changes spaces and permissions. Each method throws if it names something unknown. */
export interface ConfluenceChanges {
  space(key: string): Space;
  setMode(mode: SiteMode): void;
  setAccessLists(accessLists: AccessLists): void;
  /** Gives the space another visible key. Throws if another space has it, or if it isn't a valid key. */
  changeSpaceKey(spaceId: string, key: string): void;
  setSpaceStatus(spaceId: string, status: Space['status']): void;
  addSpaceAdmin(spaceId: string, accountId: string): void;
  /** Removes every classic permission and role that the account holds by name. */
  removeFromSpace(spaceId: string, accountId: string): void;
}

/** Builds the changes. They act on the state at the time of the call. */
export function confluenceChanges(state: ConfluenceState): ConfluenceChanges {
  function space(spaceId: string): Space {
    return known(state.spaces.get(spaceId), spaceId);
  }

  function account(accountId: string): Account {
    return known(state.accounts.get(accountId), accountId);
  }

  return {
    space: (key) =>
      known(
        [...state.spaces.values()].find((one) => one.key === key || one.alias === key),
        key,
      ),
    setMode: (mode) => void (state.mode = mode),
    setAccessLists: (accessLists) => void (state.accessLists = accessLists),
    changeSpaceKey: (spaceId, key) => changeSpaceKey(state, space(spaceId), key),
    setSpaceStatus: (spaceId, status) => void (space(spaceId).status = status),
    addSpaceAdmin: (spaceId, accountId) => addSpaceAdmin(state, space(spaceId), account(accountId)),
    removeFromSpace: (spaceId, accountId) => removeFromSpace(space(spaceId), accountId),
  };
}

function changeSpaceKey(state: ConfluenceState, space: Space, key: string): void {
  const isTaken = [...state.spaces.values()].some((other) =>
    [other.key, other.alias].some((one) => one?.toLowerCase() === key.toLowerCase()),
  );
  if (isTaken || !/^[A-Za-z0-9]{1,255}$/.test(key)) {
    throw new Error(`No space can have the key ${key}`);
  }
  space.alias = key;
}

function addSpaceAdmin(state: ConfluenceState, space: Space, { accountId }: Account): void {
  for (const operation of CLASSIC_LEVELS.admins) {
    const principal = { type: 'user' as const, id: accountId };
    space.permissions.push({ id: state.nextPermissionId++, principal, ...splitOperation(operation) });
  }
  const role = known(
    [...state.roles.values()].find(({ name }) => name === 'Admin'),
    'Admin',
  );
  space.assignments.push({ principalType: 'USER', principalId: accountId, roleId: role.id });
}

function removeFromSpace(space: Space, accountId: string): void {
  space.permissions = space.permissions.filter(({ principal }) => principal.id !== accountId);
  space.assignments = space.assignments.filter(({ principalId }) => principalId !== accountId);
}
