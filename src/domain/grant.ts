import type { AccountId, GroupId } from '../shared/ids';

declare const granted: unique symbol;

/** A write that only the privileged user can make. */
export type PrivilegedOperation = 'createGroup' | 'deleteGroup' | 'addMember' | 'removeMember';

interface Subjects {
  createGroup: { groupName: string };
  deleteGroup: { groupId: GroupId; groupName: string };
  addMember: { groupId: GroupId; groupName: string; accountId: AccountId };
  removeMember: { groupId: GroupId; groupName: string; accountId: AccountId };
}

/**
 * Leave to make one write as one privileged user. `domain/policy` alone makes one; ports take nothing else.
 */
export type Grant<Operation extends PrivilegedOperation = PrivilegedOperation> = Readonly<
  { operation: Operation; actAs: AccountId } & Subjects[Operation]
> & { readonly [granted]: true };

const issued = new WeakSet<object>();

/** For `domain/policy` only; a contract test holds that nobody else calls it. */
export const issueGrant = <Operation extends PrivilegedOperation>(
  operation: Operation,
  actAs: AccountId,
  subject: Subjects[Operation],
): Grant<Operation> => {
  const grant = Object.freeze({ operation, actAs, ...subject });
  issued.add(grant);
  // The brand exists in types only; `issued` is what holds at run time.
  return grant as Grant<Operation>;
};

/** Whether a value really is a grant, and not an object that looks like one. */
export const isGrant = (value: object): boolean => issued.has(value);
