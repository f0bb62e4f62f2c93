import type { AccountId } from '../../shared/ids';

declare const requester: unique symbol;

/** Whoever asked for a run, and isn't present while it goes on. Not any account: what they may do is read as them. */
export type RequesterId = AccountId & { readonly [requester]: true };

/** Returns who asked for a run. For stored runs only, whose `by` the guard wrote from Forge's word on who called: a contract test holds who calls it. */
export function requesterOf({ by }: { readonly by: AccountId; readonly runId: string }): RequesterId {
  return by as RequesterId;
}
