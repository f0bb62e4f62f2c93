// What other people do at admin.atlassian.com while the app looks away. Tests change the world with these; no REST rule applies.
// https://support.atlassian.com/user-management/docs/manage-users/
import type { Ids } from '../contract';
import {
  deleteGroup,
  type AccessLists,
  type AccessType,
  type Account,
  type Group,
  type SiteMode,
  type Space,
  type State,
} from './confluence/model';
import { CLASSIC_LEVELS, splitOperation } from './confluence/space-access';
import { jiraChanges, type JiraChanges } from './jira/changes';

/** A site's state, and ways to change it behind the app's back. Each throws if it names something unknown. */
export interface Model extends State, JiraChanges {
  accountOf(handle: string): Account;
  group(name: string): Group;
  space(key: string): Space;
  setMode(mode: SiteMode): void;
  setStatus(accountId: string, status: Account['status']): void;
  /** Adds a group and returns its id. */
  addGroup(name: string, more?: Partial<Omit<Group, 'id' | 'name'>>): string;
  renameGroup(groupId: string, name: string): void;
  deleteGroup(groupId: string): void;
  grantAccess(groupId: string, access: AccessType): void;
  revokeAccess(groupId: string, access: AccessType): void;
  /** Gives the account the right to manage groups, or takes it away; what its groups give stays. */
  setSiteAdmin(accountId: string, isOne: boolean): void;
  setAccessLists(accessLists: AccessLists): void;
  setManagedBy(groupId: string, managedBy: Group['managedBy']): void;
  addMember(groupId: string, accountId: string): void;
  removeMember(groupId: string, accountId: string): void;
  /** Gives the space another key for people to see. Throws if a space has it, or if it is no key. */
  changeSpaceKey(spaceId: string, key: string): void;
  setSpaceStatus(spaceId: string, status: Space['status']): void;
  addSpaceAdmin(spaceId: string, accountId: string): void;
  /** Takes away every classic permission and role that the account holds by name. */
  removeFromSpace(spaceId: string, accountId: string): void;
}

export function createModel(state: State, ids: Ids): Model {
  const group = (groupId: string): Group => known(state.groups.get(groupId), groupId);
  const space = (spaceId: string): Space => known(state.spaces.get(spaceId), spaceId);
  const account = (accountId: string): Account => known(state.accounts.get(accountId), accountId);
  return Object.assign(state, {
    accountOf: (handle: string) =>
      known(
        [...state.accounts.values()].find((one) => one.handle === handle),
        handle,
      ),
    group: (name: string) =>
      known(
        [...state.groups.values()].find((one) => one.name === name),
        name,
      ),
    space: (key: string) =>
      known(
        [...state.spaces.values()].find((one) => one.key === key || one.alias === key),
        key,
      ),
    setMode: (mode: SiteMode) => void (state.mode = mode),
    setStatus: (accountId: string, status: Account['status']) => void (account(accountId).status = status),
    addGroup: (name: string, more: Partial<Omit<Group, 'id' | 'name'>> = {}) => {
      const id = ids.uuid();
      state.groups.set(id, { ...emptyGroup(id, name), ...more });
      return id;
    },
    renameGroup: (groupId: string, name: string) => void (group(groupId).name = name),
    deleteGroup: (groupId: string) => deleteGroup(state, group(groupId).id),
    grantAccess: (groupId: string, access: AccessType) => void group(groupId).grants.add(access),
    revokeAccess: (groupId: string, access: AccessType) => void group(groupId).grants.delete(access),
    setSiteAdmin: (accountId: string, isOne: boolean) => {
      const known = account(accountId).accountId;
      if (isOne) state.siteAdmins.add(known);
      else state.siteAdmins.delete(known);
    },
    setAccessLists: (accessLists: AccessLists) => void (state.accessLists = accessLists),
    setManagedBy: (groupId: string, managedBy: Group['managedBy']) => void (group(groupId).managedBy = managedBy),
    addMember: (groupId: string, accountId: string) => void group(groupId).members.add(account(accountId).accountId),
    removeMember: (groupId: string, accountId: string) => void group(groupId).members.delete(accountId),
    changeSpaceKey: (spaceId: string, key: string) => changeSpaceKey(state, space(spaceId), key),
    setSpaceStatus: (spaceId: string, status: Space['status']) => void (space(spaceId).status = status),
    addSpaceAdmin: (spaceId: string, accountId: string) => addSpaceAdmin(state, space(spaceId), account(accountId)),
    removeFromSpace: (spaceId: string, accountId: string) => removeFromSpace(space(spaceId), accountId),
    ...jiraChanges(state, known),
  });
}

export function emptyGroup(id: string, name: string): Group {
  return {
    id,
    name,
    usageType: 'USERBASE_GROUP',
    managedBy: 'ADMINS',
    grants: new Set(),
    listedAs: new Set(),
    members: new Set(),
  };
}

function known<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) {
    throw new Error(`The site has no ${name}`);
  }
  return thing;
}

function changeSpaceKey(state: State, space: Space, key: string): void {
  const isTaken = [...state.spaces.values()].some((other) =>
    [other.key, other.alias].some((one) => one?.toLowerCase() === key.toLowerCase()),
  );
  if (isTaken || !/^[A-Za-z0-9]{1,255}$/.test(key)) {
    throw new Error(`No space can have the key ${key}`);
  }
  space.alias = key;
}

function addSpaceAdmin(state: State, space: Space, { accountId }: Account): void {
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
