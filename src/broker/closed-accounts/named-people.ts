import type { AccountId } from '../../shared/ids';

/** Closed accounts. */
export type Closed = ReadonlySet<AccountId>;

/** The people named in a stored item, and a way to remove those whose accounts were closed. */
export interface NamedPeople {
  accountIds: readonly (AccountId | undefined)[];
  erase(closed: Closed): Promise<void>;
}

/** Lists the stored items of a product that name people. */
export interface PeopleOfProduct {
  /** In its settings. All products' settings together must fit into one report: 90 people. */
  inSettings(): Promise<NamedPeople>;
  /** In data that grows with the site, page by page. */
  inPages?(): AsyncIterable<NamedPeople>;
}
