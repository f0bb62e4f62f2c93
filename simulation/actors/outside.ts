// Changes of the site that the app doesn't hear of: groups, accounts, rights and spaces.
import { happens, oneOf, weighted } from '../choices';
import type { Choices, Taste } from '../choices';
import type { Draw } from '../oracle/history';
import type { World } from '../world/world';
import { DECISIONS } from './decisions';
import { KEY_PEOPLE } from './people';
import { REPAIRS } from './repairs';
import { seenIn } from './seen';
import type { Seen } from './seen';

/** Changes the site, and says what it was. */
type Change = (seen: Seen, choices: Choices) => Record<string, unknown> | undefined;

const CHANGES: Readonly<Record<string, Change>> = {
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

/** Says how a world changes: see the temper of the driver. */
interface Changing {
  mends: number;
  near: number;
  taste: Taste;
}

/** Makes one change. In some cases it mends what was broken, or spares those without whom hardly anything goes on, or is about what is under way. */
export function changeSite(world: World, choices: Choices, { mends, near, taste }: Changing): Draw {
  const known = happens(choices, mends) ? REPAIRS : { ...CHANGES, ...DECISIONS };
  const spared = happens(choices, mends) ? sparing(seenIn(world)) : seenIn(world);
  const seen = happens(choices, near) ? nearby(world, spared) : spared;
  const names = Object.keys(known).map((name) => ({ name, weight: taste(name) }));
  const change = weighted(choices, names)?.name ?? 'none';
  const about =
    known === REPAIRS
      ? REPAIRS[change]?.(world)
      : (CHANGES[change]?.(seen, choices) ?? DECISIONS[change]?.(world, choices));
  if (about === undefined) return { kind: 'nothing' };
  world.noteChange();
  return { kind: 'change', change, about };
}

/** Hides key people from whoever changes accounts. */
function sparing(seen: Seen): Seen {
  const spared = new Set(KEY_PEOPLE.map((handle) => seen.model.accountOf(handle).accountId));
  return { ...seen, people: () => seen.people().filter((id) => !spared.has(id)) };
}

/** Shows whoever and whatever is named by what is under way, and the rest where nothing is. */
function nearby({ calls }: World, seen: Seen): Seen {
  const runs = [...calls.runs.values()].map(({ invocation }) => invocation);
  const sent = [...calls.open].map(({ call: { path, body } }) => [path, body]);
  const text = JSON.stringify([runs.map(({ accountId, payload, context }) => [accountId, payload, context]), sent]);
  function named<Thing>(things: readonly Thing[], idOf: (thing: Thing) => string): readonly Thing[] {
    const some = things.filter((thing) => text.includes(idOf(thing)));
    return some.length > 0 ? some : things;
  }
  return {
    ...seen,
    recorded: (spaceId) => [...named(seen.recorded(spaceId), (id) => id)],
    people: () => [...named(seen.people(), (id) => id)],
    spaces: () => [...named(seen.spaces(), ({ id }) => id)],
  };
}

/** Changes a group, mostly one of the app's; never those on which the site itself stands. */
function onGroup(change: (groupId: string, seen: Seen, choices: Choices) => object | undefined): Change {
  return (seen, choices) => {
    const own = seen.recorded().filter((groupId) => seen.model.groups.has(groupId));
    const groupId = oneOf(choices, own);
    const made = groupId === undefined ? undefined : change(groupId, seen, choices);
    return made && { groupId, ...made };
  };
}
