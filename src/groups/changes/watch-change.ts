import { readRun } from '../../broker/runs/read-run';
import type { ChangeView } from '../../shared/groups/changes';
import type { AccountId } from '../../shared/ids';
import { membershipRuns } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { changeView } from './change-view';

/** Tells its author how far a change has come: one request, and nothing of it is asked of Confluence. Fails with NOT_FOUND. */
export async function watchChange(
  ports: GroupPorts,
  caller: AccountId,
  { changeId }: { changeId: string },
): Promise<ChangeView> {
  return changeView(await readRun(ports, { caller, product: membershipRuns.product }, changeId));
}
