import { AppError } from '../../broker/errors';
import { readRun } from '../../broker/runs/read-run';
import { isStillWaiting } from '../../broker/runs/run-view';
import type { ChangeView, StillWaiting } from '../../shared/groups/changes';
import type { AccountId } from '../../shared/ids';
import type { GroupPorts } from '../ports';
import { isChange } from './change-kinds';
import { changeView } from './change-view';

/**
 * Tells its author how far a change has come, or that it still waits at the version that they have seen: one request, and nothing of it is asked of Confluence; two if it
 * waited and goes on. Fails with NOT_FOUND.
 */
export async function watchChange(
  ports: GroupPorts,
  caller: AccountId,
  { changeId, waitsAt }: { changeId: string; waitsAt?: number | undefined },
): Promise<ChangeView | StillWaiting> {
  if (await isStillWaiting(ports, { caller }, changeId, waitsAt)) return { isStill: 'waiting' };
  const view = await readRun(ports, { caller }, changeId);
  if (!isChange(view.run)) throw new AppError({ code: 'NOT_FOUND', what: 'run' });
  return changeView(view);
}
