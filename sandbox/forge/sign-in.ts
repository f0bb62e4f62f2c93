// Who sends a request to the sandbox: HTTP Basic as on Atlassian Cloud, or the person switcher's cookie.
// https://developer.atlassian.com/cloud/confluence/basic-auth-for-rest-apis/
import type { Site } from '../contract/site';

/** The owner of the request's `email:token` credentials, or undefined if there are none or they are wrong. */
export function basicAccount(site: Site, request: Request): string | undefined {
  const encoded = /^Basic\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  return colon < 0 ? undefined : site.authenticate(credentials.slice(0, colon), credentials.slice(colon + 1));
}

export type SignIn = { accountId: string | undefined } | 'wrong credentials';

/** The signed-in person; nobody is allowed, wrong credentials are not. */
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

/** Set by the person switcher; holds an accountId. */
const PERSON_COOKIE = 'sandbox-person';

/** Undefined if there is none; throws a URIError if it is malformed. */
function cookieAccount(request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === PERSON_COOKIE)?.[1];
  return value === undefined || value === '' ? undefined : decodeURIComponent(value);
}
