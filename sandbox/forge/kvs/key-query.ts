// Queries over plain keys, in the order of their keys.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-api-query/
import { z } from 'zod';

import { compareScalars } from './conditions';
import { KvsRefusal } from './errors';
import { pageLimit, takePage } from './pages';
import { entryOf, liveTable } from './tables';
import type { Store } from './tables';
import { getOptions } from './writes';

const request = z.object({
  limit: z.number().optional(),
  /** Cursor of the previous page. */
  after: z.string().optional(),
  where: z.array(z.unknown()).optional(),
  options: getOptions.optional(),
});

export function queryKeys(store: Store, body: unknown): unknown {
  const { limit, after, where: clauses, options } = request.parse(body);
  const prefix = prefixOf(clauses);
  const rows = [...liveTable(store, { kind: 'plain' })]
    .filter(([key]) => key.startsWith(prefix))
    .toSorted(([left], [right]) => compareScalars(left, right));
  const { page, ...rest } = takePage(rows, {
    limit: pageLimit(limit, 'LIST_QUERY_LIMIT_EXCEEDED'),
    cursor: after,
    query: { prefix },
    positionOf: ([key]) => [key, key],
    isAfter: ([key], [position]) => compareScalars(key, position) > 0,
  });
  return { data: page.map(([key, row]) => entryOf(key, row, options?.metadataFields)), ...rest };
}

const where = z.tuple([
  z.object({ property: z.literal('key'), condition: z.literal('BEGINS_WITH'), values: z.tuple([z.string()]) }),
]);

function prefixOf(clauses: unknown[] | undefined): string {
  if (clauses === undefined) return '';
  const parsed = where.safeParse(clauses);
  if (!parsed.success) throw new KvsRefusal('QUERY_WHERE_INVALID');
  return parsed.data[0].values[0];
}
