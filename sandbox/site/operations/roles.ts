// Space roles: the site's mode, the roles it has, and who holds which in a space.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-roles/
import { z } from 'zod';

import { choiceParam, readBody, type Answer, type Call, type Row } from '../call';
import { Refusal } from '../envelopes';
import type { Role, RoleAssignment, Space } from '../model';
import { cursorPage } from '../paging';
import { canManageRoles, canView } from '../rules';
import { viewableSpace } from './space-json';

const READ_ROLES = [['read:space.permission:confluence']];

export const roleRows: readonly Row[] = [
  {
    operationId: 'getSpaceRoleMode',
    method: 'GET',
    path: '/wiki/api/v2/space-role-mode',
    scopes: [['read:configuration:confluence']],
    handler: ({ model }) => ({ status: 200, json: { mode: model.mode } }),
  },
  {
    operationId: 'getAvailableSpaceRoles',
    method: 'GET',
    path: '/wiki/api/v2/space-roles',
    scopes: READ_ROLES,
    handler: getAvailableSpaceRoles,
  },
  {
    operationId: 'getSpaceRolesById',
    method: 'GET',
    path: '/wiki/api/v2/space-roles/{id}',
    scopes: READ_ROLES,
    handler: getSpaceRolesById,
  },
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

const PRINCIPAL_TYPES = ['USER', 'GROUP', 'ACCESS_CLASS'] as const;

const ACCESS_CLASSES = [
  'anonymous-users',
  'jsm-project-admins',
  'authenticated-users',
  'all-licensed-users',
  'all-product-admins',
];

/** Roles exist on sites with role-based access only; elsewhere their resources are absent. */
function requireRoles({ model }: Call): void {
  if (model.mode === 'PRE_ROLES') {
    throw new Refusal(404, 'Not Found');
  }
}

const roleJson = ({ id, type, name, description, permissions }: Role) => ({
  id,
  type,
  name,
  description,
  spacePermissions: [...permissions],
});

/** The filters of both lists: a principal's type and id go together. */
function assignmentFilter(call: Call): (assignment: RoleAssignment) => boolean {
  const type = choiceParam(call, 'principal-type', PRINCIPAL_TYPES);
  const id = call.url.searchParams.get('principal-id');
  if ((type === undefined) !== (id === null)) {
    throw new Refusal(400, 'principal-id and principal-type go together');
  }
  return ({ principalType, principalId }) => type === undefined || (principalType === type && principalId === id);
}

function getAvailableSpaceRoles(call: Call): Answer {
  requireRoles(call);
  const type = choiceParam(call, 'role-type', ['SYSTEM', 'CUSTOM']);
  const spaceId = call.url.searchParams.get('space-id');
  const spaces = spaceId === null || spaceId === '' ? undefined : [spaceForFilter(call, spaceId)];
  const filter = assignmentFilter(call);
  const isFiltered = call.url.searchParams.has('principal-id');
  const assigned = (spaces ?? [...call.model.spaces.values()]).flatMap(({ assignments }) => assignments).filter(filter);
  const roles = [...call.model.roles.values()].filter(
    (role) =>
      (type === undefined || role.type === type) && (!isFiltered || assigned.some(({ roleId }) => roleId === role.id)),
  );
  const { items, links, headers } = cursorPage(call, roles);
  return { status: 200, headers, json: { results: items.map(roleJson), _links: links }, people: items.length };
}

function spaceForFilter({ model, actor }: Call, id: string): Space {
  const space = model.spaces.get(id);
  if (space === undefined || !canView(model, actor.account, space)) {
    throw new Refusal(404, 'Not Found');
  }
  return space;
}

function getSpaceRolesById(call: Call): Answer {
  requireRoles(call);
  const role = call.model.roles.get(call.params['id'] ?? '');
  if (role === undefined) {
    throw new Refusal(404, 'Not Found');
  }
  return { status: 200, json: { ...roleJson(role), _links: { base: `${call.url.origin}/wiki` } }, people: 1 };
}

const assignmentJson = ({ principalType, principalId, roleId }: RoleAssignment) => ({
  principal: { principalType, principalId },
  roleId,
});

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

const assignmentsSchema = z
  .array(
    z.object({
      principal: z.object({ principalType: z.enum(PRINCIPAL_TYPES), principalId: z.string().min(1) }),
      roleId: z.string().optional(),
    }),
  )
  .min(1);

/** All or nothing. An entry without a role takes the principal's roles in the space away. */
function setSpaceRoleAssignments(call: Call): Answer {
  requireRoles(call);
  const { model, actor } = call;
  const space = viewableSpace(call);
  if (!canManageRoles(model, actor, space)) {
    throw new Refusal(404, 'Not Found');
  }
  const wanted = readBody(call, assignmentsSchema);
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
  const exists =
    (principalType === 'USER' && model.accounts.has(principalId)) ||
    (principalType === 'GROUP' && model.groups.has(principalId)) ||
    (principalType === 'ACCESS_CLASS' && ACCESS_CLASSES.includes(principalId));
  if (!exists) {
    throw new Refusal(400, `No such principal: ${principalType} ${principalId}`);
  }
}
