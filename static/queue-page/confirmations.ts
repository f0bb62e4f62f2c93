import type { CustomerPreview, CustomerResult } from '../../src/shared/customers/results';
import type { AccountId } from '../../src/shared/ids';
import type { Done } from '../hooks/batches';
import { keyOf, type MergedPerson } from '../people-list/merge';
import type { Entry } from './order';

/**
 * Returns each person's check, with the agent's confirmations.
 *
 * An account that the agent can't see may turn out to have the address as its name only at creation: `created` then offers the account.
 */
export function withConfirmations(
  checked: readonly Done<MergedPerson, CustomerPreview>[],
  created: readonly Done<Entry, CustomerResult>[],
  confirmed: ReadonlySet<AccountId>,
): Entry[] {
  const offered = new Map(
    created.flatMap(({ item, outcome: { account } }): [string, AccountId][] =>
      account.outcome === 'namedByAddress' ? [[keyOf(item.item), account.accountId]] : [],
    ),
  );
  function candidateOf({ item, outcome }: Done<MergedPerson, CustomerPreview>): AccountId | undefined {
    if (outcome.outcome === 'namedByAddress') return outcome.accountId;
    return outcome.outcome === 'willBeCreated' ? offered.get(keyOf(item)) : undefined;
  }
  return checked.map((entry): Entry => {
    const accountId = candidateOf(entry);
    return accountId === undefined
      ? entry
      : { item: entry.item, outcome: { outcome: 'namedByAddress', accountId, confirmed: confirmed.has(accountId) } };
  });
}

/** Returns the part to send for a person whose account was confirmed. */
export function confirmedOf({ outcome }: Entry): { confirmedAccountId?: AccountId } {
  return outcome.outcome === 'namedByAddress' && outcome.confirmed === true
    ? { confirmedAccountId: outcome.accountId }
    : {};
}
