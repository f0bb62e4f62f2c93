import { orLog } from '../or-log';
import type { BrokerPorts } from '../ports';
import type { StoredRun } from './stored-run';

/** Notes with the run that another one takes back, if any, which one that is. A failure is logged: the other one was applied. */
export async function markUndone(ports: BrokerPorts, { runId, undoes }: StoredRun): Promise<void> {
  if (undoes === undefined) return;
  await orLog(ports, 'undone change not marked', async () => {
    const undone = await ports.runs.get(undoes);
    if (undone !== undefined) await ports.runs.change(undone.run, { undoneBy: runId });
  });
}
