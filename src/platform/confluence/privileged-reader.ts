// Reads as the privileged user: their own health, the access that groups give, and the effect of writes whose answer was lost.
// https://developer.atlassian.com/platform/forge/security/#user-impersonation
import { failureOf, isPaused } from '../../broker/errors';
import type { GroupFacts } from '../../broker/facts';
import type { ImpersonationResult } from '../../broker/ports';
import type { PrivilegedGroupReader } from '../../groups/confluence-ports';
import type { GroupAccess } from '../../groups/facts';
import type { AccountId, GroupId } from '../../shared/ids';
import { impersonationProblem, privilegedUser } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { visitGroups } from './group-pages';
import { readAccessSet, readGroup, readGroupsOf, readIsMember, readMemberCount, searchGroupPage } from './group-reads';
import { userReads } from './operations';

/** Reads Confluence as the privileged user. The port describes each method's answers. */
export function createPrivilegedReader(deps: RequestDeps): PrivilegedGroupReader {
  return {
    impersonate: (accountId) => impersonate(deps, accountId),
    isInSiteAdminGroup: (accountId) => isInSiteAdminGroup(deps, accountId),
    group: (actAs, groupId) => readGroup(deps, privilegedUser(actAs), groupId),
    groupByName: (actAs, name) => groupByName(deps, actAs, name),
    isMember: (actAs, accountId, groupId) => readIsMember(deps, privilegedUser(actAs), accountId, groupId),
    accessOf: (actAs, ids) => accessOf(deps, actAs, ids),
    showsAccess: async (actAs) => {
      const [admin, siteAdmin] = await readAccessSets(deps, actAs);
      return admin.size > 0 && siteAdmin.size > 0;
    },
  };
}

async function impersonate(deps: RequestDeps, accountId: AccountId): Promise<ImpersonationResult> {
  const problem = impersonationProblem(accountId);
  if (problem !== undefined) return { works: false, cause: problem };
  try {
    const found = await send(deps, userReads.getCurrentUser, privilegedUser(accountId));
    // Calls sometimes ran as the app's own account instead.
    return found.accountId === accountId ? { works: true } : { works: false, cause: 'noAppAccess' };
  } catch (thrown) {
    if (isPaused(thrown)) throw thrown;
    const failure = failureOf(thrown);
    if (failure?.code === 'PRIVILEGED_USER_UNAVAILABLE') {
      const { cause } = failure;
      if (cause === 'notKnown') return { works: undefined };
      return { works: false, cause, ...(cause === 'noAppAccess' && { byForge: true }) };
    }
    // Confluence's answer to an account that may not use it.
    if (failure?.code === 'ATLASSIAN_REFUSED' || failure?.code === 'NOT_FOUND')
      return { works: false, cause: 'noAppAccess' };
    return { works: undefined };
  }
}

async function isInSiteAdminGroup(deps: RequestDeps, accountId: AccountId): Promise<boolean | undefined> {
  const identity = privilegedUser(accountId);
  try {
    const [siteAdmin, own] = await Promise.all([
      readAccessSet(deps, identity, 'site-admin'),
      readGroupsOf(deps, identity, accountId),
    ]);
    // Every site has such a group: an empty list means that it isn't shown.
    return siteAdmin.size === 0 ? undefined : [...own].some((groupId) => siteAdmin.has(groupId));
  } catch (thrown) {
    if (isPaused(thrown)) throw thrown;
    return undefined;
  }
}

async function groupByName(deps: RequestDeps, actAs: AccountId, name: string) {
  const identity = privilegedUser(actAs);
  const wanted = name.toLowerCase();
  let found: GroupFacts | undefined;
  function readPage(start: number) {
    return searchGroupPage(deps, identity, name, start);
  }
  await visitGroups(readPage, (group) => {
    if (group.name.toLowerCase() !== wanted) return 'more';
    found = group;
    return 'enough';
  });
  return found && { group: found, members: await readMemberCount(deps, identity, found.groupId) };
}

/** Failures that don't concern the lists: Atlassian asks for a wait, Forge doesn't act as the account, or all changes are or may be paused. */
const NOT_ABOUT_LISTS: readonly (string | undefined)[] = [
  'RATE_LIMITED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'FORBIDDEN',
  'STORAGE_UNAVAILABLE',
];

async function accessOf(
  deps: RequestDeps,
  actAs: AccountId,
  ids: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, GroupAccess>> {
  function allAs(access: (groupId: GroupId) => GroupAccess) {
    return new Map(ids.map((groupId) => [groupId, access(groupId)]));
  }
  try {
    const [admin, siteAdmin, product] = await readAccessSets(deps, actAs);
    if (admin.size === 0 || siteAdmin.size === 0) return allAs(() => 'unknown');
    return allAs((id) => ({ admin: admin.has(id) || siteAdmin.has(id), product: product.has(id) }));
  } catch (thrown) {
    const code = failureOf(thrown)?.code;
    if (code === undefined || NOT_ABOUT_LISTS.includes(code)) throw thrown;
    return allAs(() => 'unknown');
  }
}

function readAccessSets(deps: RequestDeps, actAs: AccountId) {
  const identity = privilegedUser(actAs);
  return Promise.all([
    readAccessSet(deps, identity, 'admin'),
    readAccessSet(deps, identity, 'site-admin'),
    readAccessSet(deps, identity, 'user'),
  ]);
}
