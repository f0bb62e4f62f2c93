import type { ProvedSpace } from '../../domain/groups';
import type { AccountId } from '../../shared/ids';

/** A person, and a space that he is proved to administer. */
export interface InSpace {
  caller: AccountId;
  space: ProvedSpace;
}
