// Pages of a query: limits and cursors. A cursor continues only its own query.
// https://developer.atlassian.com/platform/forge/storage-reference/entities/#cursors
import { z } from 'zod';

import { STORAGE_LIMITS } from '../limits';
import type { KvsCode } from './errors';
import { KvsRefusal } from './errors';

export function pageLimit(limit: number | undefined, code: KvsCode): number {
  const wanted = limit ?? STORAGE_LIMITS.defaultPage;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > STORAGE_LIMITS.maxPage) throw new KvsRefusal(code);
  return wanted;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const cursorContent = z.object({ query: z.string(), position: z.tuple([scalar, z.string()]) });

/** Marks the end of a page: the value that rows are ordered by, and the key. */
export type Position = z.infer<typeof cursorContent>['position'];

/**
 * Takes one page from rows in query order.
 *
 * The cursor is bound to `query`; `isAfter` tells whether a row comes after a cursor's position.
 */
export function takePage<Item>(
  items: readonly Item[],
  options: {
    limit: number;
    cursor: string | undefined;
    query: unknown;
    positionOf: (item: Item) => Position;
    isAfter: (item: Item, position: Position) => boolean;
  },
): { page: readonly Item[]; cursor?: string } {
  const query = JSON.stringify(options.query);
  const start = options.cursor === undefined ? undefined : decode(options.cursor, query);
  const remaining = start === undefined ? items : items.filter((item) => options.isAfter(item, start));
  const page = remaining.slice(0, options.limit);
  const last = page.at(-1);
  if (last === undefined || remaining.length === page.length) return { page };
  return { page, cursor: encode({ query, position: options.positionOf(last) }) };
}

function decode(cursor: string, query: string): Position {
  try {
    const content = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (content.query === query) return content.position;
  } catch {
    // Not one of our cursors: the same refusal.
  }
  throw new KvsRefusal('INVALID_CURSOR');
}

function encode(content: z.infer<typeof cursorContent>): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
