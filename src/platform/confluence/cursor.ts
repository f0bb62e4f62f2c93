/** Returns the cursor of the next page from an answer's `next` link. https://developer.atlassian.com/cloud/confluence/rest/v2/intro/#pagination */
export function cursorIn(next: unknown): string | undefined {
  if (typeof next !== 'string') return undefined;
  return new URLSearchParams(next.slice(next.indexOf('?') + 1)).get('cursor') ?? undefined;
}
