// Permissions in a space, as Confluence's v2 API lists them: by person and group, or, on a roles-only site, by role.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space-permissions/
import type { ConfluenceState, Space } from '../model';
import { splitOperation } from '../space-access';

export interface PermissionEntry {
  id: string;
  principal: { type: 'user' | 'group' | 'role'; id: string };
  operation: { key: string; targetType: string };
}

/** Operations that the v2 document names. Roles hold more, which the list never shows. */
const LISTED = [
  'use',
  'create',
  'read',
  'update',
  'delete',
  'copy',
  'move',
  'export',
  'purge',
  'purge_version',
  'administer',
  'restore',
  'create_space',
  'restrict_content',
  'archive',
];

export function permissionEntries(state: ConfluenceState, space: Space): PermissionEntry[] {
  if (state.mode !== 'ROLES') {
    return space.permissions.map(({ id, principal, key, target }) => ({
      id: `${id}`,
      principal,
      operation: { key, targetType: target },
    }));
  }
  const roleIds = [...new Set(space.assignments.map(({ roleId }) => roleId))];
  return roleIds.flatMap((roleId) =>
    (state.roles.get(roleId)?.permissions ?? [])
      .map(splitOperation)
      .filter(({ key }) => LISTED.includes(key))
      .map(({ key, target }, index) => ({
        id: `${roleId}${String(index).padStart(3, '0')}`,
        principal: { type: 'role' as const, id: roleId },
        operation: { key, targetType: target },
      })),
  );
}
