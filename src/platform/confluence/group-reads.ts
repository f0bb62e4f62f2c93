// Reads of groups that a directory and the privileged user's reader share: each takes an identity.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/
import { AppError, failureOf } from '../../broker/errors';
import type { GroupFacts } from '../../broker/facts';
import type { AccountId, GroupId } from '../../shared/ids';
import type { PersonIdentity } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { foundUnless } from '../rest/unless';
import { groupReads } from './group-operations';
import { factsOf, GROUPS_A_PAGE, visitGroups } from './group-pages';
import { userReads } from './operations';

/** Reads one group. Undefined: this person can't find it. A refusal to show it doesn't mean that it's gone. */
export function readGroup(
  deps: RequestDeps,
  identity: PersonIdentity,
  groupId: GroupId,
): Promise<GroupFacts | undefined> {
  return foundUnless(['NOT_FOUND'], async () =>
    factsOf(await send(deps, groupReads.getGroupByGroupId, identity, { query: { id: groupId } })),
  );
}

/** Reads one page of the groups whose name contains the text: there isn't a search by exact name. */
export function searchGroupPage(deps: RequestDeps, identity: PersonIdentity, text: string, start: number) {
  return send(deps, groupReads.searchGroups, identity, { query: { query: text, start, limit: GROUPS_A_PAGE } });
}

/** Reads the ids of all groups that give this access. */
export async function readAccessSet(
  deps: RequestDeps,
  identity: PersonIdentity,
  accessType: 'user' | 'admin' | 'site-admin',
): Promise<ReadonlySet<GroupId>> {
  const ids = new Set<GroupId>();
  function readPage(start: number) {
    return send(deps, groupReads.getGroups, identity, { query: { accessType, start, limit: GROUPS_A_PAGE } });
  }
  await visitGroups(readPage, ({ groupId }) => {
    ids.add(groupId);
    return 'more';
  });
  return ids;
}

/** Reads the ids of all groups that an account is in. */
export async function readGroupsOf(
  deps: RequestDeps,
  identity: PersonIdentity,
  accountId: AccountId,
): Promise<ReadonlySet<GroupId>> {
  const ids = new Set<GroupId>();
  await visitGroupsOf(deps, identity, accountId, ({ groupId }) => {
    ids.add(groupId);
    return 'more';
  });
  return ids;
}

/** Reads groups that an account is in until there are `most`: then there may be others. */
export async function readFirstGroupsOf(
  deps: RequestDeps,
  identity: PersonIdentity,
  accountId: AccountId,
  most: number,
): Promise<{ groups: GroupFacts[]; complete: boolean }> {
  const groups: GroupFacts[] = [];
  await visitGroupsOf(deps, identity, accountId, (group) => {
    groups.push(group);
    return groups.length < most ? 'more' : 'enough';
  });
  return { groups, complete: groups.length < most };
}

export async function readIsMember(
  deps: RequestDeps,
  identity: PersonIdentity,
  accountId: AccountId,
  groupId: GroupId,
): Promise<boolean> {
  let isMember = false;
  await visitGroupsOf(deps, identity, accountId, (group) => {
    isMember ||= group.groupId === groupId;
    return isMember ? 'enough' : 'more';
  });
  return isMember;
}

export async function readMembers(
  deps: RequestDeps,
  identity: PersonIdentity,
  groupId: GroupId,
  range: { start: number; limit: number },
) {
  const query = { ...range, shouldReturnTotalSize: true };
  return send(deps, groupReads.getGroupMembersByGroupId, identity, { path: { groupId }, query });
}

/** Returns how many members a group has. Requests one of them: the effect of a limit of 0 isn't documented. */
export async function readMemberCount(deps: RequestDeps, identity: PersonIdentity, groupId: GroupId): Promise<number> {
  const { totalSize, results } = await readMembers(deps, identity, groupId, { start: 0, limit: 1 });
  if (totalSize === undefined) throw new AppError({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' });
  return Math.max(totalSize, results.length);
}

async function visitGroupsOf(
  deps: RequestDeps,
  identity: PersonIdentity,
  accountId: AccountId,
  visit: (group: GroupFacts) => 'more' | 'enough',
): Promise<void> {
  function readPage(start: number) {
    return send(deps, userReads.getGroupMembershipsForUser, identity, {
      query: { accountId, start, limit: GROUPS_A_PAGE },
    });
  }
  try {
    return await visitGroups(readPage, visit);
  } catch (thrown) {
    // An account unknown to Confluence may still be in a group: a 404 isn't documented here.
    if (failureOf(thrown)?.code === 'NOT_FOUND')
      throw new AppError({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' }, thrown);
    throw thrown;
  }
}
