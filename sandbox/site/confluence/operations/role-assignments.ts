// Role assignments in a space: the only way for apps to change access to it.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-roles/#api-spaces-id-role-assignments-post
import { z } from 'zod';

import { choiceParam, readBody, type Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import type { Call, Row, RoleAssignment } from '../model';
import { cursorPage } from '../paging';
import { canManageRoles } from '../rules';
import { assignmentFilter, PRINCIPAL_TYPES, READ_ROLES, requireRoles } from './roles';
import { viewableSpace } from './space-json';

const assignmentsSchema = z
  .array(
    z.object({
      principal: z.object({ principalType: z.enum(PRINCIPAL_TYPES), principalId: z.string().min(1) }),
      roleId: z.string().optional(),
    }),
  )
  .min(1);

const ACCESS_CLASSES = [
  'anonymous-users',
  'jsm-project-admins',
  'authenticated-users',
  'all-licensed-users',
  'all-product-admins',
];

export const roleAssignmentRows: readonly Row[] = [
  {
    operationId: 'getSpaceRoleAssignments',
    method: 'GET',
    path: '/wiki/api/v2/spaces/{id}/role-assignments',
    scopes: READ_ROLES,
    handler: getSpaceRoleAssignments,
  },
  {
    operationId: 'setSpaceRoleAssignments',
    method: 'POST',
    path: '/wiki/api/v2/spaces/{id}/role-assignments',
    scopes: [['write:space.permission:confluence']],
    handler: setSpaceRoleAssignments,
  },
];

function getSpaceRoleAssignments(call: Call): Answer {
  requireRoles(call);
  const space = viewableSpace(call);
  const filter = assignmentFilter(call);
  const roleId = call.url.searchParams.get('role-id');
  const type = choiceParam(call, 'role-type', ['SYSTEM', 'CUSTOM']);
  const found = space.assignments.filter(
    (one) =>
      filter(one) &&
      (roleId === null || one.roleId === roleId) &&
      (type === undefined || call.model.roles.get(one.roleId)?.type === type),
  );
  const { items, links, headers } = cursorPage(call, found);
  return { status: 200, headers, json: { results: items.map(assignmentJson), _links: links }, people: items.length };
}

function assignmentJson({ principalType, principalId, roleId }: RoleAssignment) {
  return {
    principal: { principalType, principalId },
    roleId,
  };
}

/** Applies all entries or none. An entry without a role removes the principal's roles in the space. */
function setSpaceRoleAssignments(call: Call): Answer {
  requireRoles(call);
  const { model, actor } = call;
  const space = viewableSpace(call);
  if (!canManageRoles(model, actor, space)) {
    throw new Refusal(404, 'Not Found');
  }
  const wanted = readBody(call, assignmentsSchema);
  const principals = new Set(wanted.map(({ principal }) => `${principal.principalType} ${principal.principalId}`));
  if (principals.size < wanted.length) {
    throw new Refusal(400, 'A principal is named more than once');
  }
  let assignments = space.assignments;
  const set: RoleAssignment[] = [];
  for (const { principal, roleId } of wanted) {
    requirePrincipal(call, principal);
    assignments = assignments.filter(
      (one) => one.principalType !== principal.principalType || one.principalId !== principal.principalId,
    );
    if (roleId !== undefined) {
      if (!model.roles.has(roleId)) {
        throw new Refusal(400, `No role with the id ${roleId}`);
      }
      const assignment = { ...principal, roleId };
      assignments = [...assignments, assignment];
      set.push(assignment);
    }
  }
  if (!assignments.some(({ roleId }) => model.roles.get(roleId)?.permissions.includes('administer/space'))) {
    throw new Refusal(400, 'A space keeps at least one admin');
  }
  space.assignments = assignments;
  return { status: 200, json: { results: set.map(assignmentJson), _links: { base: `${call.url.origin}/wiki` } } };
}

function requirePrincipal({ model }: Call, principal: Omit<RoleAssignment, 'roleId'>): void {
  const { principalType, principalId } = principal;
  const account = principalType === 'USER' ? model.accounts.get(principalId) : undefined;
  const exists =
    (account !== undefined && account.accountType !== 'customer' && account.status !== 'closed') ||
    (principalType === 'GROUP' && model.groups.has(principalId)) ||
    (principalType === 'ACCESS_CLASS' && ACCESS_CLASSES.includes(principalId));
  if (!exists) {
    throw new Refusal(400, `No such principal: ${principalType} ${principalId}`);
  }
}
