// What every call passes before its handler: sign-in, scopes, forgery check, permission to use the product, opt-in. In this order.
// https://developer.atlassian.com/cloud/confluence/security-for-forge-apps/
import type { Identity } from '../../contract';
import type { Account, State } from '../confluence/model';
import { canUse, requireScopes } from '../confluence/rules';
import { canUseJira, requireAgentLicence } from '../jira/rules';
import type { Actor, Row } from './call';
import { productOf } from './product';
import { closedToApps, Refusal } from './refusal';

/** Admits a call, or throws the refusal that Atlassian would answer. */
export function admit(row: Row, request: Request, identity: Identity, state: State): Actor {
  if (identity.kind === 'anonymous') {
    throw new Refusal(401, 'Sign in with an e-mail address and an API token');
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
  requireProduct(row, account, state);
  if (row.experimental && request.headers.get('x-experimentalapi') !== 'opt-in') {
    throw new Refusal(412, 'This operation is experimental. Opt in with the header X-ExperimentalApi: opt-in.');
  }
  return { kind: identity.kind, account };
}

function requireProduct({ path, operationId }: Row, account: Account, state: State): void {
  switch (productOf(path)) {
    case 'jsm':
      if (operationId !== 'getInfo') {
        requireAgentLicence(state, account);
      }
      return;
    case 'jira':
      if (!canUseJira(state, account)) {
        throw new Refusal(403, 'Current user not permitted to use Jira');
      }
      return;
    case 'confluence':
      if (!canUse(state, account)) {
        const isV2 = path.startsWith('/wiki/api/v2/');
        throw new Refusal(isV2 ? 404 : 403, isV2 ? 'Not Found' : 'Current user not permitted to use Confluence');
      }
  }
}

/**
 * A write that another page could have made a browser send: it looks like a browser's and lacks the header that no form can set.
 * https://confluence.atlassian.com/cloudkb/xsrf-check-failed-when-calling-cloud-apis-826874382.html
 */
function isForgeable({ headers }: Request): boolean {
  const fromBrowser = headers.has('origin') || /\bMozilla\//.test(headers.get('user-agent') ?? '');
  return fromBrowser && headers.get('x-atlassian-token')?.toLowerCase() !== 'no-check';
}
