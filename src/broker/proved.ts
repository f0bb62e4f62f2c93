import type { AccountId } from '../shared/ids';

/** A caller, with the time of the request that proved their rights, and a way to prove them again. */
export interface Proved {
  caller: AccountId;
  provedAt: number;
  /** Asks again and returns the time of the request. Fails with FORBIDDEN if they are no longer allowed to do it. */
  proveAgain: () => Promise<number>;
}
