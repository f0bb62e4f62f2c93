// Sign-in to the sandbox: HTTP Basic as on Atlassian Cloud, or the person switcher's cookie.
// https://developer.atlassian.com/cloud/confluence/basic-auth-for-rest-apis/
import type { Site } from '../contract/site';

/** Returns the owner of the request's `email:token` credentials; undefined if there are none or they're wrong. */
export function basicAccount(site: Site, request: Request): string | undefined {
  const encoded = /^Basic\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  return colon < 0 ? undefined : site.authenticate(credentials.slice(0, colon), credentials.slice(colon + 1));
}

export type SignIn = { accountId: string | undefined } | 'wrong credentials';

/** Returns the signed-in person. Requests without credentials are allowed, wrong credentials aren't. */
export function signInOf(site: Site, request: Request): SignIn {
  if (!request.headers.has('authorization')) return cookieSignIn(request);
  const accountId = basicAccount(site, request);
  return accountId === undefined ? 'wrong credentials' : { accountId };
}

function cookieSignIn(request: Request): SignIn {
  try {
    return { accountId: cookieAccount(request) };
  } catch {
    return 'wrong credentials';
  }
}

/** Cookie that the person switcher sets; holds an accountId. */
const PERSON_COOKIE = 'sandbox-person';

/** Reads the cookie; undefined if there is none. Throws a URIError if it's malformed. */
function cookieAccount(request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === PERSON_COOKIE)?.[1];
  return value === undefined || value === '' ? undefined : decodeURIComponent(value);
}
