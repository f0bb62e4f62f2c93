// Checks before every handler, in this order: sign-in, scopes, forgery, permission to use the product, opt-in.
// https://developer.atlassian.com/cloud/confluence/security-for-forge-apps/
import type { Identity } from '../../contract/identity';
import type { Actor, People } from '../people/model';
import type { Row } from './call';
import type { Product } from './product';
import { closedToApps, Refusal, scopeMismatch } from './refusal';

interface Caller<Model extends People> {
  request: Request;
  identity: Identity;
  state: Model;
}

/** Admits a call, or throws Atlassian's refusal. */
export function admit<Model extends People>(
  product: Product<Model>,
  row: Row<Model>,
  { request, identity, state }: Caller<Model>,
): Actor {
  if (identity.kind === 'anonymous') {
    throw new Refusal(401, 'Sign in with an email address and an API token');
  }
  if (identity.kind !== 'basic') {
    if (row.closedToApps) {
      throw closedToApps();
    }
    requireScopes(identity.scopes, row.scopes);
  } else if (row.method !== 'GET' && isForgeable(request)) {
    throw new Refusal(403, 'XSRF check failed', 'text');
  }
  const accountId = identity.kind === 'app' ? state.appAccountId : identity.accountId;
  const account = state.accounts.get(accountId);
  if (account === undefined) {
    throw new Refusal(401, 'This account is unknown to the site');
  }
  product.requireUse(state, account, row);
  if (row.experimental && request.headers.get('x-experimentalapi') !== 'opt-in') {
    throw new Refusal(412, 'This operation is experimental. Opt in with the header X-ExperimentalApi: opt-in.');
  }
  return { kind: identity.kind, account };
}

/** Refuses a token without the scopes of the operation; any one of the alternatives is enough. Some operations need none. */
function requireScopes(held: readonly string[], alternatives: readonly (readonly string[])[]): void {
  if (alternatives.length > 0 && !alternatives.some((scopes) => scopes.every((scope) => held.includes(scope)))) {
    throw scopeMismatch();
  }
}

/**
 * Recognizes a write that another page could make a browser send: it comes from a browser and lacks the header that no form can set.
 * https://confluence.atlassian.com/cloudkb/xsrf-check-failed-when-calling-cloud-apis-826874382.html
 */
function isForgeable({ headers }: Request): boolean {
  const fromBrowser = headers.has('origin') || /\bMozilla\//.test(headers.get('user-agent') ?? '');
  return fromBrowser && headers.get('x-atlassian-token')?.toLowerCase() !== 'no-check';
}
