// What people change on the site: groups, accounts, rights and spaces.
import { oneOf } from '../choices';
import type { Choices } from '../choices';
import type { Seen } from './seen';

/** Changes the site, and says what it was. */
type Change = (seen: Seen, choices: Choices) => Record<string, unknown> | undefined;

export const CHANGES: Readonly<Record<string, Change>> = {
  renameGroup: onGroup((groupId, { model }, choices) => {
    model.renameGroup(groupId, `renamed-${choices.below(1000)}`);
    return {};
  }),
  deleteGroup: onGroup((groupId, { model }) => {
    model.deleteGroup(groupId);
    return {};
  }),
  /** The group comes to give access, or to be managed by a directory; the next time it loses that. */
  protectGroup: onGroup((groupId, { model }, choices) => {
    const group = model.groups.get(groupId);
    if (group === undefined) return undefined;
    const access = oneOf(choices, ['admin', 'site-admin', 'user'] as const) ?? 'admin';
    if (group.grants.has(access)) model.revokeAccess(groupId, access);
    else model.grantAccess(groupId, access);
    return { access, grants: [...group.grants] };
  }),
  manageGroupOutside: onGroup((groupId, { model }) => {
    const managedBy = model.groups.get(groupId)?.managedBy === 'ADMINS' ? 'EXTERNAL' : 'ADMINS';
    model.setManagedBy(groupId, managedBy);
    return { managedBy };
  }),
  changeMember: onGroup((groupId, { model, people, membersOf }, choices) => {
    const accountId = oneOf(choices, people()) ?? '';
    if (membersOf(groupId).includes(accountId)) model.removeMember(groupId, accountId);
    else model.addMember(groupId, accountId);
    return { accountId };
  }),
  setStatus: ({ model, people }, choices) => {
    const accountId = oneOf(choices, people()) ?? '';
    const status = model.accounts.get(accountId)?.status;
    const next =
      status === 'active' ? (oneOf(choices, ['inactive', 'inactive', 'closed'] as const) ?? 'inactive') : 'active';
    if (status === 'closed') return undefined;
    model.setStatus(accountId, next);
    return { accountId, status: next };
  },
  /** A space's administrator loses the right, or gets it back. */
  changeSpaceAdmin: ({ model, spaces }, choices) => {
    const space = oneOf(choices, spaces());
    if (space === undefined) return undefined;
    const { id: spaceId, ownerId: accountId, permissions } = space;
    const isAdmin = permissions.some(({ principal, key }) => principal.id === accountId && key === 'administer');
    if (isAdmin) model.removeFromSpace(spaceId, accountId);
    else model.addSpaceAdmin(spaceId, accountId);
    return { spaceId, accountId, isAdmin: !isAdmin };
  },
  archiveSpace: ({ model, spaces }, choices) => {
    const space = oneOf(choices, spaces());
    if (space === undefined) return undefined;
    const status = space.status === 'current' ? 'archived' : 'current';
    model.setSpaceStatus(space.id, status);
    return { spaceId: space.id, status };
  },
  deleteSpace: ({ model, spaces }, choices) => {
    if (choices.below(40) > 0) return undefined;
    const space = oneOf(choices, spaces());
    if (space === undefined) return undefined;
    model.spaces.delete(space.id);
    return { spaceId: space.id };
  },
  /** Somebody loses their seat in Confluence, or gets one. */
  changeSeat: ({ model, people, membersOf }, choices) => {
    const { id: groupId } = model.group('confluence-users');
    const accountId = oneOf(choices, people()) ?? '';
    const had = membersOf(groupId).includes(accountId);
    if (had) model.removeMember(groupId, accountId);
    else model.addMember(groupId, accountId);
    return { accountId, hasSeat: !had };
  },
  /** The site has roles in spaces, or not yet. */
  changeMode: ({ model }, choices) => {
    const mode = oneOf(choices, ['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES_TRANSITION'] as const) ?? 'PRE_ROLES';
    model.setMode(mode);
    return { mode };
  },
  changeAgent: ({ model }, choices) => {
    const { accountId } = model.accountOf('agent');
    const leaves = choices.below(2) === 0;
    if (leaves) model.removeFromProject('SUP', 'agents', accountId);
    else model.addToProject('SUP', 'agents', accountId);
    return { accountId, isAgent: !leaves };
  },
  changeSpaceKey: ({ model, spaces }, choices) => {
    const space = oneOf(choices, spaces());
    if (space === undefined) return undefined;
    const key = `KEY${choices.below(1_000_000)}`;
    model.changeSpaceKey(space.id, key);
    return { spaceId: space.id, key };
  },
  /** A site admin loses that, or gets it back: the privileged user may be among them. */
  changeSiteAdmin: ({ model }, choices) => {
    const handle = oneOf(choices, ['site-admin', 'org-admin', 'confluence-admin']) ?? 'site-admin';
    const { accountId } = model.accountOf(handle);
    const group = model.groups.get(model.group('site-admins').id);
    const isOne = group?.members.has(accountId) === true || model.siteAdmins.has(accountId);
    if (group !== undefined && isOne) group.members.delete(accountId);
    model.setSiteAdmin(accountId, !isOne);
    return { accountId, isOne: !isOne };
  },
};

/** Changes a group, mostly one of the app's; never those on which the site itself stands. */
function onGroup(change: (groupId: string, seen: Seen, choices: Choices) => object | undefined): Change {
  return (seen, choices) => {
    const own = seen.recorded().filter((groupId) => seen.model.groups.has(groupId));
    const groupId = oneOf(choices, own);
    const made = groupId === undefined ? undefined : change(groupId, seen, choices);
    return made && { groupId, ...made };
  };
}
