import type { ChangePage } from '../../shared/groups/changes';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { isChange } from './change-kinds';
import { changeRow } from './change-view';

/** Lists the changes of this space, the newest first. */
export async function listChanges(
  { runs }: GroupPorts,
  { space: { spaceId } }: InSpace,
  { before }: { before?: string | undefined },
): Promise<ChangePage> {
  const { runs: some, next } = await runs.ofPlace(spaceId, before);
  return { changes: some.filter(isChange).map(changeRow), ...(next !== undefined && { next }) };
}
