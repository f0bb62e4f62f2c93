import { z } from 'zod/mini';

import { FIELD_PROBLEMS } from '../field-problems';
import { SpaceId } from '../ids';
import { MAX_NAMED_SPACES } from '../limits';

const spaceIds = z.array(SpaceId).check(
  z.maxLength(MAX_NAMED_SPACES, FIELD_PROBLEMS.spacesAtMost),
  z.refine((ids) => new Set(ids).size === ids.length, FIELD_PROBLEMS.spaceTwice),
);

/** The spaces whose admins can change groups. */
export const Where = z.discriminatedUnion('spaces', [
  z.strictObject({ spaces: z.literal('only'), spaceIds }),
  z.strictObject({ spaces: z.literal('except'), spaceIds }),
  z.strictObject({ spaces: z.literal('all') }),
]);
export type Where = z.infer<typeof Where>;

export const EVERYWHERE: Where = { spaces: 'all' };
export const NOWHERE: Where = { spaces: 'only', spaceIds: [] };

/** Tells whether the app works in this space. */
export function worksIn(where: Where, spaceId: SpaceId): boolean {
  if (where.spaces === 'all') return true;
  return where.spaceIds.includes(spaceId) === (where.spaces === 'only');
}
