// What the site is, and what changed since it was last looked at.
import type { Model } from '../../sandbox/site/changes';
import { shownKey, type Space } from '../../sandbox/site/confluence/model';
import { isSpaceAdmin, usersOf } from '../../sandbox/site/confluence/rules';
import { canUseJira, isJiraAdmin } from '../../sandbox/site/jira/rules';
import type { Account, Group } from '../../sandbox/site/people/model';
import { hasAccess } from '../../sandbox/site/people/rules';
import type { AccountState, GroupState, SiteChange, SiteState, SpaceState } from '../oracle/site-history';

type When = Pick<SiteChange, 'at' | 'step' | 'call'>;

/** Creates what looks at a site. `now` is what it last saw. */
export function createSiteWatch(model: Model) {
  const now = {
    groups: new Map<string, GroupState>(),
    accounts: new Map<string, AccountState>(),
    spaces: new Map<string, SpaceState>(),
  };

  /** Looks at the site again, and returns what changed. */
  function look(when: When): SiteChange[] {
    const isUser = usersOf(model);
    const groups = turnsOf(now.groups, model.groups, groupState, isSameGroup);
    const accounts = turnsOf(now.accounts, model.accounts, (one) => accountState(model, isUser(one), one), isSame);
    const spaces = turnsOf(now.spaces, model.spaces, (one) => spaceState(model, one), isSameSpace);
    return [
      ...groups.map(([groupId, turn]) => ({ ...when, what: 'group' as const, groupId, ...turn })),
      ...groups.flatMap(([groupId, { was, is }]) =>
        inEither(was?.members, is?.members).map(([accountId, isMember]) => ({
          ...when,
          what: 'member' as const,
          groupId,
          accountId,
          isMember,
        })),
      ),
      ...accounts.map(([accountId, turn]) => ({ ...when, what: 'account' as const, accountId, ...turn })),
      ...spaces.map(([spaceId, turn]) => ({ ...when, what: 'space' as const, spaceId, ...turn })),
      ...spaces.flatMap(([spaceId, { was, is }]) =>
        inEither(was?.admins, is?.admins).map(([accountId, isAdmin]) => ({
          ...when,
          what: 'spaceAdmin' as const,
          spaceId,
          accountId,
          isAdmin,
        })),
      ),
    ];
  }

  return { now: now as SiteState, look };
}

/** Brings what is known up to date, and returns what was and is, by id. */
function turnsOf<Thing, State>(
  known: Map<string, State>,
  things: ReadonlyMap<string, Thing>,
  stateOf: (thing: Thing) => State,
  isSameAs: (was: State, is: State) => boolean,
): [id: string, turn: { was: State | undefined; is: State | undefined }][] {
  const turns: [string, { was: State | undefined; is: State | undefined }][] = [];
  for (const [id, thing] of things) {
    const [was, is] = [known.get(id), stateOf(thing)];
    if (was !== undefined && isSameAs(was, is)) continue;
    known.set(id, is);
    turns.push([id, { was, is }]);
  }
  for (const [id, was] of known) {
    if (things.has(id)) continue;
    known.delete(id);
    turns.push([id, { was, is: undefined }]);
  }
  return turns;
}

function groupState({ id, name, managedBy, usageType, grants, listedAs, members }: Group): GroupState {
  return {
    groupId: id,
    name,
    managedBy,
    usageType,
    grants: [...grants],
    listedAs: [...listedAs],
    members: new Set(members),
  };
}

function isSameGroup({ members: before, ...was }: GroupState, { members: after, ...is }: GroupState): boolean {
  return isSameSet(before, after) && isSame(was, is);
}

function accountState(model: Model, usesConfluence: boolean, account: Account): AccountState {
  const { accountId, accountType, status, email, name } = account;
  const managesGroups = usesConfluence && (model.siteAdmins.has(accountId) || hasAccess(model, account, 'site-admin'));
  const administersConfluence = usesConfluence && hasAccess(model, account, 'admin');
  const administers = { administersConfluence, administersJira: isJiraAdmin(model, account) };
  const usesJira = canUseJira(model, account);
  return { accountId, accountType, status, email, name, usesConfluence, usesJira, managesGroups, ...administers };
}

function spaceState(model: Model, space: Space): SpaceState {
  const admins = new Set<string>();
  for (const account of candidatesOf(model, space))
    if (isSpaceAdmin(model, account, space)) admins.add(account.accountId);
  return { spaceId: space.id, key: shownKey(space), status: space.status, admins };
}

/** Returns the accounts that could administer a space: those named with the right, and members of groups named with it. */
function candidatesOf({ accounts, groups, mode }: Model, { permissions }: Space): Account[] {
  if (mode !== 'PRE_ROLES') return [...accounts.values()];
  const named = permissions.filter(({ key }) => key === 'administer').map(({ principal }) => principal);
  const ids = named.flatMap(({ type, id }) => (type === 'user' ? [id] : [...(groups.get(id)?.members ?? [])]));
  return [...new Set(ids)].flatMap((id) => accounts.get(id) ?? []);
}

function isSameSpace({ admins: before, ...was }: SpaceState, { admins: after, ...is }: SpaceState): boolean {
  return isSameSet(before, after) && isSame(was, is);
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}

/** Compares fields; lists by what they hold. */
function isSame(was: object, is: object): boolean {
  const after = new Map(Object.entries(is));
  return Object.entries(was).every(([key, value]) => textOf(value) === textOf(after.get(key)));
}

function textOf(value: unknown): unknown {
  return Array.isArray(value) ? value.join() : value;
}

/** Returns ids that are in one of both only, and whether they are in the second. */
function inEither(before: Iterable<string> = [], after: Iterable<string> = []): [id: string, isIn: boolean][] {
  const [was, is] = [new Set(before), new Set(after)];
  return [
    ...[...was].filter((id) => !is.has(id)).map((id): [string, boolean] => [id, false]),
    ...[...is].filter((id) => !was.has(id)).map((id): [string, boolean] => [id, true]),
  ];
}
