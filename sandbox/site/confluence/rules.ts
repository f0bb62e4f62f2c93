// Permissions in Confluence. The only file that decides on them there; Jira has its own.
// https://support.atlassian.com/user-management/docs/give-users-admin-permissions/ and
// https://support.atlassian.com/confluence-cloud/docs/manage-global-permissions/
import { Refusal } from '../core/refusal';
import type { Account, Actor, Group, ListedAccess } from '../people/model';
import { hasAccess, isActive } from '../people/rules';
import type { ConfluenceState, Permission, RoleAssignment, Space } from './model';
import { notSiteAdmin } from './refusal-body';

/** Checks the 'Can use' global permission: an active account in a group that gives Confluence. Portal customers never have it. */
export function canUse(state: ConfluenceState, account: Account): boolean {
  return isActive(account) && account.accountType !== 'customer' && hasAccess(state, account, 'user');
}

/** Returns `canUse` for many accounts: finds the groups that give Confluence only once. */
export function usersOf(state: ConfluenceState): (account: Account) => boolean {
  const giving = new Map([...state.groups].filter(([, { grants }]) => grants.has('user')));
  const reduced = { ...state, groups: giving };
  return (account) => canUse(reduced, account);
}

/** Refuses unless the actor may create and delete groups and change their members. An app in its own name never may. */
export function requireSiteAdmin(state: ConfluenceState, { kind, account }: Actor): void {
  if (kind === 'app' || !isSiteAdmin(state, account)) {
    throw notSiteAdmin();
  }
}

/** Returns the groups that Confluence lists to the account as giving this access. */
export function listedGroups(state: ConfluenceState, account: Account, access: ListedAccess): Group[] {
  const listed = [...state.groups.values()].filter(
    ({ grants, listedAs }) => grants.has(access) || listedAs.has(access),
  );
  if (isSiteAdmin(state, account) || isConfluenceAdmin(state, account)) {
    return listed;
  }
  switch (state.accessLists) {
    case 'complete':
      return listed;
    case 'shortened':
      return listed.slice(0, 1);
    case 'empty':
      return [];
    case 'refused':
      throw new Refusal(403, 'Only administrators can see which groups give access');
  }
}

/** Refuses changes to a group that a directory or a team owns, even by site admins. */
export function requireOwnedByAdmins({ managedBy, usageType }: Group): void {
  if (managedBy === 'EXTERNAL') {
    throw new Refusal(403, 'This group is managed by an identity provider');
  }
  if (managedBy !== 'ADMINS' || usageType === 'TEAM_COLLABORATION') {
    throw new Refusal(403, 'This group belongs to a team');
  }
}

/** Requires a person's active account, the only kind that can join a group. */
export function requireEligibleMember({ accountType, status }: Account): void {
  if (accountType !== 'atlassian' || status !== 'active') {
    throw new Refusal(400, 'This account cannot be a member of a group');
  }
}

/** Returns the operations that Confluence lists as the account's own; a roles-only site leaves out `administer`. */
export function operationsInSpace(state: ConfluenceState, account: Account, space: Space): string[] {
  const held = [...heldInSpace(state, account, space)];
  const told =
    state.mode === 'ROLES' && !state.rolesEmitAdminister ? held.filter((one) => one !== 'administer/space') : held;
  return space.status === 'archived' ? told.filter((one) => !one.startsWith('create/')) : told;
}

export function canView(state: ConfluenceState, account: Account, space: Space): boolean {
  return heldInSpace(state, account, space).has('read/space');
}

/** Checks the classic 'Admin' permission for the space. */
export function isSpaceAdmin(state: ConfluenceState, account: Account, space: Space): boolean {
  return canView(state, account, space) && heldInSpace(state, account, space).has('administer/space');
}

/** Checks the permission to manage roles in the space. An app in its own name doesn't have it. */
export function canManageRoles(state: ConfluenceState, { kind, account }: Actor, space: Space): boolean {
  const held = heldInSpace(state, account, space);
  return kind !== 'app' && held.has('read/space') && (held.has('administer/space') || held.has('manage_users/space'));
}

/** Returns the operations on the product, as `operation` on `application`. */
export function operationsOnApplication(state: ConfluenceState, account: Account): string[] {
  if (!canUse(state, account)) {
    return [];
  }
  return ['use', 'create_space', ...(isConfluenceAdmin(state, account) ? ['administer'] : [])];
}

/** Tells whether the account may manage groups, by a role of its own or through a group. A group's listing by Confluence gives nothing. */
function isSiteAdmin(state: ConfluenceState, account: Account): boolean {
  return canUse(state, account) && (state.siteAdmins.has(account.accountId) || hasAccess(state, account, 'site-admin'));
}

/** Tells whether the account is a Confluence administrator, which doesn't make it a site admin. */
function isConfluenceAdmin(state: ConfluenceState, account: Account): boolean {
  return canUse(state, account) && hasAccess(state, account, 'admin');
}

/** Returns the account's operations in the space, as `key/target`, in the site's mode. */
function heldInSpace(state: ConfluenceState, account: Account, space: Space): Set<string> {
  const held = new Set<string>();
  if (!canUse(state, account)) {
    return held;
  }
  if (state.mode !== 'ROLES') {
    const mine = space.permissions.filter(({ principal }) => isPrincipal(state, account, principal));
    mine.forEach(({ key, target }) => held.add(`${key}/${target}`));
  }
  if (state.mode !== 'PRE_ROLES') {
    const mine = space.assignments.filter((assignment) => isAssigned(state, account, assignment));
    mine.flatMap(({ roleId }) => state.roles.get(roleId)?.permissions ?? []).forEach((one) => held.add(one));
  }
  return held;
}

function isPrincipal(state: ConfluenceState, { accountId }: Account, { type, id }: Permission['principal']): boolean {
  return type === 'user' ? id === accountId : (state.groups.get(id)?.members.has(accountId) ?? false);
}

function isAssigned(state: ConfluenceState, account: Account, { principalType, principalId }: RoleAssignment): boolean {
  switch (principalType) {
    case 'USER':
      return principalId === account.accountId;
    case 'GROUP':
      return state.groups.get(principalId)?.members.has(account.accountId) ?? false;
    case 'ACCESS_CLASS':
      return isInAccessClass(state, account, principalId);
  }
}

/** Tells whether the account belongs to an access class. Only users of Confluence get this far, so both classes of signed-in people are the same. */
function isInAccessClass(state: ConfluenceState, account: Account, accessClass: string): boolean {
  if (accessClass === 'all-product-admins') {
    return isConfluenceAdmin(state, account);
  }
  return ['all-licensed-users', 'authenticated-users', 'anonymous-users'].includes(accessClass);
}
