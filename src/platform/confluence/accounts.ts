// Accounts as Confluence describes them: REST v2's bulk lookup, a read by POST.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/
import type { AccountFacts } from '../../broker/facts';
import type { AccountReader } from '../../broker/ports';
import type { AccountId } from '../../shared/ids';
import { APP, type ReaderIdentity } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { userReads } from './operations';

/** Reads up to 250 accounts; unknown ones are missing. Fails with NOT_FOUND if this identity may not see profiles. */
export async function readAccounts(
  deps: RequestDeps,
  identity: ReaderIdentity | typeof APP,
  ids: readonly AccountId[],
): Promise<AccountFacts[]> {
  if (ids.length === 0) return [];
  const { results } = await send(deps, userReads.createBulkUserLookup, identity, { body: { accountIds: ids } });
  return results.flatMap(({ accountId, accountType, accountStatus }) =>
    accountId === undefined ? [] : [{ accountId, accountType, status: accountStatus }],
  );
}

/** Reads accounts as the app itself, without a person. */
export function createAccountReader(deps: RequestDeps): AccountReader {
  return {
    accounts: (ids) => readAccounts(deps, APP, ids),
    account: async (accountId) => {
      const accounts = await readAccounts(deps, APP, [accountId]);
      return accounts.find((account) => account.accountId === accountId);
    },
  };
}
