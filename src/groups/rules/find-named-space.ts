import { invalidInput } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import type { SpaceRow } from '../../shared/groups/views';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { findSpace } from '../find-space';
import type { GroupPorts } from '../ports';
import { rowOf } from './rules-view';

/** Finds a space that the rules are to name. Fails with INVALID_INPUT (`spaceKey`). */
export async function findNamedSpace(
  ports: GroupPorts,
  _admin: OnSite,
  { spaceKey }: { spaceKey: string },
): Promise<SpaceRow> {
  const space = await findSpace(ports, spaceKey);
  if (space === undefined) throw invalidInput('spaceKey', REFUSED_FIELDS.spaceNotFound);
  return rowOf(space);
}
