import { AppError } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import { applyRun } from '../../broker/runs/apply-run';
import { markUndone } from '../../broker/runs/mark-undone';
import type { StoredRun } from '../../broker/runs/stored-run';
import { stayingProved } from '../../broker/stays-proved';
import type { TakeoverView } from '../../shared/groups/takeovers';
import { adoptionRuns } from '../adoption/adoption-runs';
import type { GroupPorts } from '../ports';
import { takeoverView } from './takeover-view';

/**
 * Applies a plan of the caller's: up to 100 groups within the call, others soon after it.
 *
 * Fails with NOT_FOUND, CONFLICT (`run`: it isn't the plan that they saw, or it lapsed) or FORBIDDEN (NOT_SITE_ADMIN), having changed nothing.
 */
export async function applyTakeover(
  ports: GroupPorts,
  begun: OnSite,
  { changeId: runId, version }: { changeId: string; version: number },
): Promise<TakeoverView> {
  const stayProved = stayingProved(ports, begun);
  const applying = { runId, version, caller: begun.caller, begun, demand: demandTakeover, stayProved };
  const view = await applyRun(ports, [adoptionRuns], applying);
  await markUndone(ports, view.run);
  return takeoverView(view);
}

function demandTakeover({ product }: StoredRun): void {
  if (product !== adoptionRuns.product) throw new AppError({ code: 'NOT_FOUND', what: 'run' });
}
