import type { ChangePage } from '../../shared/groups/changes';
import type { InSpace } from '../in-space';
import { membershipRuns } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { changeRow } from './change-view';

/** Lists the changes of this space, the newest first. */
export async function listChanges(
  { runs }: GroupPorts,
  { space }: InSpace,
  { before }: { before?: string | undefined },
): Promise<ChangePage> {
  const { runs: some, next } = await runs.ofPlace(space.spaceId, before);
  const changes = some.filter(({ product }) => product === membershipRuns.product).map(changeRow);
  return { changes, ...(next !== undefined && { next }) };
}
