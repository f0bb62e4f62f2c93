import { isOver, tallyOf, type RunView } from '../../broker/runs/run-view';
import type { StoredRun } from '../../broker/runs/stored-run';
import type {
  DoneGroups,
  PlannedGroups,
  TakeoverRow,
  TakeoverSource,
  TakeoverView,
} from '../../shared/groups/takeovers';

/** Returns a run that takes groups over, or from their spaces again, with how far it has come. */
export function takeoverView({ run, parts }: Pick<RunView, 'run' | 'parts'>): TakeoverView {
  const done = doneOf(run, tallyOf(parts));
  const mayUndo = isOver(run) && run.undoes === undefined && run.undoneBy === undefined && done.succeeded > 0;
  return { ...takeoverRow(run), done, mayUndo };
}

/** Returns a takeover as a list shows it: its row alone tells. */
export function takeoverRow(run: StoredRun): TakeoverRow {
  const { runId, version, source, state, why, by, createdAt, lines, undoes, undoneBy } = run;
  return {
    changeId: runId,
    version,
    source: source as TakeoverSource,
    state,
    by,
    createdAt,
    lines,
    planned: plannedOf(run),
    aboutMinutes: minutesFor(run),
    ...(why !== undefined && { why }),
    ...timesOf(run),
    ...(undoes !== undefined && { undoes }),
    ...(undoneBy !== undefined && { undoneBy }),
  };
}

function timesOf(run: StoredRun): Partial<TakeoverRow> {
  const { state, dueAt, waitsUntil, appliedAt, endedAt, siteAdminUntil } = run;
  return {
    ...(state === 'planned' && dueAt !== undefined && { lapsesAt: dueAt }),
    ...(waitsUntil !== undefined && { waitsUntil }),
    ...(appliedAt !== undefined && { appliedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(siteAdminUntil !== undefined && { siteAdminUntil }),
  };
}

/** Seven groups are read and stored in about 1.2 seconds, where Confluence takes 400 ms for an answer. */
const GROUPS_A_MINUTE = 350;

function minutesFor({ verdicts: { willChange = 0 } }: StoredRun): number {
  return Math.max(1, Math.ceil(willChange / GROUPS_A_MINUTE));
}

function plannedOf({ verdicts }: StoredRun): PlannedGroups {
  const { willChange = 0, nothingToDo = 0, notAllowed = 0, choose } = verdicts;
  return { willChange, nothingToDo, notAllowed, ...(choose !== undefined && { choose }) };
}

function doneOf({ verdicts }: StoredRun, tally: RunView['tally']): DoneGroups {
  const { succeeded, unchanged: alreadySo, refused, failed } = tally;
  const notTried = (verdicts.willChange ?? 0) - succeeded - alreadySo - refused - failed;
  return { succeeded, alreadySo, refused, failed, notTried };
}
