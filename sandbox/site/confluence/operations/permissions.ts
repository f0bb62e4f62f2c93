// Classic space permissions: the v2 list, and v1's writes, which are closed to every app.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-space-permissions/
import { z } from 'zod';

import { readBody, type Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import { groupNamed } from '../../people/model';
import type { Call, Row, Permission, Space } from '../model';
import { cursorPage } from '../paging';
import { canView, isSpaceAdmin } from '../rules';
import { permissionEntries } from './permission-json';
import { viewableSpace } from './space-json';

/** Valid targets by operation: https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-space-permissions/#api-wiki-rest-api-space-spacekey-permission-post */
const VALID_TARGETS: Readonly<Record<string, readonly string[]>> = {
  create: ['page', 'blogpost', 'comment', 'attachment'],
  read: ['space'],
  delete: ['page', 'blogpost', 'comment', 'attachment', 'space'],
  export: ['space'],
  administer: ['space'],
  archive: ['page'],
  restrict_content: ['space'],
};

const requestSchema = z.object({
  subject: z.object({ type: z.enum(['user', 'group']), identifier: z.string().min(1) }),
  operation: z
    .object({ key: z.string(), target: z.string() })
    .refine(({ key, target }) => VALID_TARGETS[key]?.includes(target) ?? false),
});

export const permissionRows: readonly Row[] = [
  {
    operationId: 'getSpacePermissionsAssignments',
    method: 'GET',
    path: '/wiki/api/v2/spaces/{id}/permissions',
    scopes: [['read:space:confluence']],
    handler: getSpacePermissionsAssignments,
  },
  {
    operationId: 'addPermissionToSpace',
    method: 'POST',
    path: '/wiki/rest/api/space/{spaceKey}/permission',
    scopes: [['read:space.permission:confluence', 'write:space.permission:confluence']],
    closedToApps: true,
    handler: addPermissionToSpace,
  },
  {
    operationId: 'removePermission',
    method: 'DELETE',
    path: '/wiki/rest/api/space/{spaceKey}/permission/{id}',
    scopes: [['write:space.permission:confluence']],
    closedToApps: true,
    handler: removePermission,
  },
];

function getSpacePermissionsAssignments(call: Call): Answer {
  const { items, links, headers } = cursorPage(call, permissionEntries(call.model, viewableSpace(call)));
  return { status: 200, headers, json: { results: items, _links: links }, people: items.length };
}

function addPermissionToSpace(call: Call): Answer {
  const space = administeredSpace(call);
  const { subject, operation } = readBody(call, requestSchema);
  const principal = { type: subject.type, id: principalId(call, subject.type, subject.identifier) };
  const held = space.permissions.filter((one) => isHeldBy(one, principal));

  function has(key: string, target: string) {
    return held.some((one) => one.key === key && one.target === target);
  }

  if (has(operation.key, operation.target)) {
    throw new Refusal(400, 'The permission exists already');
  }
  if (operation.key !== 'read' && !has('read', 'space')) {
    throw new Refusal(400, 'The permission to read the space must be given first');
  }
  const id = call.model.nextPermissionId++;
  space.permissions.push({ id, principal, ...operation });
  return { status: 200, json: { id, subject, operation } };
}

/** Returns the path's space; requires that the caller is its admin and that the site still has classic permissions. */
function administeredSpace({ model, actor, params }: Call): Space {
  const space = [...model.spaces.values()].find(({ key }) => key === params['spaceKey']);
  if (space === undefined || !canView(model, actor.account, space)) {
    throw new Refusal(404, `No space found with key : ${params['spaceKey'] ?? ''}`);
  }
  if (!isSpaceAdmin(model, actor.account, space)) {
    throw new Refusal(403, 'Only an admin of the space may change its permissions');
  }
  if (model.mode === 'ROLES') {
    throw new Refusal(
      400,
      'InvalidRbacOperationException: Space permission updates that are not from RBAC are not supported in roles-only mode',
    );
  }
  return space;
}

function principalId({ model }: Call, type: 'user' | 'group', identifier: string): string {
  const id =
    type === 'user'
      ? model.accounts.get(identifier)?.accountId
      : (model.groups.get(identifier) ?? groupNamed(model, identifier))?.id;
  if (id === undefined) {
    throw new Refusal(400, `No ${type} found: ${identifier}`);
  }
  return id;
}

function isHeldBy({ principal }: Permission, { type, id }: Permission['principal']): boolean {
  return principal.type === type && principal.id === id;
}

/** Removes a permission; removing the one to read removes all that its holder has in the space. */
function removePermission(call: Call): Answer {
  const space = administeredSpace(call);
  const permission = space.permissions.find(({ id }) => `${id}` === call.params['id']);
  if (permission === undefined) {
    throw new Refusal(404, 'No permission with this id');
  }
  const kept = space.permissions.filter(
    (one) => one !== permission && !(permission.key === 'read' && isHeldBy(one, permission.principal)),
  );
  if (!kept.some(({ key }) => key === 'administer')) {
    throw new Refusal(400, 'A space keeps at least one admin');
  }
  space.permissions = kept;
  return { status: 204 };
}
