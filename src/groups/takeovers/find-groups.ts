import type { OnSite } from '../../broker/on-site';
import { allEnded } from '../../broker/side-by-side';
import { spaceKeyOf } from '../../shared/groups/group-pattern';
import type { FoundGroupPage } from '../../shared/groups/takeovers';
import type { GroupPorts } from '../ports';
import { nameRefusal } from '../protection';
import { readDescriptions, readUserAndRules, type Named } from './found-group';

/** Most spaces searched for changed keys. One call: most group names don't contain a key at all. */
const SPACES_LOOKED_AT = 250;

interface Request {
  start: number;
  /** Part of a name; absent: groups are found by the pattern of the rules. */
  text?: string | undefined;
}

/**
 * Finds groups that may be taken over, with the space that each name points to by the pattern, and says of each whether it can be.
 *
 * One page of all groups is looked at, so few or none may be found although there are more: go on at `nextStart`. Fails with PRIVILEGED_USER_UNAVAILABLE.
 */
export async function findGroups(ports: GroupPorts, _by: OnSite, { start, text }: Request): Promise<FoundGroupPage> {
  const { directory } = ports;
  const stored = await readUserAndRules(ports);
  const { rules } = stored;
  const page = await (text === undefined ? directory.listGroups(start) : directory.searchGroups(text, start));
  const keyed = page.groups.flatMap((group) => {
    const key = spaceKeyOf(rules.pattern, group.name);
    const isWanted = text !== undefined || (key !== undefined && nameRefusal(group.name, rules) === undefined);
    return isWanted ? [{ group, key }] : [];
  });
  const keys = [...new Set(keyed.flatMap(({ key }) => (key === undefined ? [] : [key.toUpperCase()])))];
  const [{ spaces, complete }, describe] = await allEnded([
    readSpacesByKey(ports, keys),
    readDescriptions(
      ports,
      stored,
      keyed.map(({ group }) => group),
    ),
  ]);
  const named = keyed
    .map(({ group, key }): Named => ({ group, space: key === undefined ? undefined : spaces.get(key) }))
    // A name of which any part could be a key points to a space only if there is one.
    .filter(({ space }) => text !== undefined || space !== undefined);
  return {
    groups: named.map(describe),
    lookedAt: page.groups.length,
    ...(page.nextStart !== undefined && { nextStart: page.nextStart }),
    ...(!complete && { changedKeysAmong: SPACES_LOOKED_AT }),
  };
}

/** Finds spaces by key, in any letter case; those that exist, by the key in lower case. */
export async function readSpacesByKey({ directory }: GroupPorts, keys: readonly string[]) {
  return keys.length === 0
    ? { spaces: new Map<string, never>(), complete: true }
    : directory.spacesByKey(keys, SPACES_LOOKED_AT);
}
