import type { GroupFacts } from '../domain/groups';
import type { Ports } from '../domain/ports';
import { protectionRefusal } from '../domain/protection';
import { spaceKeyOf } from '../shared/group-pattern';
import type { AccountId, SpaceId } from '../shared/ids';
import type { CandidatePage } from '../shared/views';
import { isSiteAdmin } from './steps/is-site-admin';

/**
 * Groups that belong to no space and whose name is of the pattern, with the space that the name points to.
 *
 * One page of all groups is looked at, so few or none may be found although there are more: go on at `nextStart`.
 */
export const findCandidates = async (
  { directory, groupRecords, settings }: Ports,
  { caller }: { caller: AccountId },
  { start }: { start: number },
): Promise<CandidatePage> => {
  const [{ value: rules }, { groups, nextStart }, access, mayAdopt] = await Promise.all([
    settings.rules(),
    directory.listGroups(start),
    directory.accessSets(),
    isSiteAdmin(directory, caller),
  ]);
  const page = { mayAdopt, ...(nextStart !== undefined && { nextStart }) };
  const named = groups.flatMap((group) => {
    const key = spaceKeyOf(rules.pattern, group.name);
    return key === undefined || protectionRefusal(group, access, rules, true) !== undefined ? [] : [{ group, key }];
  });
  if (named.length === 0) return { ...page, candidates: [] };
  const [recorded, spaces] = await Promise.all([
    groupRecords.recorded(named.map(({ group }) => group.groupId)),
    directory.spacesByKey([...new Set(named.map(({ key }) => key.toUpperCase()))]),
  ]);
  const byKey = new Map(spaces.map((space) => [space.key.toLowerCase(), space]));
  const candidate = (group: GroupFacts, { id, key, name }: { id: SpaceId; key: string; name: string }) => ({
    groupId: group.groupId,
    groupName: group.name,
    space: { id, key, name },
    grantsProductAccess: access.productAccess.has(group.groupId),
  });
  const candidates = named.flatMap(({ group, key }) => {
    const space = byKey.get(key);
    return space === undefined || recorded.has(group.groupId) ? [] : [candidate(group, space)];
  });
  return { ...page, candidates };
};
