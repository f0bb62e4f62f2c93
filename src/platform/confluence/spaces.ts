// Spaces, and what the caller may do in them: REST v2.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/
import type { z } from 'zod';

import { AppError } from '../../domain/errors';
import type { ProvedSpace } from '../../domain/groups';
import type { Directory, SpaceOperation } from '../../domain/ports';
import type { SpaceId } from '../../shared/ids';
import { CALLER } from '../rest/identity';
import { send, type Parameters, type RequestDeps } from '../rest/request';
import { unless } from '../rest/unless';
import type { Space } from './schemas';

/** Most spaces that one call answers, and most ids or keys that it takes. */
const SPACES_A_CALL = 250;

type SpaceAnswer = z.output<typeof Space>;
type SpaceRow = Awaited<ReturnType<Directory['spacesById']>>[number];

const isPersonal = ({ type, key }: SpaceAnswer): boolean => type === 'personal' || key.startsWith('~');

const rowOf = (space: SpaceAnswer): SpaceRow => ({
  id: space.id,
  key: space.key,
  name: space.name,
  personal: isPersonal(space),
});

const proved = (space: SpaceAnswer): ProvedSpace => ({
  spaceId: space.id,
  key: space.key,
  name: space.name,
  personal: isPersonal(space),
  current: space.status === 'current',
});

const readSpaces = async (deps: RequestDeps, query: Parameters['query']): Promise<SpaceRow[]> => {
  const request = { query: { ...query, limit: SPACES_A_CALL } };
  const page = await unless(['NOT_FOUND'], { results: [] }, () => send(deps, 'getSpaces', CALLER, request));
  return page.results.map(rowOf);
};

const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / SPACES_A_CALL) }, (_, index) =>
    items.slice(index * SPACES_A_CALL, (index + 1) * SPACES_A_CALL),
  );

/** A space and what the caller may do in it; undefined if he may not see it. */
export const readSpace = (
  deps: RequestDeps,
  spaceId: SpaceId,
): Promise<{ space: ProvedSpace; operations: SpaceOperation[] } | undefined> =>
  unless(['NOT_FOUND', 'ATLASSIAN_REFUSED'], undefined, async () => {
    const path = { id: spaceId };
    const [space, permitted] = await Promise.all([
      send(deps, 'getSpaceById', CALLER, { path }),
      send(deps, 'getSpaceOperations', CALLER, { path }),
    ]);
    if (space.id !== spaceId) throw new AppError({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' });
    const operations = permitted.operations.flatMap(({ operation, targetType }) =>
      operation === undefined || targetType === undefined ? [] : [{ operation, targetType }],
    );
    return { space: proved(space), operations };
  });

export const readSpacesById = async (deps: RequestDeps, ids: readonly SpaceId[]): Promise<SpaceRow[]> => {
  const pages = await Promise.all(chunks(ids).map((some) => readSpaces(deps, { ids: some.join(',') })));
  return pages.flat();
};

/** No document says whether Confluence minds the case of a key, so each is asked for as given and in upper case, as keys mostly are. */
export const readSpacesByKey = async (deps: RequestDeps, keys: readonly string[]): Promise<SpaceRow[]> => {
  const spellings = [...new Set(keys.flatMap((key) => [key, key.toUpperCase()]))];
  const pages = await Promise.all(chunks(spellings).map((some) => readSpaces(deps, { keys: some.join(',') })));
  // Whoever gives a group to a space by its key means no other one.
  const wanted = new Set(keys.map((key) => key.toLowerCase()));
  const found = pages.flat().filter((space) => wanted.has(space.key.toLowerCase()));
  return [...new Map(found.map((space) => [space.id, space])).values()];
};
