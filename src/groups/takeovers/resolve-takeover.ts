import type { GroupFacts } from '../../broker/facts';
import type { OnSite } from '../../broker/on-site';
import { demandTime } from '../../broker/runs/know';
import { allEnded } from '../../broker/side-by-side';
import { spaceKeyOf } from '../../shared/groups/group-pattern';
import { SPACE_KEY } from '../../shared/groups/space-key';
import type { ListedGroup } from '../../shared/groups/takeover-payloads';
import type { ResolvedGroups } from '../../shared/groups/takeovers';
import { searchEach } from '../lists/search-each';
import type { GroupPorts } from '../ports';
import type { StoredRules } from '../rules/stored-rules';
import { readSpacesByKey } from './find-groups';
import { readDescriptions, readUserAndRules, type Named } from './found-group';

/** Most pages after the first ones, for all lines of a request together. */
const MOST_FURTHER_PAGES = 10;

/**
 * Finds the groups and spaces that lines of a list name, as the caller: groups by their exact name in any letter case, spaces by key. A line that names no
 * space takes the one that the group's name points to. Nothing is stored. Of a name that too many groups contain, it isn't said that there is no such group.
 *
 * Fails with PRIVILEGED_USER_UNAVAILABLE.
 */
export async function resolveTakeover(
  ports: GroupPorts,
  _by: OnSite,
  { lines }: { lines: ListedGroup[] },
): Promise<ResolvedGroups> {
  const stored = await readUserAndRules(ports);
  const texts = lines.map(({ line, group: text }) => ({ line, text }));
  const further = { left: MOST_FURTHER_PAGES };
  const { found, stoppedBy } = await searchEach(ports, texts, async (name) => groupNamed(ports, name, further));
  const groups = [...found.values()].flatMap((answer) => (answer.is === 'found' ? [answer.group] : []));
  const [named, describe] = await allEnded([
    withSpaces(ports, stored.rules, { lines, found }),
    readDescriptions(ports, stored, groups),
  ]);
  return {
    lines: lines.map(({ line }) => {
      const one = named.get(line);
      if (one !== undefined) return { line, is: 'found', group: describe(one) };
      const answer = found.get(line);
      return { line, is: answer === undefined || answer.is === 'found' ? 'notLookedUp' : answer.is };
    }),
    ...(stoppedBy && { stoppedBy }),
  };
}

type Answer = { is: 'found'; group: GroupFacts } | { is: 'none' | 'tooMany' };

/** Confluence finds any part of a name, and minds its case: a name is searched for as it was written, then in lower case. */
async function groupNamed(ports: GroupPorts, name: string, further: { left: number }): Promise<Answer> {
  const written = await groupSpelled(ports, name, further);
  const lower = name.toLowerCase();
  if (written.is === 'found' || lower === name) return written;
  const lowered = await groupSpelled(ports, lower, further);
  return lowered.is === 'none' ? written : lowered;
}

/** Most pages of a search for one spelling: each costs points for up to 200 groups, of what the app has on all sites in an hour. */
const MOST_PAGES = 2;

async function groupSpelled(ports: GroupPorts, name: string, further: { left: number }): Promise<Answer> {
  let start = 0;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    if (pages > 0 && further.left === 0) break;
    if (pages > 0) further.left -= 1;
    demandTime(ports);
    const { groups, nextStart } = await ports.directory.searchGroups(name, start);
    const group = groups.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (group !== undefined) return { is: 'found', group };
    if (nextStart === undefined) return { is: 'none' };
    start = nextStart;
  }
  return { is: 'tooMany' };
}

interface Searched {
  lines: readonly ListedGroup[];
  /** By line. */
  found: ReadonlyMap<number, Answer>;
}

/** Returns the groups that were found, by line, each with its space. */
async function withSpaces(
  ports: GroupPorts,
  { pattern }: StoredRules,
  { lines, found }: Searched,
): Promise<ReadonlyMap<number, Named>> {
  const keyed = lines.flatMap(({ line, space }) => {
    const answer = found.get(line);
    if (answer?.is !== 'found') return [];
    const { group } = answer;
    return [{ line, group, isNamed: space !== undefined, key: space ?? spaceKeyOf(pattern, group.name) }];
  });
  const keys = keyed.flatMap(({ key }) => (key !== undefined && SPACE_KEY.test(key) ? [key] : []));
  const { spaces } = await readSpacesByKey(ports, [...new Set(keys)]);
  return new Map(
    keyed.map(({ line, group, key, isNamed }) => {
      const space = key === undefined ? undefined : spaces.get(key.toLowerCase());
      return [line, { group, space, isSpaceMissing: isNamed && space === undefined }];
    }),
  );
}
