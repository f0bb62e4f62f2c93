// People for whom the platform runs an app's functions at all.
// https://developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users/
import type { AccountFacts } from '../contract/site';
import { InvocationFailure } from './failure';
import type { Installation } from './installation';
import { hasAccess } from './products';
import type { Product } from './products';

/** Requires an account that may open the app in this product. Throws InvocationFailure for any other. */
export function requireAccess(installation: Installation, product: Product, accountId: string): AccountFacts {
  const account = installation.site.account(accountId);
  if (account?.active !== true || !hasAccess(account, product) || account.accountType === 'app') {
    throw new InvocationFailure('INVOCATION_REFUSED', 'This person cannot open the app');
  }
  return account;
}
