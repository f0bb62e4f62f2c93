import type { AccountId } from '../../shared/ids';

declare const requester: unique symbol;

/** The requester of a run, who isn't present while it goes on. Not just any account: their rights are read as them. */
export type RequesterId = AccountId & { readonly [requester]: true };

/** Returns the requester of a run. For stored runs only, whose `by` the guard wrote as Forge named the caller: a contract test holds who calls it. */
export function requesterOf({ by }: { readonly by: AccountId; readonly runId: string }): RequesterId {
  return by as RequesterId;
}
