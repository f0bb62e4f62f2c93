// Changes that people make at admin.atlassian.com. For tests; no REST rule applies.
// https://support.atlassian.com/user-management/docs/manage-users/
import type { Ids } from '../../contract/clock';
import { known } from './known';
import { emptyGroup, type AccessType, type Account, type Group, type People } from './model';

/** Changes accounts and groups. Each method throws if it names something unknown. */
export interface PeopleChanges {
  accountOf(handle: string): Account;
  group(name: string): Group;
  setStatus(accountId: string, status: Account['status']): void;
  /** Shows the account's email to anyone, apps included. */
  showEmail(accountId: string): void;
  /** Adds a group and returns its id. */
  addGroup(name: string, more?: Partial<Omit<Group, 'id' | 'name'>>): string;
  renameGroup(groupId: string, name: string): void;
  grantAccess(groupId: string, access: AccessType): void;
  revokeAccess(groupId: string, access: AccessType): void;
  /** Gives the account its own right to manage groups, or removes it. Rights from groups stay. */
  setSiteAdmin(accountId: string, isOne: boolean): void;
  setManagedBy(groupId: string, managedBy: Group['managedBy']): void;
  addMember(groupId: string, accountId: string): void;
  removeMember(groupId: string, accountId: string): void;
}

/** Builds the changes. They act on the state at the time of the call. */
export function peopleChanges(state: People, ids: Ids): PeopleChanges {
  function group(groupId: string): Group {
    return known(state.groups.get(groupId), groupId);
  }

  function account(accountId: string): Account {
    return known(state.accounts.get(accountId), accountId);
  }

  return {
    accountOf: (handle) =>
      known(
        [...state.accounts.values()].find((one) => one.handle === handle),
        handle,
      ),
    group: (name) =>
      known(
        [...state.groups.values()].find((one) => one.name === name),
        name,
      ),
    setStatus: (accountId, status) => void (account(accountId).status = status),
    showEmail: (accountId) => void (account(accountId).showsEmail = true),
    addGroup: (name, more = {}) => {
      const id = ids.uuid();
      state.groups.set(id, { ...emptyGroup(id, name), ...more });
      return id;
    },
    renameGroup: (groupId, name) => void (group(groupId).name = name),
    grantAccess: (groupId, access) => void group(groupId).grants.add(access),
    revokeAccess: (groupId, access) => void group(groupId).grants.delete(access),
    setSiteAdmin: (accountId, isOne) => {
      const { accountId: id } = account(accountId);
      if (isOne) state.siteAdmins.add(id);
      else state.siteAdmins.delete(id);
    },
    setManagedBy: (groupId, managedBy) => void (group(groupId).managedBy = managedBy),
    addMember: (groupId, accountId) => void group(groupId).members.add(account(accountId).accountId),
    removeMember: (groupId, accountId) => void group(groupId).members.delete(accountId),
  };
}
