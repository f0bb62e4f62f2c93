// Pages: v1 counts with start and limit, v2 hands out an opaque cursor.
// https://developer.atlassian.com/cloud/confluence/rest/v2/intro/#pagination
import { z } from 'zod';

import { numberParam } from '../core/call';
import { Refusal } from '../core/refusal';
import { V2_PAGE } from './limits';
import type { Call } from './model';

interface OffsetPage<T> {
  items: T[];
  start: number;
  limit: number;
  links: Record<string, string>;
}

/**
 * Takes one page of a v1 list.
 *
 * Above `max` the page is silently cut short, but the next link steps by the requested limit, so rows are lost.
 * Clients report this of Confluence: https://github.com/onyx-dot-app/onyx/pull/4129
 */
export function offsetPage<T>(call: Call, all: readonly T[], size: { default: number; max: number }): OffsetPage<T> {
  const start = numberParam(call, 'start', 0);
  const requested = numberParam(call, 'limit', size.default);
  const limit = Math.min(requested, size.max);
  const items = all.slice(start, start + limit);
  const links: Record<string, string> = {
    base: `${call.url.origin}/wiki`,
    context: '/wiki',
    self: `${call.url.origin}${call.url.pathname}${call.url.search}`,
  };
  if (items.length > 0 && start + items.length < all.length) {
    const query = new URLSearchParams(call.url.searchParams);
    query.set('start', `${start + requested}`);
    query.set('limit', `${requested}`);
    // Relative to `base`.
    links['next'] = `${call.url.pathname.replace(/^\/wiki/, '')}?${query}`;
  }
  return { items, start, limit, links };
}

interface CursorPage<T> {
  items: T[];
  links: { base: string; next?: string };
  headers: { link: string };
}

/** Takes one page of a v2 list. */
export function cursorPage<T>(call: Call, all: readonly T[]): CursorPage<T> {
  const limit = numberParam(call, 'limit', V2_PAGE.default);
  if (limit < 1 || limit > V2_PAGE.max) {
    throw new Refusal(400, `The parameter limit must be from 1 to ${V2_PAGE.max}`);
  }
  const from = readCursor(call.url);
  const items = all.slice(from, from + limit);
  const base = `${call.url.origin}/wiki`;
  const baseLink = `<${base}>; rel="base"`;
  if (from + limit >= all.length) {
    return { items, links: { base }, headers: { link: baseLink } };
  }
  const query = new URLSearchParams(call.url.searchParams);
  query.set('limit', `${limit}`);
  query.set('cursor', writeCursor({ from: from + limit, list: call.url.pathname }));
  const next = `${call.url.pathname}?${query}`;
  return { items, links: { next, base }, headers: { link: `<${next}>; rel="next", ${baseLink}` } };
}

/** Holds the start of the next page, and its list. */
const cursorSchema = z.strictObject({ from: z.int().min(1), list: z.string() });

/** Reads a cursor. It continues only its own list; any other is refused. */
function readCursor({ pathname, searchParams }: URL): number {
  const cursor = searchParams.get('cursor');
  if (cursor === null) {
    return 0;
  }
  try {
    const { from, list } = cursorSchema.parse(JSON.parse(atob(cursor)));
    if (list === pathname) {
      return from;
    }
  } catch {
    // Not one of our cursors: refused below.
  }
  throw new Refusal(400, 'The cursor is invalid');
}

function writeCursor(content: z.infer<typeof cursorSchema>): string {
  return btoa(JSON.stringify(content));
}
