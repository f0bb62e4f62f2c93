// The meaning of a 401, a 403 or Forge's own error: a scope, a consent, an account, or the product's own refusal.
// https://developer.atlassian.com/platform/forge/runtime-reference/product-fetch-api/
import { NeedsAuthenticationError } from '@forge/api';

import type { ApiError } from '../../shared/result';
import type { AreGranted } from './granted-scopes';
import type { Identity } from './identity';
import type { Operation } from './operation';
import type { Reply } from './reply';

/**
 * Names the cause of a refused call.
 *
 * Forge gives the same refusal for a scope, a consent and an account, so the granted scopes decide; if the runtime doesn't tell them,
 * nothing is concluded.
 */
export function refusalOf({ scopes }: Operation, identity: Identity, reply: Reply, areGranted: AreGranted): ApiError {
  if (!isForges(identity, reply)) return { code: 'ATLASSIAN_REFUSED', changed: 'nothing' };
  if (identity.as === 'requester') return { code: 'FORBIDDEN', reason: 'REQUESTER_UNAVAILABLE' };
  const account = identity.as === 'privilegedUser' ? { accountId: identity.accountId } : {};
  const granted = areGranted(scopes);
  if (granted === undefined) return { code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notKnown', ...account };
  if (!granted) return { code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved', ...account };
  switch (identity.as) {
    case 'privilegedUser':
      return { code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'noAppAccess', ...account };
    case 'caller':
      return { code: 'CONSENT_MISSING' };
    case 'app':
      return { code: 'ATLASSIAN_REFUSED', changed: 'nothing' };
  }
}

/** Tells whether Forge acts as a person who doesn't have to be present. */
export function isImpersonated({ as }: Identity): boolean {
  return as === 'privilegedUser' || as === 'requester';
}

/** Matches the gateway's words for a scope that the app doesn't have: https://community.developer.atlassian.com/t/50478 */
const SCOPE_WORDS: Readonly<Record<number, RegExp>> = {
  401: /scope does not match/i,
  403: /denied due to missing scope grants/i,
};

/** Tells whether Forge or its gateway refused, rather than Confluence or Jira. Other errors of the proxy concern impersonation only. */
function isForges(identity: Identity, { status, body, thrown, fromForge }: Reply): boolean {
  if (thrown instanceof NeedsAuthenticationError) return true;
  return SCOPE_WORDS[status ?? 0]?.test(body) === true || (fromForge && isImpersonated(identity));
}
