// The identity of a product call that leaves Forge, or the refusal of it.
// https://developer.atlassian.com/platform/forge/security/#user-impersonation
import type { Identity } from '../contract/identity';
import { needsAuthentication, proxyError } from './failure';
import { approvedScopes, impersonationScopes } from './installation';
import type { Installation } from './installation';
import { hasAccess } from './products';
import type { Product } from './products';

/** Describes a call as `asApp()`, `asUser()`, `asUser(id)` and the bare request functions pass it to `__forge_fetch__`. */
export interface ProductDescriptor {
  product: Product;
  provider: 'app' | 'user' | 'none';
  /** Undefined for the person present. Any other value, the empty string too, is an id to impersonate. */
  accountId: unknown;
}

/** Returns the identity of a product call, or the proxy's refusal. `caller` is the person present, if any. */
export function identityOf(
  installation: Installation,
  descriptor: ProductDescriptor,
  caller: string | undefined,
): Identity | Response {
  if (descriptor.provider === 'none') return { kind: 'anonymous' };
  if (descriptor.provider === 'app') return { kind: 'app', scopes: approvedScopes(installation) };
  if (descriptor.accountId !== undefined) return impersonated(installation, descriptor);
  // Staff: https://community.developer.atlassian.com/t/82502
  if (caller === undefined) return proxyError(401, 'AUTH_TYPE_UNAVAILABLE', 'There is no user in this invocation');
  if (installation.withoutConsent.has(caller)) return needsAuthentication();
  return { kind: 'user', accountId: caller, scopes: approvedScopes(installation), impersonated: false };
}

/**
 * Names a refused impersonation. Atlassian documents no code for it (https://jira.atlassian.com/browse/ID-9158 only says 401),
 * so this one is the sandbox's own: an app must not depend on it.
 */
const IMPERSONATION_REFUSED = 'IMPERSONATION_REFUSED';

function impersonated(installation: Installation, descriptor: ProductDescriptor): Identity | Response {
  const reason = refusal(installation, descriptor);
  if (reason !== undefined) return proxyError(401, IMPERSONATION_REFUSED, `Impersonation refused: ${reason}`);
  if (installation.withoutConsent.has(String(descriptor.accountId))) return needsAuthentication();
  const scopes = impersonationScopes(installation);
  return { kind: 'user', accountId: String(descriptor.accountId), scopes, impersonated: true };
}

/** Returns Forge's reason for not acting for this account; undefined if it would. */
function refusal(installation: Installation, { product, accountId }: ProductDescriptor): string | undefined {
  if (typeof accountId !== 'string' || accountId === '') return 'the account id is not valid';
  const account = installation.site.account(accountId);
  if (account === undefined) return 'the account is unknown';
  if (account.accountType !== 'atlassian') return `the account is of type ${account.accountType}`;
  if (!account.active) return 'the account is deactivated';
  if (!hasAccess(account, product)) return 'the account has no access to the app';
  if (!installation.shared && !installation.contributors.has(accountId)) return 'the app is not shared';
  return undefined;
}
