// Spaces by a part of their name, as Confluence's query language finds them, or by their key.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/#api-wiki-rest-api-search-get
import type { SpaceBrief, SpaceReader } from '../../groups/confluence-ports';
import { SPACE_KEY } from '../../shared/groups/space-key';
import type { SpaceId } from '../../shared/ids';
import type { ReaderIdentity } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { spaceReads } from './operations';
import { wordsIn } from './words-in';

/** Most spaces that somebody chooses among. */
const MOST_FOUND = 10;
/** Most words of a query. */
const MOST_WORDS = 5;

/** Finds spaces in whose name words begin like all of these, and the one with this key first. */
export async function findSpaces(
  deps: RequestDeps,
  identity: ReaderIdentity,
  text: string,
  { spacesById, spacesByKey }: Pick<SpaceReader, 'spacesById' | 'spacesByKey'>,
): ReturnType<SpaceReader['findSpaces']> {
  const [ids, keyed] = await Promise.all([
    findIds(deps, identity, text),
    // Changed keys aren't searched for: whoever types a name would wait for that at each letter.
    SPACE_KEY.test(text) ? spacesByKey([text], 0) : undefined,
  ]);
  const named = ids.length === 0 ? [] : await spacesById(ids);
  const found = new Map<SpaceId, SpaceBrief>();
  for (const space of [...(keyed?.spaces.values() ?? []), ...named]) found.set(space.id, space);
  return { spaces: [...found.values()].slice(0, MOST_FOUND), more: found.size > MOST_FOUND };
}

async function findIds(deps: RequestDeps, identity: ReaderIdentity, text: string): Promise<SpaceId[]> {
  const words = wordsIn(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const titles = words.slice(0, MOST_WORDS).map((word) => `title ~ "${word}*"`);
  const query = { cql: ['type = space', ...titles].join(' and '), limit: MOST_FOUND + 1 };
  const { results } = await send(deps, spaceReads.searchByCQL, identity, { query });
  return results.flatMap(({ space }) => space?.id ?? []);
}
