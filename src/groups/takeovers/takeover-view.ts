import { isOver, tallyOf, type RunView } from '../../broker/runs/run-view';
import type { StoredRun } from '../../broker/runs/stored-run';
import type {
  DoneGroups,
  PlannedGroups,
  TakeoverRow,
  TakeoverSource,
  TakeoverView,
} from '../../shared/groups/takeovers';
import { stageOf } from '../change-stage';

/** Returns a run that takes groups over, or from their spaces again, with how far it has come. */
export function takeoverView({ run, parts }: Pick<RunView, 'run' | 'parts'>): TakeoverView {
  const done = doneOf(run, tallyOf(parts));
  const mayUndo = isOver(run) && run.undoes === undefined && run.undoneBy === undefined && done.succeeded > 0;
  return { ...takeoverRow(run), done, mayUndo };
}

/** Returns a takeover as a list shows it: its row alone tells. */
export function takeoverRow(run: StoredRun): TakeoverRow {
  const { source, siteAdminUntil } = run;
  return {
    ...stageOf(run),
    source: source as TakeoverSource,
    planned: plannedOf(run),
    aboutMinutes: minutesFor(run),
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
