// Access of a space's admins, editors and viewers: classic permissions, and the equivalent role.
// https://support.atlassian.com/confluence-cloud/docs/assign-space-permissions/
import type { ConfluenceState, Permission, RoleAssignment, Space } from './model';
import type { SpaceSeed } from './seed';

const VIEWER = ['read/space'];
const EDITOR = [...VIEWER, 'create/page', 'create/blogpost', 'create/comment', 'create/attachment', 'delete/page'];

/** Maps each level to its operations in the classic model, as `key/target`. */
export const CLASSIC_LEVELS = {
  viewers: VIEWER,
  editors: EDITOR,
  admins: [
    ...EDITOR,
    'delete/blogpost',
    'delete/comment',
    'delete/attachment',
    'delete/space',
    'archive/page',
    'restrict_content/space',
    'export/space',
    'administer/space',
  ],
} as const;

type Level = keyof typeof CLASSIC_LEVELS;

/** Maps each level to the seed's role. */
const ROLE_OF_LEVEL: Record<Level, string> = { viewers: 'Viewer', editors: 'Collaborator', admins: 'Admin' };

/** Builds a space with equal access in both models, so that a test may switch the site's mode. */
export function spaceFromSeed(
  seed: SpaceSeed,
  state: Pick<ConfluenceState, 'roles' | 'nextPermissionId'>,
  accountId: (handle: string) => string,
  groupIds: ReadonlyMap<string, string>,
): Space {
  const permissions: Permission[] = [];
  const assignments: RoleAssignment[] = [];
  for (const level of ['viewers', 'editors', 'admins'] as const) {
    const role = [...state.roles.values()].find(({ name }) => name === ROLE_OF_LEVEL[level]);
    for (const name of seed[level]) {
      const groupId = groupIds.get(name);
      const principal =
        groupId === undefined
          ? { type: 'user' as const, id: accountId(name) }
          : { type: 'group' as const, id: groupId };
      for (const operation of CLASSIC_LEVELS[level]) {
        permissions.push({ id: state.nextPermissionId++, principal, ...splitOperation(operation) });
      }
      if (role !== undefined) {
        const principalType = groupId === undefined ? 'USER' : 'GROUP';
        assignments.push({ principalType, principalId: principal.id, roleId: role.id });
      }
    }
  }
  const { id, key, name, type, status, createdAt } = seed;
  const ownerId = accountId(seed.owner);
  return { id, key, name, type, status, createdAt, ownerId, homepageId: `${Number(id) + 1}`, permissions, assignments };
}

/** Splits an operation: `create/page` → `create` on `page`. */
export function splitOperation(operation: string): { key: string; target: string } {
  const [key = '', target = ''] = operation.split('/');
  return { key, target };
}
