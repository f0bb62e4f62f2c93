import { AppError, invalidInput } from '../../broker/errors';
import { applyRun } from '../../broker/runs/apply-run';
import { markUndone } from '../../broker/runs/mark-undone';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { ChangeView } from '../../shared/groups/changes';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { changeKinds } from './change-kinds';
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
  const view = await applyRun(ports, changeKinds, applying);
  await markUndone(ports, view.run);
  return changeView(view);
}
