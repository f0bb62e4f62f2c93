import { z } from 'zod';

import type { Client } from './client';

const PAGE = 200;

const searchSchema = z.object({
  results: z.array(z.unknown()),
  totalSize: z.int().min(0),
  _links: z.object({ next: z.unknown().optional() }).optional(),
});

const MANY = 500;

/**
 * Returns a reason why the site may be too large to try things on; undefined if it isn't.
 *
 * The user search returns a total, or only the size of its page: then a full page proves nothing.
 */
export async function manyPeople({ people, send }: Client): Promise<string | undefined> {
  for (const kind of people.keys()) {
    const path = `/wiki/rest/api/search/user?cql=type%3Duser&limit=${String(PAGE)}`;
    const { data } = searchSchema.safeParse((await send(kind, { method: 'GET', path }))?.body);
    if (data === undefined) continue;
    const isTotal =
      data.totalSize > data.results.length || (data.results.length < PAGE && data._links?.next === undefined);
    if (isTotal) return data.totalSize > MANY ? `The site has ${String(data.totalSize)} people.` : undefined;
    break;
  }
  return "The site doesn't say how many people it has.";
}
