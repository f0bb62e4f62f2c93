import type { ChangePage } from '../../shared/groups/changes';
import type { GroupId } from '../../shared/ids';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { isChange } from './change-kinds';
import { changeRow } from './change-view';
import { findReplacement, isReplacing } from './find-replacement';

interface Wanted {
  before?: string | undefined;
  groupId?: GroupId | undefined;
}

/** Lists the changes of this space, the newest first; for a group, with what older ones tell of its replacement. */
export async function listChanges(
  ports: GroupPorts,
  { space: { spaceId } }: InSpace,
  { before, groupId }: Wanted,
): Promise<ChangePage> {
  const { runs: some, next } = await ports.runs.ofPlace(spaceId, before);
  const changes = some.filter(isChange).map(changeRow);
  const isTold = groupId === undefined || changes.some((change) => isReplacing(change, groupId));
  const replacing = isTold ? [] : await findReplacement(ports, { spaceId, groupId }, next);
  return { changes, ...(replacing.length > 0 && { replacing }), ...(next !== undefined && { next }) };
}
