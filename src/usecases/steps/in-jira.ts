import type { AccountId } from '../../shared/ids';

/** A Jira administrator on his page. */
export interface InJira {
  caller: AccountId;
}
