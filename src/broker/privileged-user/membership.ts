import type { AccountId } from '../../shared/ids';

/** Compares without letter case: it isn't documented whether Confluence ignores the case of an accountId, and the caller chooses it. */
export function isSameAccount(one: AccountId, other: AccountId): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
