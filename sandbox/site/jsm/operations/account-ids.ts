// Bodies that name people, and their accounts.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-organization/
import { z } from 'zod';

import { readBody } from '../../core/call';
import { ACCOUNT_ID_LENGTH } from '../../core/limits';
import { unmodelled } from '../../core/refusal';
import type { Call } from '../model';
import { canBeCustomer } from '../rules';

const accountIdsSchema = z.object({
  accountIds: z.array(z.string().min(1).max(ACCOUNT_ID_LENGTH)).min(1),
  usernames: z.array(z.string()).default([]),
});

/** Reads the distinct account ids of a body. Refuses user names, which Jira no longer has. */
export function readAccountIds(call: Call): string[] {
  const { accountIds, usernames } = readBody(call, accountIdsSchema);
  if (usernames.length > 0) {
    throw unmodelled('usernames');
  }
  return [...new Set(accountIds)];
}

/** Filters the ids down to accounts that can be customers. */
export function possibleCustomers({ model }: Call, accountIds: readonly string[]): string[] {
  return accountIds.filter((accountId) => {
    const account = model.accounts.get(accountId);
    return account !== undefined && canBeCustomer(account);
  });
}
