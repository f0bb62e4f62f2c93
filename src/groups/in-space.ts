import type { AccountId } from '../shared/ids';
import type { ProvedSpace } from './facts';
import type { SpaceProof } from './prove-space';

/** A person, and a space that they are proved to administer. */
export interface InSpace extends SpaceProof {
  caller: AccountId;
}

/** A person who isn't present, and a space that they are to be proved to administer before each write. */
export interface ForSpace {
  caller: AccountId;
  space: Pick<ProvedSpace, 'spaceId'>;
}
