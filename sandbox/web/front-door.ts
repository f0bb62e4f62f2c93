// Access to the server. Any page in a browser can send requests to this machine, under any name
// that resolves to it; only the sandbox's own pages may. https://developer.mozilla.org/en-US/docs/Web/Security/Attacks/DNS_rebinding
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { PERSON_COOKIE, THEME_COOKIE } from './boot';

/** Admits requests to this port of this machine that come from its own pages or from no page; any other gets 403. */
export function onlyFromHere(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = hostsOf(port());
    const origins = hosts.map((host) => `http://${host}`);
    const origin = context.req.header('origin');
    const isHere = hosts.includes(context.req.header('host')?.toLowerCase() ?? '');
    if (isHere && (origin === undefined || origins.includes(origin))) return next();
    return context.text(`This sandbox answers only its own pages, at ${origins.join(' or ')}.`, 403);
  };
}

/** Above every operation's limit: Confluence's v2 API refuses from 5 MB on. */
const BODY_BYTES = 10 * 1024 * 1024;
/** Default depth limit of Jackson, which servers such as Atlassian's use. */
const JSON_DEPTH = 1000;

/** Refuses unreadable requests: 413 for a body that is too large, 400 for a cookie or JSON that would break its reader. */
export const onlyReadable: readonly MiddlewareHandler[] = [
  bodyLimit({ maxSize: BODY_BYTES }),
  async (context, next) => {
    if (!hasReadableCookies(context)) return context.text('A cookie of the sandbox is malformed.', 400);
    const text = await bodyOf(context.req.raw);
    if (text === undefined) return context.text("The body can't be read.", 400);
    if (isTooDeep(text)) return context.text(`The body is nested more than ${String(JSON_DEPTH)} levels deep.`, 400);
    return next();
  },
];

const NAMES = ['localhost', '127.0.0.1'];
const HTTP_PORT = 80;

function hostsOf(port: number): string[] {
  return [...NAMES.map((name) => `${name}:${String(port)}`), ...(port === HTTP_PORT ? NAMES : [])];
}

/** Checks only the sandbox's own cookies: browsers also send those of other servers on this machine. */
function hasReadableCookies({ req }: Context): boolean {
  const pairs = (req.header('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs
    .filter(([name]) => name === PERSON_COOKIE || name === THEME_COOKIE)
    .every(([, value = '']) => isDecodable(value));
}

function isDecodable(value: string): boolean {
  try {
    decodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}

/** Reads a copy of the body: the request itself stays readable. */
async function bodyOf(request: Request): Promise<string | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return '';
  return request
    .clone()
    .text()
    .catch(() => undefined);
}

/** Counts brackets outside of strings; leaves invalid JSON to its readers. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') isInString = !isInString;
    else if (isInString && character === '\\') at += 1;
    else if (!isInString && '[{'.includes(character)) depth += 1;
    else if (!isInString && ']}'.includes(character)) depth -= 1;
    if (depth > JSON_DEPTH) return true;
  }
  return false;
}
