// Rules about accounts that hold in every product.
// https://support.atlassian.com/user-management/docs/give-users-admin-permissions/
import type { AccessType, Account, Actor, People } from './model';

/** Tells whether one of the account's groups gives this access. */
export function hasAccess({ groups }: People, { accountId }: Account, access: AccessType): boolean {
  return [...groups.values()].some((group) => group.grants.has(access) && group.members.has(accountId));
}

export function isActive({ status }: Account): boolean {
  return status === 'active';
}

export function isPerson({ accountType }: Account): boolean {
  return accountType === 'atlassian';
}

/** Tells whether the actor may read an email: anyone may if the profile shows it, else only its owner's own client, never an app. */
export function mayReadEmail({ kind, account }: Actor, subject: Account): boolean {
  return subject.showsEmail === true || (kind === 'basic' && account.accountId === subject.accountId);
}
