// Accounts as Confluence describes them: REST v2's bulk lookup, a read by POST.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-user/
import type { AccountFacts } from '../../broker/facts';
import type { AccountReader } from '../../broker/ports';
import { inChunks } from '../../broker/side-by-side';
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

/** Most accounts of one call. */
const ACCOUNTS_A_CALL = 250;

/** Reads the names that accounts show to this identity. */
export async function readNames(
  deps: RequestDeps,
  identity: ReaderIdentity,
  ids: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, string>> {
  const answers = await Promise.all(
    inChunks([...new Set(ids)], ACCOUNTS_A_CALL).map((accountIds) =>
      send(deps, userReads.createBulkUserLookup, identity, { body: { accountIds } }),
    ),
  );
  return new Map(
    answers
      .flatMap(({ results }) => results)
      .flatMap(({ accountId, publicName }): [AccountId, string][] => {
        const name = publicName?.trim() ?? '';
        return accountId === undefined || name === '' ? [] : [[accountId, name]];
      }),
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
