import type { AccountId, GroupId, ProjectId } from '../shared/ids';

/** Everything that a grant can name. The operation's row says which of it. */
export interface Subject {
  groupId: GroupId;
  groupName: string;
  accountId: AccountId;
  projectId: ProjectId;
  serviceDeskId: string;
  email: string;
  displayName: string;
}

declare const granted: unique symbol;

/** Permission to perform one operation, on one subject, as one privileged user. Only a policy makes one; ports take nothing else. */
export type Grant<Operation extends string = string, Named = unknown> = Readonly<
  { operation: Operation; actAs: AccountId } & Named
> & { readonly [granted]: true };

/**
 * Permission to perform one operation as the caller, who is present. It doesn't name anybody to act as, so it can't be used
 * for a privileged write.
 */
export type CallerGrant<Operation extends string = string, Named = unknown> = Readonly<
  { operation: Operation } & Named
> & { readonly [granted]: 'caller' };

const issued = new WeakSet<object>();

/** Makes a grant. For the policies of the products and of check groups only; a contract test makes sure of that. */
export function issueGrant<Operation extends string, Named extends Partial<Subject>>(
  operation: Operation,
  actAs: AccountId,
  subject: Named,
): Grant<Operation, Named> {
  const grant = Object.freeze({ operation, actAs, ...subject });
  issued.add(grant);
  // The brand exists in types only; `issued` is the check at run time.
  return grant as unknown as Grant<Operation, Named>;
}

/** Makes a grant of the caller's own. For the policy of check groups only; a contract test makes sure of that. */
export function issueCallerGrant<Operation extends string, Named extends Partial<Subject>>(
  operation: Operation,
  subject: Named,
): CallerGrant<Operation, Named> {
  const grant = Object.freeze({ operation, ...subject });
  issued.add(grant);
  return grant as unknown as CallerGrant<Operation, Named>;
}

/** Tells whether a value is a real grant, not an object that looks like one. */
export function isGrant(value: object): boolean {
  return issued.has(value);
}
