// Calls that change the site, or tell what only an administrator may know, by a right that is on record before they are sent.
import type { Call } from './history';

/** Names, by operation of the site, the words of the audit for what it does. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  createGroup: ['createGroup', 'writeTestCreate', 'proveSiteAdminCreate'],
  removeGroupById: ['deleteGroup', 'writeTestDelete', 'proveSiteAdminDelete'],
  addUserToGroupByGroupId: ['addMember'],
  removeMemberFromGroupByGroupId: ['removeMember'],
  setSpaceRoleAssignments: ['assignRole'],
  createCustomer: ['createCustomer'],
  findUsers: ['findCustomer'],
  addCustomers: ['addToProject'],
  addUsersToOrganization: ['addToOrganization'],
};

/** Lists reads that are sent as POST. */
const READS = new Set(['createBulkUserLookup']);

/** Tells whether a call is sent as somebody who isn't present. */
export function isImpersonated({ kind, as }: Call): boolean {
  return kind === 'rest' && as.kind === 'impersonated';
}

/** Tells whether a call changes the site as somebody impersonated. */
export function isPrivilegedWrite(call: Call): boolean {
  return isImpersonated(call) && call.method !== 'GET' && !READS.has(call.operationId);
}

/** Tells whether a call must be on record: all that is done as somebody impersonated, and what changes groups, roles and customers as the caller. */
export function mustBeRecorded(call: Call): boolean {
  if (isPrivilegedWrite(call)) return true;
  if (call.kind !== 'rest') return false;
  if (call.operationId === 'findUsers') return isImpersonated(call);
  return call.operationId in ACTIONS && !isTrial(call);
}

/** Returns the words under which a call is on record. */
export function actionsOf({ operationId }: Call): readonly string[] {
  return ACTIONS[operationId] ?? [];
}

export interface CallSubject {
  groupId?: string;
  groupName?: string;
  accountId?: string;
  email?: string;
}

/** Names what a call is about, as far as the call itself does. */
export function subjectOf({ path, body }: Call): CallSubject {
  const query = new URL(path, 'https://site.invalid').searchParams;
  const [role] = Array.isArray(body) ? (body as { principal?: { principalId?: unknown } }[]) : [];
  const told = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const { accountId, accountIds, name, email } = told;
  const [first] = Array.isArray(accountIds) ? (accountIds as unknown[]) : [accountId];
  return {
    ...text('groupId', query.get('groupId') ?? query.get('id') ?? role?.principal?.principalId),
    ...text('groupName', name),
    ...text('accountId', query.get('accountId') ?? first),
    ...text('email', query.get('query') ?? email),
  };
}

/** Tells whether a call names nobody: by its refusal, Jira tells whether the caller could. */
function isTrial({ operationId, body }: Call): boolean {
  if (operationId !== 'addUsersToOrganization') return false;
  return (body as { accountIds?: unknown[] } | undefined)?.accountIds?.length === 0;
}

function text<Field extends keyof CallSubject>(field: Field, value: unknown): Pick<CallSubject, Field> {
  return (typeof value === 'string' ? { [field]: value } : {}) as Pick<CallSubject, Field>;
}
