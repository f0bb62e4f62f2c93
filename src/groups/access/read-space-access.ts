import type { SpaceAccess } from '../../shared/groups/views';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';

/** Returns what groups may do in this space, as Confluence tells the caller: by their roles on a site that has them, else by their permissions. */
export async function readSpaceAccess({ spaceAccess }: GroupPorts, { space }: InSpace): Promise<SpaceAccess> {
  return spaceAccess.read(space.spaceId);
}
