import type { AccountId, GroupId, ProjectId } from '../shared/ids';

/** What only the privileged user can do: writes, and the lookup of an account that the caller can't see. */
export type PrivilegedOperation =
  | 'createGroup'
  | 'deleteGroup'
  | 'addMember'
  | 'removeMember'
  | 'createCustomer'
  | 'findCustomer'
  | 'addCustomer';

interface Subjects {
  createGroup: { groupName: string };
  deleteGroup: { groupId: GroupId; groupName: string };
  addMember: { groupId: GroupId; groupName: string; accountId: AccountId };
  removeMember: { groupId: GroupId; groupName: string; accountId: AccountId };
  createCustomer: { projectId: ProjectId; email: string; displayName: string };
  findCustomer: { projectId: ProjectId; email: string };
  addCustomer: { projectId: ProjectId; serviceDeskId: string; accountId: AccountId };
}

declare const granted: unique symbol;

/**
 * Leave to do one thing as one privileged user. `domain/policy` and `domain/customer-policy` alone make one; ports take nothing else.
 */
export type Grant<Operation extends PrivilegedOperation = PrivilegedOperation> = Readonly<
  { operation: Operation; actAs: AccountId } & Subjects[Operation]
> & { readonly [granted]: true };

/** What a person does themselves, present, to prove that they may manage groups. Never done as anybody else. */
export type CallerOperation = 'proveSiteAdminCreate' | 'proveSiteAdminDelete';

interface CallerSubjects {
  proveSiteAdminCreate: { groupName: string };
  proveSiteAdminDelete: { groupId: GroupId; groupName: string };
}

/** Leave to do one thing as the person who calls. It names nobody to act as, so no privileged write can be made with it. */
export type CallerGrant<Operation extends CallerOperation = CallerOperation> = Readonly<
  { operation: Operation } & CallerSubjects[Operation]
> & { readonly [granted]: 'caller' };

const issued = new WeakSet<object>();

/** For `domain/policy` and `domain/customer-policy` only; a contract test holds that nobody else calls it. */
export function issueGrant<Operation extends PrivilegedOperation>(
  operation: Operation,
  actAs: AccountId,
  subject: Subjects[Operation],
): Grant<Operation> {
  const grant = Object.freeze({ operation, actAs, ...subject });
  issued.add(grant);
  // The brand exists in types only; `issued` is what holds at run time.
  return grant as Grant<Operation>;
}

/** For `domain/policy` only; a contract test holds that nobody else calls it. */
export function issueCallerGrant<Operation extends CallerOperation>(
  operation: Operation,
  subject: CallerSubjects[Operation],
): CallerGrant<Operation> {
  const grant = Object.freeze({ operation, ...subject });
  issued.add(grant);
  return grant as CallerGrant<Operation>;
}

/** Whether a value really is a grant, and not an object that looks like one. */
export function isGrant(value: object): boolean {
  return issued.has(value);
}
