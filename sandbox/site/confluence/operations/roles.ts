// Space roles: the site's mode, its roles, and their permissions.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-roles/
import { choiceParam, type Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import type { Call, Row, Role, RoleAssignment, Space } from '../model';
import { cursorPage } from '../paging';
import { canView } from '../rules';
import { splitOperation } from '../space-access';

export const READ_ROLES = [['read:space.permission:confluence']];

export const PRINCIPAL_TYPES = ['USER', 'GROUP', 'ACCESS_CLASS'] as const;

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
    operationId: 'getAvailableSpacePermissions',
    method: 'GET',
    path: '/wiki/api/v2/space-permissions',
    scopes: READ_ROLES,
    handler: getAvailableSpacePermissions,
  },
];

/** Requires a site with role-based access; elsewhere the resources of roles are absent. */
export function requireRoles({ model }: Call): void {
  if (model.mode === 'PRE_ROLES') {
    throw new Refusal(404, 'Not Found');
  }
}

/** Reads the filters of both lists: a principal's type and id go together. */
export function assignmentFilter(call: Call): (assignment: RoleAssignment) => boolean {
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

function roleJson({ id, type, name, description, permissions }: Role) {
  return {
    id,
    type,
    name,
    description,
    spacePermissions: [...permissions],
  };
}

function getSpaceRolesById(call: Call): Answer {
  requireRoles(call);
  const role = call.model.roles.get(call.params['id'] ?? '');
  if (role === undefined) {
    throw new Refusal(404, 'Not Found');
  }
  return { status: 200, json: { ...roleJson(role), _links: { base: `${call.url.origin}/wiki` } }, people: 1 };
}

/** Lists the permissions that roles are made of; each except reading requires reading. */
function getAvailableSpacePermissions(call: Call): Answer {
  requireRoles(call);
  const ids = new Set([...call.model.roles.values()].flatMap(({ permissions }) => permissions));
  const permissions = [...ids].toSorted().map((id) => {
    const { key, target } = splitOperation(id);
    const displayName = `${key.replaceAll('_', ' ')} ${target}`;
    const requiredPermissionIds = id === 'read/space' ? [] : ['read/space'];
    return { id, displayName, description: `May ${displayName}.`, requiredPermissionIds };
  });
  const { items, links, headers } = cursorPage(call, permissions);
  return { status: 200, headers, json: { results: items, _links: links }, people: items.length };
}
