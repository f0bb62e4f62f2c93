// Reads of the fake site: as the caller, as whoever asked, as the app, and as the privileged user.
import { forbidden } from '../../../src/broker/errors';
import type { GroupFacts } from '../../../src/broker/facts';
import type { AccountReader } from '../../../src/broker/ports';
import type { Directory, PrivilegedGroupReader, RequesterReader } from '../../../src/groups/confluence-ports';
import type { GroupAccess } from '../../../src/groups/facts';
import type { JiraPeople } from '../../../src/groups/lists/ports';
import type { GroupId } from '../../../src/shared/ids';
import { AccountId } from '../../../src/shared/ids';
import type { Journal } from './journal';
import type { Site } from './site';

const MEMBERS_A_PAGE = 25;
const NAMED_MEMBERS_A_PAGE = 200;

function accessOf({ access: { admin, siteAdmin, productAccess } }: Site, groupId: GroupId): GroupAccess {
  if (admin.size === 0 || siteAdmin.size === 0) return 'unknown';
  return { admin: admin.has(groupId) || siteAdmin.has(groupId), product: productAccess.has(groupId) };
}

function asSearched({ searchMindsCase }: Site, name: string): string {
  return searchMindsCase ? name : name.toLowerCase();
}

function isIn(site: Site, groupId: GroupId, accountId: AccountId): boolean {
  return site.members.get(groupId)?.has(accountId) === true;
}

const MOST_FOUND = 10;

/** Each word of the search begins one of the name. */
function hasWords(name: string, search: string): boolean {
  const words = name.toLowerCase().split(' ');
  const wanted = search
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return wanted.length > 0 && wanted.every((start) => words.some((word) => word.startsWith(start)));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Jira's people, by email. */
export function createJiraPeople(site: Site, { run }: Journal): JiraPeople {
  return {
    maySearch: async () => run({ call: 'maySearch', about: '' }, () => site.jiraSearch),
    findByEmail: async (email) =>
      run({ call: 'findByEmail', about: email }, () => {
        const { shown = [], hidden = [] } = site.emails.get(email.toLowerCase()) ?? {};
        return { shown, hidden };
      }),
  };
}

function brief({ spaceId: id, key, name, personal }: Site['spaces'][number]) {
  return { id, key, name, personal };
}

export function createDirectory(site: Site, { run }: Journal): Directory {
  function page(groups: GroupFacts[], start: number) {
    const sorted = groups.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
    const end = start + site.groupsAPage;
    return { groups: sorted.slice(start, end), ...(sorted.length > end && { nextStart: end }) };
  }
  function all() {
    return [...site.groups.values()];
  }
  return {
    caller: async () =>
      run({ call: 'caller', about: '' }, () =>
        site.caller === undefined
          ? undefined
          : { accountId: site.caller, confluenceAdmin: site.confluenceAdmins.has(site.caller) },
      ),
    space: async (spaceId) =>
      run({ call: 'space', about: spaceId }, () => {
        const space = site.spaces.find((one) => one.spaceId === spaceId);
        return space && { space, operations: site.operations.get(spaceId) ?? [] };
      }),
    spacesById: async (ids) =>
      run({ call: 'spacesById', about: ids.join() }, () =>
        site.spaces.filter((space) => ids.includes(space.spaceId)).map(brief),
      ),
    spacesByKey: async (keys, most) =>
      run({ call: 'spacesByKey', about: keys.join() }, () => {
        const wanted = new Set(keys.map((key) => key.toLowerCase()));
        const found = site.spaces.filter((space) => wanted.has(space.key.toLowerCase()));
        const complete = found.length === wanted.size || site.spaces.length <= most;
        return { spaces: new Map(found.map((space) => [space.key.toLowerCase(), brief(space)])), complete };
      }),
    group: async (groupId) =>
      run({ call: 'group', about: groupId }, () =>
        site.hiddenFromCaller.has(groupId) ? undefined : site.groups.get(groupId),
      ),
    searchGroups: async (text, start) =>
      run({ call: 'searchGroups', about: text }, () =>
        page(
          all().filter((group) => asSearched(site, group.name).includes(asSearched(site, text))),
          start,
        ),
      ),
    listGroups: async (start) => run({ call: 'listGroups', about: String(start) }, () => page(all(), start)),
    members: async (groupId, start) =>
      run({ call: 'members', about: groupId }, () => {
        const members = site.membersOf(groupId);
        const end = start + MEMBERS_A_PAGE;
        const more = members.length > end && { nextStart: end };
        const accountIds = members.slice(start, end);
        const names = accountIds.flatMap((id) => (site.names.has(id) ? [[id, site.names.get(id)]] : []));
        const shown = names.length > 0 && { names: Object.fromEntries(names) as Record<string, string> };
        return { accountIds, ...shown, start, total: members.length, ...more };
      }),
    namedMembers: async (groupId, start) =>
      run({ call: 'namedMembers', about: groupId }, () => {
        const members = site.membersOf(groupId);
        const end = start + NAMED_MEMBERS_A_PAGE;
        const named = members.slice(start, end).map((accountId) => {
          const name = site.names.get(accountId);
          return name === undefined ? { accountId } : { accountId, name };
        });
        return { members: named, total: members.length, ...(members.length > end && { nextStart: end }) };
      }),
    countMembers: async (groupId) =>
      run({ call: 'countMembers', about: groupId }, () =>
        site.hiddenFromCaller.has(groupId) ? undefined : site.membersOf(groupId).length,
      ),
    isMember: async (accountId, groupId) =>
      run({ call: 'isMember', about: accountId }, () => isIn(site, groupId, accountId)),
    groupsOf: async (accountId) =>
      run(
        { call: 'groupsOf', about: accountId },
        () => new Set([...site.members.keys()].filter((groupId) => isIn(site, groupId, accountId))),
      ),
    firstGroupsOf: async (accountId, most) =>
      run({ call: 'firstGroupsOf', about: accountId }, () => {
        const all = [...site.groups.values()].filter(({ groupId }) => isIn(site, groupId, accountId));
        return { groups: all.slice(0, most), complete: all.length < most };
      }),
    findSpaces: async (text) =>
      run({ call: 'findSpaces', about: text }, () => {
        const keyed = site.spaces.filter(({ key }) => key.toLowerCase() === text.toLowerCase());
        const named = site.spaces.filter((space) => !keyed.includes(space) && hasWords(space.name, text));
        const found = [...keyed, ...named].map(brief);
        return { spaces: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND };
      }),
    findByName: async (name) =>
      run({ call: 'findByName', about: name }, () => {
        const found = name.includes('@') ? [] : [...site.names].filter(([, one]) => hasWords(one, name));
        const sorted = found.toSorted(([, one], [, other]) => Number(isSame(other, name)) - Number(isSame(one, name)));
        return { accountIds: sorted.slice(0, MOST_FOUND).map(([id]) => id), more: found.length > MOST_FOUND };
      }),
    names: async (ids) =>
      run(
        { call: 'names', about: String(ids.length) },
        () => new Map([...site.names].filter(([id]) => ids.includes(id))),
      ),
    accounts: async (ids) =>
      run({ call: 'accounts', about: ids.join() }, () => ids.flatMap((id) => site.accounts.get(id) ?? [])),
  };
}

/** Someone who isn't present: Forge acts as them until the account is of no use. */
export function createRequesterReader(site: Site, { run }: Journal): RequesterReader {
  return {
    space: async (requester, spaceId) =>
      run({ call: 'requester space', about: spaceId, as: requester }, () => {
        if (site.unusable.has(requester)) throw forbidden('REQUESTER_UNAVAILABLE');
        const space = site.spaces.find((one) => one.spaceId === spaceId);
        return space && { space, operations: site.operations.get(spaceId) ?? [] };
      }),
    spacesById: async (requester, ids) =>
      run({ call: 'requester spaces', about: ids.join(), as: requester }, () => {
        if (site.unusable.has(requester)) throw forbidden('REQUESTER_UNAVAILABLE');
        return site.spaces.filter((space) => ids.includes(space.spaceId)).map(brief);
      }),
  };
}

export function createAccountReader(site: Site, { run }: Journal): AccountReader {
  return {
    accounts: async (ids) =>
      run({ call: 'app accounts', about: ids.join() }, () => ids.flatMap((id) => site.accounts.get(id) ?? [])),
    account: async (accountId) => run({ call: 'account', about: accountId }, () => site.accounts.get(accountId)),
  };
}

export function createPrivilegedReader(site: Site, journal: Journal): PrivilegedGroupReader {
  const { run } = journal;
  const runAs: Journal['run'] = async (entry, effect) =>
    run(entry, () => {
      if (entry.as !== undefined) site.actAs(AccountId.parse(entry.as));
      return effect();
    });
  return {
    impersonate: async (as) =>
      run({ call: 'impersonate', about: '', as }, () => {
        if (as.startsWith('qm:')) return { works: false, cause: 'unsupportedAccountType' } as const;
        if (site.unusable.has(as)) return { works: false, cause: 'noAppAccess', byForge: true } as const;
        return site.impersonation.get(as) ?? ({ works: true } as const);
      }),
    isInSiteAdminGroup: async (as) =>
      run({ call: 'isInSiteAdminGroup', about: '', as }, () =>
        site.siteAdminGroupUnreadable || site.access.siteAdmin.size === 0
          ? undefined
          : [...site.access.siteAdmin].some((groupId) => isIn(site, groupId, as)),
      ),
    group: async (as, groupId) => runAs({ call: 'read group', about: groupId, as }, () => site.groups.get(groupId)),
    groupByName: async (as, name) =>
      runAs({ call: 'read groupByName', about: name, as }, () => {
        const group = [...site.groups.values()].find((one) => asSearched(site, one.name) === asSearched(site, name));
        return group && { group, members: site.membersOf(group.groupId).length };
      }),
    isMember: async (as, accountId, groupId) =>
      runAs({ call: 'read isMember', about: accountId, as }, () => isIn(site, groupId, accountId)),
    accessOf: async (as, ids) =>
      runAs({ call: 'accessOf', about: ids.join(), as }, () => new Map(ids.map((id) => [id, accessOf(site, id)]))),
    showsAccess: async (as) =>
      runAs({ call: 'showsAccess', about: '', as }, () => site.access.admin.size > 0 && site.access.siteAdmin.size > 0),
  };
}
