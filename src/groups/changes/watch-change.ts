import { AppError } from '../../broker/errors';
import { readRun } from '../../broker/runs/read-run';
import type { ChangeView } from '../../shared/groups/changes';
import type { AccountId } from '../../shared/ids';
import type { GroupPorts } from '../ports';
import { isChange } from './change-kinds';
import { changeView } from './change-view';

/** Tells its author how far a change has come: one request, and nothing of it is asked of Confluence. Fails with NOT_FOUND. */
export async function watchChange(
  ports: GroupPorts,
  caller: AccountId,
  { changeId }: { changeId: string },
): Promise<ChangeView> {
  const view = await readRun(ports, { caller }, changeId);
  if (!isChange(view.run)) throw new AppError({ code: 'NOT_FOUND', what: 'run' });
  return changeView(view);
}
