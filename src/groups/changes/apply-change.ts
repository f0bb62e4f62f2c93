import { AppError, invalidInput } from '../../broker/errors';
import { orLog } from '../../broker/or-log';
import { applyRun } from '../../broker/runs/apply-run';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { ChangeView } from '../../shared/groups/changes';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import type { InSpace } from '../in-space';
import { membershipRuns } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { aboutOf, changeView } from './change-view';

interface Request {
  changeId: string;
  /** As the plan was seen. */
  version: number;
  typedNumber?: number | undefined;
  confirmSelf?: boolean | undefined;
}

/**
 * Applies a plan that the caller made in this space: up to 100 people within the call, others soon after it.
 *
 * Fails with NOT_FOUND, CONFLICT (`run`: it isn't the plan that they saw, or it lapsed) or INVALID_INPUT (`typedNumber`, `confirmSelf`), having changed nothing.
 */
export async function applyChange(
  ports: GroupPorts,
  begun: InSpace,
  { changeId, version, typedNumber, confirmSelf = false }: Request,
): Promise<ChangeView> {
  function demand(run: StoredRun): void {
    if (run.place !== begun.space.spaceId) throw new AppError({ code: 'NOT_FOUND', what: 'run' });
    if (aboutOf(run).removesAuthor && !confirmSelf) throw invalidInput('confirmSelf', REFUSED_FIELDS.removeYourself);
  }
  const applying = { runId: changeId, version, typedNumber, caller: begun.caller, begun, demand };
  const view = await applyRun(ports, [membershipRuns], applying);
  await markUndone(ports, view.run);
  return changeView(view);
}

/** Notes with a change which other one takes it back. */
async function markUndone(ports: GroupPorts, { runId, undoes }: StoredRun): Promise<void> {
  if (undoes === undefined) return;
  await orLog(ports, 'undone change not marked', async () => {
    const undone = await ports.runs.get(undoes);
    if (undone !== undefined) await ports.runs.change(undone.run, { undoneBy: runId });
  });
}
