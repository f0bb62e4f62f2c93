import type { AccountId } from '../../shared/ids';

/** No document says whether Confluence minds the case of an accountId, and whoever asks chooses it. */
export function isSameAccount(one: AccountId, other: AccountId): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
