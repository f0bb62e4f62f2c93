import type { GroupRow } from '../../../src/shared/groups/views';
import { MAX_GROUPS, MOST_MEMBERS_READ } from '../../../src/shared/limits';
import { answered, callSpaceSettings, type Answer } from '../../api';
import type { MemberRow } from '../../people-list/members-file';

type Group = Pick<GroupRow, 'groupId' | 'groupName'>;

/** Holds what was read of a space so far: its groups, then how many members they have, then who these are. */
export interface SpaceRead {
  groups: readonly Group[];
  /** The groups with members, as far as they were counted. */
  filled: readonly (Group & { members: number })[];
  /** Groups that Confluence didn't count or show: they aren't in the file. */
  leftOut: readonly string[];
  rows: readonly (MemberRow & Pick<Group, 'groupId'>)[];
}

/** Names what is read next. */
export type SpacePlace =
  | { what: 'groups'; after?: string }
  | { what: 'counts'; from: number }
  | { what: 'members'; group: number; start: number };

export const NO_SPACE_READ: SpaceRead = { groups: [], filled: [], leftOut: [], rows: [] };

export const FIRST_PLACE: SpacePlace = { what: 'groups' };

interface Part {
  read: SpaceRead;
  next?: SpacePlace | undefined;
}

/** Returns how many members the groups have that were counted. */
export function membersOf({ filled }: SpaceRead): number {
  return filled.reduce((sum, { members }) => sum + members, 0);
}

/** Tells whether the groups have more members than are read. */
export function isTooLarge(read: SpaceRead): boolean {
  return membersOf(read) > MOST_MEMBERS_READ;
}

/** Reads the next page of a space's groups, counts or members. Reads nobody if they are too many. */
export async function readSpaceOn(read: SpaceRead, place: SpacePlace): Promise<Answer<Part>> {
  if (place.what === 'groups') return readGroups(read, place.after);
  return place.what === 'counts' ? countSome(read, place.from) : readSome(read, place);
}

async function readGroups(read: SpaceRead, after: string | undefined): Promise<Answer<Part>> {
  const answer = await answered(callSpaceSettings('listGroups', after === undefined ? {} : { after }));
  if (!answer.ok) return answer;
  const { groups, next } = answer.value;
  const all = [...read.groups, ...groups];
  const place: SpacePlace = next === undefined ? { what: 'counts', from: 0 } : { what: 'groups', after: next };
  return { ok: true, value: { read: { ...read, groups: all }, next: all.length === 0 ? undefined : place } };
}

async function countSome(read: SpaceRead, from: number): Promise<Answer<Part>> {
  const some = read.groups.slice(from, from + MAX_GROUPS);
  const answer = await answered(callSpaceSettings('countMembers', { groupIds: some.map(({ groupId }) => groupId) }));
  if (!answer.ok) return answer;
  const numbers = new Map(answer.value.groups.map(({ groupId, members }) => [groupId, members]));
  const counted: SpaceRead = {
    ...read,
    filled: [...read.filled, ...some.flatMap((group) => filledOnly(group, numbers.get(group.groupId)))],
    leftOut: [
      ...read.leftOut,
      ...some.filter(({ groupId }) => numbers.get(groupId) === undefined).map(({ groupName }) => groupName),
    ],
  };
  const to = from + some.length;
  if (to < read.groups.length) return { ok: true, value: { read: counted, next: { what: 'counts', from: to } } };
  const isOver = counted.filled.length === 0 || isTooLarge(counted);
  return { ok: true, value: { read: counted, next: isOver ? undefined : { what: 'members', group: 0, start: 0 } } };
}

function filledOnly(group: Group, members: number | undefined) {
  return members === undefined || members === 0 ? [] : [{ ...group, members }];
}

async function readSome(
  read: SpaceRead,
  { group: at, start }: Extract<SpacePlace, { what: 'members' }>,
): Promise<Answer<Part>> {
  const group = read.filled[at];
  if (group === undefined) return { ok: true, value: { read } };
  const { groupId, groupName } = group;
  const answer = await answered(callSpaceSettings('readMembers', { groupId, start }));
  const after: SpacePlace | undefined =
    at + 1 < read.filled.length ? { what: 'members', group: at + 1, start: 0 } : undefined;
  if (!answer.ok) {
    if (answer.failure.code !== 'NOT_FOUND') return answer;
    return { ok: true, value: { read: { ...read, leftOut: [...read.leftOut, groupName] }, next: after } };
  }
  const { members, nextStart } = answer.value;
  // Pages overlap where Confluence leaves people out.
  const known = new Set(read.rows.filter((row) => row.groupId === groupId).map(({ accountId }) => accountId));
  const fresh = members
    .filter(({ accountId }) => !known.has(accountId))
    .map((one) => ({ ...one, groupId, group: groupName }));
  return {
    ok: true,
    value: {
      read: { ...read, rows: [...read.rows, ...fresh] },
      next: nextStart === undefined ? after : { what: 'members', group: at, start: nextStart },
    },
  };
}
