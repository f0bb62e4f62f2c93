import type { ChangePage } from '../../shared/groups/changes';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { isChange } from './change-kinds';
import { changeRow } from './change-view';

/** Lists the changes of this space, the newest first. */
export async function listChanges(
  { runs }: GroupPorts,
  { space }: InSpace,
  { before }: { before?: string | undefined },
): Promise<ChangePage> {
  const { runs: some, next } = await runs.ofPlace(space.spaceId, before);
  const changes = some.filter(isChange).map(changeRow);
  return { changes, ...(next !== undefined && { next }) };
}
