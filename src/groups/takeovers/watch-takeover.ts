import { readRun } from '../../broker/runs/read-run';
import { isStillWaiting } from '../../broker/runs/run-view';
import type { StillWaiting } from '../../shared/groups/changes';
import type { TakeoverView } from '../../shared/groups/takeovers';
import type { AccountId } from '../../shared/ids';
import { adoptionRuns } from '../adoption/adoption-runs';
import type { GroupPorts } from '../ports';
import { takeoverView } from './takeover-view';

/**
 * Tells its author how far it has come, or that it still waits at the version that they have seen: one request, and nothing of it is asked of Confluence; two if it waited
 * and goes on. Fails with NOT_FOUND.
 */
export async function watchTakeover(
  ports: GroupPorts,
  caller: AccountId,
  { changeId, waitsAt }: { changeId: string; waitsAt?: number | undefined },
): Promise<TakeoverView | StillWaiting> {
  const reader = { caller, product: adoptionRuns.product };
  if (await isStillWaiting(ports, reader, changeId, waitsAt)) return { isStill: 'waiting' };
  return takeoverView(await readRun(ports, reader, changeId));
}
