import { resumeRun } from '../../broker/runs/change-run';
import type { ChangeView } from '../../shared/groups/changes';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { changeView } from './change-view';

/** Lets a change of this space that waits go on, in the right of its author. Fails with NOT_FOUND, or CONFLICT (`run`) if it doesn't wait. */
export async function resumeChange(
  ports: GroupPorts,
  { caller, space }: InSpace,
  { changeId }: { changeId: string },
): Promise<ChangeView> {
  return changeView(await resumeRun(ports, { caller, within: space.spaceId }, changeId));
}
