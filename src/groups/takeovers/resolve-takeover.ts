import type { GroupFacts } from '../../broker/facts';
import type { OnSite } from '../../broker/on-site';
import { demandTime } from '../../broker/runs/know';
import { spaceKeyOf } from '../../shared/groups/group-pattern';
import type { ListedGroup } from '../../shared/groups/takeover-payloads';
import type { ResolvedGroups } from '../../shared/groups/takeovers';
import { searchEach } from '../lists/search-each';
import type { GroupPorts } from '../ports';
import type { StoredRules } from '../rules/stored-rules';
import { readSpaces } from './find-groups';
import { readDescriptions, readSetting, type Named } from './found-group';

/**
 * Finds the groups and spaces that lines of a list name, as the caller: groups by their exact name in any letter case, spaces by key. A line that names no
 * space takes the one that the group's name points to. Nothing is stored.
 *
 * Fails with PRIVILEGED_USER_UNAVAILABLE.
 */
export async function resolveTakeover(
  ports: GroupPorts,
  _by: OnSite,
  { lines }: { lines: ListedGroup[] },
): Promise<ResolvedGroups> {
  const setting = await readSetting(ports);
  const texts = lines.map(({ line, group: text }) => ({ line, text }));
  const { found, stoppedBy } = await searchEach(ports, texts, async (name) => groupNamed(ports, name));
  const groups = [...found.values()].filter((group) => group !== undefined);
  const [named, describe] = await Promise.all([
    withSpaces(ports, setting.rules, { lines, found }),
    readDescriptions(ports, setting, groups),
  ]);
  return {
    lines: lines.map(({ line }) => {
      const one = named.get(line);
      if (one !== undefined) return { line, is: 'found', group: describe(one) };
      return { line, is: found.has(line) ? 'none' : 'notLookedUp' };
    }),
    ...(stoppedBy && { stoppedBy }),
  };
}

/** Confluence finds any part of a name, and minds its case: a name is searched for as it was written, then in lower case. */
async function groupNamed(ports: GroupPorts, name: string): Promise<GroupFacts | undefined> {
  const lower = name.toLowerCase();
  return (await groupSpelled(ports, name)) ?? (lower === name ? undefined : groupSpelled(ports, lower));
}

async function groupSpelled(ports: GroupPorts, name: string): Promise<GroupFacts | undefined> {
  let start: number | undefined = 0;
  while (start !== undefined) {
    demandTime(ports);
    const page: Awaited<ReturnType<GroupPorts['directory']['searchGroups']>> = await ports.directory.searchGroups(
      name,
      start,
    );
    const group = page.groups.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (group !== undefined) return group;
    start = page.nextStart;
  }
  return undefined;
}

interface Searched {
  lines: readonly ListedGroup[];
  /** By line; undefined: there is no group of this name. */
  found: ReadonlyMap<number, GroupFacts | undefined>;
}

/** Matches a key: anything else isn't asked for. */
const KEY = /^~?[\w:-]+$/;

/** Returns the groups that were found, by line, each with its space. */
async function withSpaces(
  ports: GroupPorts,
  { pattern }: StoredRules,
  { lines, found }: Searched,
): Promise<ReadonlyMap<number, Named>> {
  const keyed = lines.flatMap(({ line, space }) => {
    const group = found.get(line);
    return group === undefined
      ? []
      : [{ line, group, isNamed: space !== undefined, key: space ?? spaceKeyOf(pattern, group.name) }];
  });
  const keys = keyed.flatMap(({ key }) => (key !== undefined && KEY.test(key) ? [key] : []));
  const { spaces } = await readSpaces(ports, [...new Set(keys)]);
  return new Map(
    keyed.map(({ line, group, key, isNamed }) => {
      const space = key === undefined ? undefined : spaces.get(key.toLowerCase());
      return [line, { group, space, isSpaceMissing: isNamed && space === undefined }];
    }),
  );
}
