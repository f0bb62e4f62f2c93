// Lists of groups, which REST v1 pages by offset.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/#api-wiki-rest-api-group-get
import type { z } from 'zod/mini';

import { AppError } from '../../broker/errors';
import type { GroupFacts } from '../../broker/facts';
import type { Group } from './schemas';

/** Size of a page of groups: the default and, where one is documented, the maximum. */
export const GROUPS_A_PAGE = 200;

export function factsOf({ id, ...rest }: z.output<typeof Group>): GroupFacts {
  return { groupId: id, ...rest };
}

interface Page {
  results: z.output<typeof Group>[];
  limit?: number | undefined;
  _links?: { next?: unknown } | undefined;
}

/**
 * Returns where the next page starts, or undefined after the last.
 *
 * It goes by the number of results: the `next` link skips rows where the server shortens a page. A short page is the last only if
 * the server says neither that it shortens pages nor that there is more.
 */
export function nextStartOf(page: Page, start: number): number | undefined {
  const { length } = page.results;
  const isFull = length >= Math.min(page.limit ?? GROUPS_A_PAGE, GROUPS_A_PAGE);
  return length > 0 && (isFull || page._links?.next !== undefined) ? start + length : undefined;
}

/**
 * Visits every group, page by page, for as long as `visit` asks for more.
 *
 * Fails with UPSTREAM_CONTRACT if a page comes twice, as it does where `start` is ignored (CONFCLOUD-62418): the list would not be
 * complete.
 */
export async function visitGroups(
  readPage: (start: number) => Promise<Page>,
  visit: (group: GroupFacts) => 'more' | 'enough',
): Promise<void> {
  let start: number | undefined = 0;
  let firstOfPage: string | undefined;
  while (start !== undefined) {
    const page: Page = await readPage(start);
    const first = page.results[0]?.id;
    if (first !== undefined && first === firstOfPage) {
      throw new AppError({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' });
    }
    firstOfPage = first;
    for (const group of page.results) if (visit(factsOf(group)) === 'enough') return;
    start = nextStartOf(page, start);
  }
}
