// Spaces, and what the caller may do in them: REST v2.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/
import type { z } from 'zod';

import { AppError } from '../../broker/errors';
import type { ProvedSpace } from '../../groups/facts';
import type { Directory, SpaceBrief, SpaceOperation } from '../../groups/ports';
import type { SpaceId } from '../../shared/ids';
import { CALLER } from '../rest/identity';
import { send, type Parameters, type RequestDeps } from '../rest/request';
import { unless } from '../rest/unless';
import { spaceReads } from './operations';
import type { SpaceList } from './schemas';

/**
 * A space and what the caller may do in it; undefined if they may not see it.
 *
 * The space comes from the list of spaces, narrowed to its id: only there does the document name the key that people see.
 */
export function readSpace(
  deps: RequestDeps,
  spaceId: SpaceId,
): Promise<{ space: ProvedSpace; operations: SpaceOperation[] } | undefined> {
  return unless(['NOT_FOUND', 'ATLASSIAN_REFUSED'], undefined, async () => {
    const [{ results }, permitted] = await Promise.all([
      send(deps, spaceReads.getSpaces, CALLER, { query: { ids: spaceId, limit: 1 } }),
      send(deps, spaceReads.getSpaceOperations, CALLER, { path: { id: spaceId } }),
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

export async function readSpacesById(deps: RequestDeps, ids: readonly SpaceId[]): Promise<SpaceBrief[]> {
  const pages = await Promise.all(chunks(ids).map((some) => readSpaces(deps, { ids: some.join(',') })));
  return pages.flat().map(rowOf);
}

const NONE_CHANGED = { spaces: new Map<string, SpaceBrief>(), complete: true };

/**
 * Finds spaces by their keys, in any case: by the ones that they were created with, or by the ones that people see.
 *
 * No document says whether the filter minds the case of a key, so each is asked for as given and in upper case, as keys mostly are;
 * nor whether it knows changed keys, so those that it didn't find are looked for among the first `most` spaces. Where two spaces answer
 * to one key, the one that people know by it is meant.
 */
export async function readSpacesByKey(
  deps: RequestDeps,
  keys: readonly string[],
  most: number,
): ReturnType<Directory['spacesByKey']> {
  const wanted = new Set(keys.map((key) => key.toLowerCase()));
  const spellings = [...new Set(keys.flatMap((key) => [key, key.toUpperCase()]))];
  const pages = await Promise.all(chunks(spellings).map((some) => readSpaces(deps, { keys: some.join(',') })));
  const listed = pages.flat();
  const byKey = new Map(listed.map((space) => [space.key.toLowerCase(), rowOf(space)]));
  const byShownKey = new Map(listed.map((space) => [shownKey(space).toLowerCase(), rowOf(space)]));
  const open = new Set([...wanted].filter((key) => !byShownKey.has(key)));
  const changed = open.size === 0 ? NONE_CHANGED : await readChangedKeys(deps, open, most);
  const found = new Map([...byKey, ...byShownKey, ...changed.spaces]);
  return { spaces: new Map([...found].filter(([key]) => wanted.has(key))), complete: changed.complete };
}

type ListedSpace = z.output<typeof SpaceList>['results'][number];

function proved(space: ListedSpace): ProvedSpace {
  return {
    spaceId: space.id,
    key: shownKey(space),
    name: space.name,
    personal: isPersonal(space),
    current: space.status === 'current',
  };
}

/** The key that people see: it can be changed, and `key` then stays what it was. */
function shownKey({ key, currentActiveAlias }: ListedSpace): string {
  return currentActiveAlias ?? key;
}

function isPersonal({ type, key }: ListedSpace): boolean {
  return type === 'personal' || key.startsWith('~');
}

/** Most spaces that one call answers, and most ids or keys that it takes. */
const SPACES_A_CALL = 250;

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / SPACES_A_CALL) }, (_, index) =>
    items.slice(index * SPACES_A_CALL, (index + 1) * SPACES_A_CALL),
  );
}

async function readSpaces(deps: RequestDeps, query: Parameters['query']): Promise<ListedSpace[]> {
  const request = { query: { ...query, limit: SPACES_A_CALL } };
  const page = await unless(['NOT_FOUND'], { results: [] }, () => send(deps, spaceReads.getSpaces, CALLER, request));
  return page.results;
}

function rowOf(space: ListedSpace): SpaceBrief {
  return {
    id: space.id,
    key: shownKey(space),
    name: space.name,
    personal: isPersonal(space),
  };
}

/** Spaces that people know by one of these keys, in lower case, though they were created with another. */
async function readChangedKeys(
  deps: RequestDeps,
  keys: ReadonlySet<string>,
  most: number,
): Promise<typeof NONE_CHANGED> {
  const spaces = new Map<string, SpaceBrief>();
  let cursor: string | undefined;
  for (let read = 0; read < most; read += SPACES_A_CALL) {
    const query = { limit: SPACES_A_CALL, ...(cursor !== undefined && { cursor }) };
    const { results, _links } = await send(deps, spaceReads.getSpaces, CALLER, { query });
    for (const space of results) {
      const shown = shownKey(space).toLowerCase();
      if (shown !== space.key.toLowerCase() && keys.has(shown)) spaces.set(shown, rowOf(space));
    }
    cursor = cursorIn(_links?.next);
    if (cursor === undefined || spaces.size === keys.size) return { spaces, complete: true };
  }
  return { spaces, complete: false };
}

/** https://developer.atlassian.com/cloud/confluence/rest/v2/intro/#pagination */
function cursorIn(next: unknown): string | undefined {
  if (typeof next !== 'string') return undefined;
  return new URLSearchParams(next.slice(next.indexOf('?') + 1)).get('cursor') ?? undefined;
}
