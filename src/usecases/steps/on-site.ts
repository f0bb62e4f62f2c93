import type { AccountId } from '../../shared/ids';

/** A person, and when Confluence was asked what they are on the site. */
export interface OnSite {
  caller: AccountId;
  provedAt: number;
}
