import type { AccountId } from '../shared/ids';
import type { SpaceProof } from './prove-space';

/** A person, and a space that they are proved to administer. */
export interface InSpace extends SpaceProof {
  caller: AccountId;
}
