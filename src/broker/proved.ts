import type { AccountId } from '../shared/ids';

/** A person who calls, when Atlassian was asked what they may do, and how it is asked again. */
export interface Proved {
  caller: AccountId;
  provedAt: number;
  /** Asks again; returns when it was asked. Fails with FORBIDDEN if they may no longer do what they asked for. */
  proveAgain: () => Promise<number>;
}
