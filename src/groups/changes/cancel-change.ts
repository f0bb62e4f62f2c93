import { cancelRun } from '../../broker/runs/change-run';
import type { ChangeView } from '../../shared/groups/changes';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { changeView } from './change-view';

/** Ends a plan or a change of this space: what is under way comes to its end, nothing more is sent. Fails with NOT_FOUND, or CONFLICT (`run`) if it was over. */
export async function cancelChange(
  ports: GroupPorts,
  { caller, space }: InSpace,
  { changeId }: { changeId: string },
): Promise<ChangeView> {
  return changeView(await cancelRun(ports, { caller, within: space.spaceId }, changeId));
}
