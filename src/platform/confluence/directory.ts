// Confluence's people, groups and spaces, read as a person sees them.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/
import { AppError } from '../../broker/errors';
import type { Directory } from '../../groups/confluence-ports';
import type { MemberPage, NamedMember, NamedMemberPage } from '../../shared/groups/member-views';
import type { ReaderIdentity } from '../rest/identity';
import type { Answer } from '../rest/operation';
import { send, type RequestDeps } from '../rest/request';
import { foundUnless, unless } from '../rest/unless';
import { readAccounts, readNames } from './accounts';
import { groupReads } from './group-operations';
import { factsOf, GROUPS_A_PAGE, nextStartOf } from './group-pages';
import {
  readFirstGroupsOf,
  readGroup,
  readGroupsOf,
  readIsMember,
  readMemberCount,
  readMembers,
  searchGroupPage,
} from './group-reads';
import { userReads } from './operations';
import { findByName } from './people-search';
import { createSpaceReader } from './spaces';

/** Reads Confluence as this person sees it. The port describes each method's answers. */
export function createDirectory(deps: RequestDeps, identity: ReaderIdentity): Directory {
  return {
    ...createSpaceReader(deps, identity),
    caller: () => readCaller(deps, identity),
    group: (groupId) => readGroup(deps, identity, groupId),
    searchGroups: async (text, start) => groupPage(await searchGroupPage(deps, identity, text, start), start),
    listGroups: (start) => listGroups(deps, identity, start),
    members: (groupId, start) => readMemberPage(deps, identity, groupId, start),
    namedMembers: (groupId, start) => readNamedMembers(deps, identity, groupId, start),
    countMembers: (groupId) => foundUnless(['NOT_FOUND'], () => readMemberCount(deps, identity, groupId)),
    isMember: (accountId, groupId) => readIsMember(deps, identity, accountId, groupId),
    groupsOf: (accountId) => readGroupsOf(deps, identity, accountId),
    firstGroupsOf: (accountId, most) => readFirstGroupsOf(deps, identity, accountId, most),
    findByName: (name) => findByName(deps, identity, name),
    accounts: (ids) => unless(['NOT_FOUND'], [], () => readAccounts(deps, identity, ids)),
    names: (ids) => unless(['NOT_FOUND'], new Map(), () => readNames(deps, identity, ids)),
  };
}

/** Codes with which Confluence hides a thing from somebody. */
const HIDDEN = ['NOT_FOUND', 'ATLASSIAN_REFUSED'] as const;

function readCaller(deps: RequestDeps, identity: ReaderIdentity): ReturnType<Directory['caller']> {
  return foundUnless(HIDDEN, async () => {
    const { accountId, operations = [] } = await send(deps, userReads.getCurrentUser, identity, {
      query: { expand: 'operations' },
    });
    // A person who isn't signed in doesn't have an id.
    if (typeof accountId !== 'string') return undefined;
    const confluenceAdmin = operations.some((it) => it.operation === 'administer' && it.targetType === 'application');
    return { accountId, confluenceAdmin };
  });
}

function groupPage(page: Answer<typeof groupReads.getGroups>, start: number) {
  const nextStart = nextStartOf(page, start);
  return { groups: page.results.map(factsOf), ...(nextStart === undefined ? {} : { nextStart }) };
}

async function listGroups(deps: RequestDeps, identity: ReaderIdentity, start: number) {
  return groupPage(await send(deps, groupReads.getGroups, identity, { query: { start, limit: GROUPS_A_PAGE } }), start);
}

/** Each costs 2 points: a page of 25 is as much as a person reads at once. https://developer.atlassian.com/cloud/confluence/rate-limiting/ */
const MEMBERS_A_PAGE = 25;

async function readMemberPage(
  deps: RequestDeps,
  identity: ReaderIdentity,
  groupId: Parameters<Directory['members']>[0],
  start: number,
): Promise<MemberPage> {
  const range = { start, limit: MEMBERS_A_PAGE };
  const page = await unless(['NOT_FOUND'], { results: [] }, () => readMembers(deps, identity, groupId, range));
  const end = start + page.results.length;
  const total = Math.max('totalSize' in page ? (page.totalSize ?? 0) : 0, page.results.length === 0 ? 0 : end);
  const members = page.results.flatMap(namedMember);
  const names = members.flatMap(({ accountId, name }) => (name === undefined ? [] : [[accountId, name] as const]));
  return {
    accountIds: members.map(({ accountId }) => accountId),
    ...(names.length > 0 && { names: Object.fromEntries(names) }),
    start,
    total,
    // Members left out of a page make it short, but not the last.
    ...(page.results.length > 0 && end < total ? { nextStart: end } : {}),
  };
}

/** Most that Confluence lists in one call. */
const NAMED_MEMBERS_A_PAGE = 200;

async function readNamedMembers(
  deps: RequestDeps,
  identity: ReaderIdentity,
  groupId: Parameters<Directory['namedMembers']>[0],
  start: number,
): Promise<NamedMemberPage> {
  const range = { start, limit: NAMED_MEMBERS_A_PAGE };
  const nobody = { results: [], totalSize: 0 };
  const { results, totalSize } = await unless(['NOT_FOUND'], nobody, () => readMembers(deps, identity, groupId, range));
  // Without it a list that ends too early would pass for the whole group.
  if (totalSize === undefined) throw new AppError({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' });
  const end = start + results.length;
  return {
    members: results.flatMap(namedMember),
    total: Math.max(totalSize, results.length === 0 ? 0 : end),
    ...(results.length > 0 && end < totalSize ? { nextStart: end } : {}),
  };
}

function namedMember({
  accountId,
  publicName,
}: Answer<typeof groupReads.getGroupMembersByGroupId>['results'][number]): NamedMember[] {
  if (typeof accountId !== 'string') return [];
  const name = publicName?.trim() ?? '';
  return [name === '' ? { accountId } : { accountId, name }];
}
