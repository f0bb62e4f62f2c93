import type { AccountId, GroupId, ProjectId } from '../shared/ids';

/** All that a grant can name. Which of it, the operation's row says. */
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
 * Permission to perform one operation as the person who calls, who is present. It names nobody to act as, so no privileged write can be made
 * with it.
 */
export type CallerGrant<Operation extends string = string, Named = unknown> = Readonly<
  { operation: Operation } & Named
> & { readonly [granted]: 'caller' };

const issued = new WeakSet<object>();

/** Makes a grant. For the policies of the products and of check groups only; a contract test holds that nobody else calls it. */
export function issueGrant<Operation extends string, Named extends Partial<Subject>>(
  operation: Operation,
  actAs: AccountId,
  subject: Named,
): Grant<Operation, Named> {
  const grant = Object.freeze({ operation, actAs, ...subject });
  issued.add(grant);
  // The brand exists in types only; `issued` is what holds at run time.
  return grant as unknown as Grant<Operation, Named>;
}

/** Makes a grant of the caller's own. For the policy of check groups only; a contract test holds that nobody else calls it. */
export function issueCallerGrant<Operation extends string, Named extends Partial<Subject>>(
  operation: Operation,
  subject: Named,
): CallerGrant<Operation, Named> {
  const grant = Object.freeze({ operation, ...subject });
  issued.add(grant);
  return grant as unknown as CallerGrant<Operation, Named>;
}

/** Tells whether a value really is a grant, and not an object that looks like one. */
export function isGrant(value: object): boolean {
  return issued.has(value);
}
