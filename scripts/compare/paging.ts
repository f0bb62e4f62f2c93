// The fields of an answer that tell whether there is more.
import type { Answer, Call } from './client';
import { jsonType } from './fields';

const COUNTS = ['start', 'limit', 'size', 'totalSize', 'isLastPage', 'startAt', 'maxResults', 'total'];

/** Reads the paging fields of an answer, each as its type or form. The link to the next page counts only if both pages are full, or neither is. */
export function pagingOf({ body, link }: Answer): Map<string, string> {
  const fields = record(body);
  const { next } = record(fields['_links']);
  return new Map([
    ...COUNTS.map((name): [string, string] => [name, jsonType(fields[name])]),
    ['_links.next', formOf(next)],
    ['Link: rel="next"', /rel="?next/.test(link) ? 'there' : 'absent'],
  ]);
}

/** Tells whether a page is full, so that there may be another. */
export function isFull({ path }: Call, { body }: Answer): boolean {
  const { searchParams } = new URL(path, 'http://localhost');
  const requested = Number(searchParams.get('limit') ?? searchParams.get('maxResults') ?? Number.POSITIVE_INFINITY);
  const items = Array.isArray(body) ? body : Object.values(record(body)).find((value) => Array.isArray(value));
  return (items?.length ?? 0) >= requested;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Describes the form of a link, never its target. */
function formOf(next: unknown): string {
  if (typeof next !== 'string') return jsonType(next);
  if (/^https?:/.test(next)) return 'a whole address';
  return next.startsWith('/wiki/') || next.startsWith('/rest/servicedeskapi/')
    ? "a path from the site's root"
    : 'a path from a base';
}
