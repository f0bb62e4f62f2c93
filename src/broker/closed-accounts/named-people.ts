import type { AccountId } from '../../shared/ids';

/** Accounts that were closed. */
export type Closed = ReadonlySet<AccountId>;

/** People whom something that is stored names, and how those whose accounts were closed are taken out of it. */
export interface NamedPeople {
  accountIds: readonly (AccountId | undefined)[];
  erase(closed: Closed): Promise<void>;
}

/** Where a product has stored people. */
export interface PeopleOfProduct {
  /** In its settings. With everybody else's they must fit into one report: 90 people. */
  inSettings(): Promise<NamedPeople>;
  /** Page by page, what grows with the site. */
  inPages?(): AsyncIterable<NamedPeople>;
}
