import { readRun } from '../../broker/runs/read-run';
import type { TakeoverView } from '../../shared/groups/takeovers';
import type { AccountId } from '../../shared/ids';
import { adoptionRuns } from '../adoption/adoption-runs';
import type { GroupPorts } from '../ports';
import { takeoverView } from './takeover-view';

/** Tells its author how far it has come: one request, and nothing of it is asked of Confluence. Fails with NOT_FOUND. */
export async function watchTakeover(
  ports: GroupPorts,
  caller: AccountId,
  { changeId }: { changeId: string },
): Promise<TakeoverView> {
  return takeoverView(await readRun(ports, { caller, product: adoptionRuns.product }, changeId));
}
