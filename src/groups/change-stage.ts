import type { StoredRun } from '../broker/runs/stored-run';
import type { ChangeStage } from '../shared/groups/changes';

/** Returns what the row of every change tells: whose it is, how far it has come and since when. */
export function stageOf(run: StoredRun): ChangeStage {
  const { runId, version, state, why, by, createdAt, lines, undoes, undoneBy } = run;
  return {
    changeId: runId,
    version,
    state,
    by,
    createdAt,
    lines,
    ...(why !== undefined && { why }),
    ...timesOf(run),
    ...(undoes !== undefined && { undoes }),
    ...(undoneBy !== undefined && { undoneBy }),
  };
}

function timesOf({ state, dueAt, waitsUntil, appliedAt, endedAt }: StoredRun): Partial<ChangeStage> {
  return {
    ...(state === 'planned' && dueAt !== undefined && { lapsesAt: dueAt }),
    ...(waitsUntil !== undefined && { waitsUntil }),
    ...(appliedAt !== undefined && { appliedAt }),
    ...(endedAt !== undefined && { endedAt }),
  };
}
