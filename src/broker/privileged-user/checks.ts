import type { Check } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import { failureOf } from '../errors';
import type { AccountFacts } from '../facts';
import type { ImpersonationResult, BrokerPorts } from '../ports';

const UNCLEAR = Symbol('could not be checked');

/** Checks whether the account can be acted for: it must be an active person's. */
export async function checkAccount({ accountReader }: BrokerPorts, accountId: AccountId): Promise<Check> {
  try {
    return accountCheck(await accountReader.account(accountId));
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    return accountCheck(UNCLEAR);
  }
}

/** Checks whether acting as this account yields this account. */
export async function checkImpersonation({ privilegedReader }: BrokerPorts, accountId: AccountId): Promise<Check> {
  return impersonationCheck(await privilegedReader.impersonate(accountId));
}

/** Checks whether the account is in a site-admin group. Only a hint: membership doesn't decide, and others can manage groups too. */
export async function checkSiteAdminGroup({ privilegedReader }: BrokerPorts, accountId: AccountId): Promise<Check> {
  const isIn = await privilegedReader.isInSiteAdminGroup(accountId);
  if (isIn === undefined) return { name: 'siteAdminGroup', outcome: 'unclear' };
  return { name: 'siteAdminGroup', outcome: isIn ? 'passed' : 'hint' };
}

/** Turns Confluence's description of an account into the first check. */
function accountCheck(facts: AccountFacts | undefined | typeof UNCLEAR): Check {
  function failed(cause: Check['cause']): Check {
    return { name: 'account', outcome: 'failed', ...(cause && { cause }) };
  }
  if (facts === UNCLEAR) return { name: 'account', outcome: 'unclear' };
  if (facts === undefined || facts.status === 'closed') return failed('left');
  if (facts.accountType === 'app' || facts.accountType === 'customer') return failed('unsupportedAccountType');
  if (facts.status === 'inactive') return failed('deactivated');
  return {
    name: 'account',
    outcome: facts.accountType === 'atlassian' && facts.status === 'active' ? 'passed' : 'unclear',
  };
}

function impersonationCheck(result: ImpersonationResult): Check {
  if (result.works === undefined) return { name: 'impersonation', outcome: 'unclear' };
  return result.works
    ? { name: 'impersonation', outcome: 'passed' }
    : { name: 'impersonation', outcome: 'failed', cause: result.cause, ...(result.byForge && { byForge: true }) };
}
