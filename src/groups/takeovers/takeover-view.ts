import { isOver, tallyOf, type RunView } from '../../broker/runs/run-view';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { DoneGroups, PlannedGroups, TakeoverSource, TakeoverView } from '../../shared/groups/takeovers';

/** Returns a run that takes groups over, or from their spaces again, as pages show it. */
export function takeoverView({ run, parts }: Pick<RunView, 'run' | 'parts'>): TakeoverView {
  const { runId, version, source, state, why, by, createdAt, lines } = run;
  const done = doneOf(run, tallyOf(parts));
  return {
    changeId: runId,
    version,
    source: source as TakeoverSource,
    state,
    by,
    createdAt,
    lines,
    planned: plannedOf(run),
    done,
    mayUndo: isOver(run) && run.undoes === undefined && run.undoneBy === undefined && done.succeeded > 0,
    ...(why !== undefined && { why }),
    ...timesOf(run),
    ...(run.undoes !== undefined && { undoes: run.undoes }),
    ...(run.undoneBy !== undefined && { undoneBy: run.undoneBy }),
  };
}

function timesOf(run: StoredRun): Partial<TakeoverView> {
  const { state, dueAt, waitsUntil, appliedAt, endedAt, siteAdminUntil } = run;
  return {
    ...(state === 'planned' && dueAt !== undefined && { lapsesAt: dueAt }),
    ...(waitsUntil !== undefined && { waitsUntil }),
    ...(appliedAt !== undefined && { appliedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(siteAdminUntil !== undefined && { siteAdminUntil }),
  };
}

function plannedOf({ verdicts }: StoredRun): PlannedGroups {
  const { willChange = 0, nothingToDo = 0, notAllowed = 0 } = verdicts;
  return { willChange, nothingToDo, notAllowed };
}

function doneOf({ verdicts }: StoredRun, tally: RunView['tally']): DoneGroups {
  const { succeeded, unchanged: alreadySo, refused, failed } = tally;
  const notTried = (verdicts.willChange ?? 0) - succeeded - alreadySo - refused - failed;
  return { succeeded, alreadySo, refused, failed, notTried };
}
