import type { SpaceAccess } from '../../../src/shared/groups/views';
import { PERMISSIONS, SPACE_ACCESS } from '../../../src/shared/words/space-access';

/** Puts into words what one group may do in the space. */
export function accessText({ kind, groups }: SpaceAccess, groupId: string): string {
  const held = groups.find((group) => group.groupId === groupId)?.access ?? [];
  if (held.length === 0) return SPACE_ACCESS.none[kind];
  return (kind === 'roles' ? held : held.map(permissionText)).join(', ');
}

function permissionText(permission: string): string {
  return PERMISSIONS[permission] ?? permission.replaceAll('_', ' ');
}
