// The Retry-After header, which Confluence sends with 429 and some 503.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/

/** Returns the milliseconds to wait, from seconds or a date. Undefined: absent or unreadable. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // Date.parse takes fragments such as "-5" for years: a date names its day.
  const at = /[A-Za-z]{3}|\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
