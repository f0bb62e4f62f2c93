// Spaces, and a person's operations in them: REST v2.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/
import { AppError } from '../../broker/errors';
import { inChunks } from '../../broker/side-by-side';
import type { RequesterReader, SpaceBrief, SpaceOperation, SpaceReader } from '../../groups/confluence-ports';
import type { ProvedSpace } from '../../groups/facts';
import type { SpaceId } from '../../shared/ids';
import { requester, type ProvingIdentity, type ReaderIdentity } from '../rest/identity';
import { send, type Parameters, type RequestDeps } from '../rest/request';
import { foundUnless, unless } from '../rest/unless';
import { cursorIn } from './cursor';
import { spaceReads } from './operations';
import { proved, rowOf, shownKey, type ListedSpace } from './space-rows';
import { findSpaces } from './space-search';

/** Reads spaces as this person sees them. The port describes each method's answers. */
export function createSpaceReader(deps: RequestDeps, identity: ReaderIdentity): SpaceReader {
  const byId: SpaceReader['spacesById'] = (ids) => readSpacesById(deps, identity, ids);
  const byKey: SpaceReader['spacesByKey'] = (keys, most) => readSpacesByKey(deps, identity, keys, most);
  return {
    space: (spaceId) => readSpace(deps, identity, spaceId),
    spacesById: byId,
    spacesByKey: byKey,
    findSpaces: (text) => findSpaces(deps, identity, text, { spacesById: byId, spacesByKey: byKey }),
  };
}

/** Reads spaces as a person who isn't present. The port describes each method's answers. */
export function createRequesterReader(deps: RequestDeps): RequesterReader {
  return {
    space: (accountId, spaceId) => readSpace(deps, requester(accountId), spaceId),
    spacesById: (accountId, ids) => readSpacesById(deps, requester(accountId), ids),
  };
}

/** Reads a space from the list of spaces, narrowed to its id: only there does the document name the key that people see. */
function readSpace(
  deps: RequestDeps,
  identity: ProvingIdentity,
  spaceId: SpaceId,
): Promise<{ space: ProvedSpace; operations: SpaceOperation[] } | undefined> {
  return foundUnless(['NOT_FOUND', 'ATLASSIAN_REFUSED'], async () => {
    const [{ results }, permitted] = await Promise.all([
      send(deps, spaceReads.getSpaces, identity, { query: { ids: spaceId, limit: 1 } }),
      send(deps, spaceReads.getSpaceOperations, identity, { path: { id: spaceId } }),
    ]);
    const [space] = results;
    if (space === undefined) return undefined;
    if (space.id !== spaceId) throw new AppError({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' });
    const operations = permitted.operations.flatMap(({ operation, targetType }) =>
      operation === undefined || targetType === undefined ? [] : [{ operation, targetType }],
    );
    return { space: proved(space), operations };
  });
}

/** Most spaces that one call returns, and most ids or keys that it takes. */
const SPACES_A_CALL = 250;

async function readSpacesById(
  deps: RequestDeps,
  identity: ProvingIdentity,
  ids: readonly SpaceId[],
): Promise<SpaceBrief[]> {
  const pages = await Promise.all(
    inChunks(ids, SPACES_A_CALL).map((some) => readSpaces(deps, identity, { ids: some.join(',') })),
  );
  return pages.flat().map(rowOf);
}

const NONE_CHANGED = { spaces: new Map<string, SpaceBrief>(), complete: true };

/**
 * Finds spaces by their keys, in any letter case: those that they were created with, or those that people see.
 *
 * It isn't documented whether the filter ignores the case of a key, so each is requested as given and in upper case, as most keys are;
 * nor whether it knows changed keys, so those that it didn't find are searched for among the first `most` spaces. If two spaces answer
 * to one key, the one that shows it to people wins.
 */
async function readSpacesByKey(
  deps: RequestDeps,
  identity: ReaderIdentity,
  keys: readonly string[],
  most: number,
): ReturnType<SpaceReader['spacesByKey']> {
  const wanted = new Set(keys.map((key) => key.toLowerCase()));
  const spellings = [...new Set(keys.flatMap((key) => [key, key.toUpperCase()]))];
  const pages = await Promise.all(
    inChunks(spellings, SPACES_A_CALL).map((some) => readSpaces(deps, identity, { keys: some.join(',') })),
  );
  const listed = pages.flat();
  const byKey = new Map(listed.map((space) => [space.key.toLowerCase(), rowOf(space)]));
  const byShownKey = new Map(listed.map((space) => [shownKey(space).toLowerCase(), rowOf(space)]));
  const open = new Set([...wanted].filter((key) => !byShownKey.has(key)));
  const changed = open.size === 0 ? NONE_CHANGED : await readChangedKeys(deps, identity, open, most);
  const found = new Map([...byKey, ...byShownKey, ...changed.spaces]);
  return { spaces: new Map([...found].filter(([key]) => wanted.has(key))), complete: changed.complete };
}

async function readSpaces(
  deps: RequestDeps,
  identity: ProvingIdentity,
  query: Parameters['query'],
): Promise<ListedSpace[]> {
  const request = { query: { ...query, limit: SPACES_A_CALL } };
  const page = await unless(['NOT_FOUND'], { results: [] }, () => send(deps, spaceReads.getSpaces, identity, request));
  return page.results;
}

/** Finds spaces that show one of these keys, in lower case, though they were created with another. */
async function readChangedKeys(
  deps: RequestDeps,
  identity: ReaderIdentity,
  keys: ReadonlySet<string>,
  most: number,
): Promise<typeof NONE_CHANGED> {
  const spaces = new Map<string, SpaceBrief>();
  let cursor: string | undefined;
  for (let read = 0; read < most; read += SPACES_A_CALL) {
    const query = { limit: SPACES_A_CALL, ...(cursor !== undefined && { cursor }) };
    const { results, _links } = await send(deps, spaceReads.getSpaces, identity, { query });
    for (const space of results) {
      const shown = shownKey(space).toLowerCase();
      if (shown !== space.key.toLowerCase() && keys.has(shown)) spaces.set(shown, rowOf(space));
    }
    cursor = cursorIn(_links?.next);
    if (cursor === undefined || spaces.size === keys.size) return { spaces, complete: true };
  }
  return { spaces, complete: false };
}
