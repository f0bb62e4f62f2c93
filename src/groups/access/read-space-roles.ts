import type { SpaceRoles } from '../../shared/groups/views';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';

/** Returns the roles that a group can have in this space; none on a site without roles. */
export async function readSpaceRoles({ spaceAccess }: GroupPorts, { space }: InSpace): Promise<SpaceRoles> {
  const roles = await spaceAccess.roles(space.spaceId);
  return roles === undefined ? {} : { roles };
}
