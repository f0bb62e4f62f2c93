import { isOver, tallyOf, type RunView } from '../../broker/runs/run-view';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { ChangeRow, ChangeSource, ChangeView, DonePeople, PlannedPeople } from '../../shared/groups/changes';
import type { AccountId, GroupId } from '../../shared/ids';
import { stageOf } from '../change-stage';

/** The facts that a run of memberships is stored with. */
export interface AboutChange {
  groups: { groupId: GroupId; groupName: string }[];
  /** The one person whose memberships it's about. */
  person?: AccountId;
  /** Lines that add somebody, of whatever verdict: the first ones. */
  additions: number;
  /** Those among them that will change something. */
  add: number;
  minutes: number;
  removesAuthor?: true;
  membersNotKnown?: true;
}

/** Returns a change, with how far it has come. */
export function changeView({ run, parts }: Pick<RunView, 'run' | 'parts'>): ChangeView {
  const { additions } = aboutOf(run);
  const adding = tallyOf(parts, 0, additions);
  const removing = tallyOf(parts, additions);
  const all = tallyOf(parts);
  const { willChange = 0 } = run.verdicts;
  const tried = Object.values(all).reduce((sum, some) => sum + some, 0);
  const done: DonePeople = {
    added: adding.succeeded,
    removed: removing.succeeded,
    alreadySo: all.unchanged,
    refused: all.refused,
    failed: all.failed,
    unknown: all.unknown,
    left: all.left + all.open,
    notTried: willChange - tried,
  };
  return { ...changeRow(run), done, mayUndo: isOver(run) && all.succeeded > 0 && run.undoneBy === undefined };
}

/** Returns a change as a list shows it: its row alone tells. */
export function changeRow(run: StoredRun): ChangeRow {
  const { groups, person, minutes } = aboutOf(run);
  return {
    ...stageOf(run),
    source: run.source as ChangeSource,
    groups,
    ...(person !== undefined && { person }),
    planned: plannedOf(run),
    ...(!isOver(run) && { aboutMinutes: minutes }),
    ...(run.state === 'planned' && planOf(run)),
  };
}

/** Returns the facts that a run was stored with. */
export function aboutOf({ about }: Pick<StoredRun, 'about'>): AboutChange {
  return about as AboutChange;
}

function planOf(run: StoredRun): Partial<ChangeRow> {
  const { removesAuthor, membersNotKnown } = aboutOf(run);
  return {
    ...(run.typed !== undefined && { needsTypedNumber: run.typed }),
    ...(removesAuthor && { removesAuthor }),
    ...(membersNotKnown && { membersNotKnown }),
  };
}

function plannedOf(run: StoredRun): PlannedPeople {
  const { willChange = 0, nothingToDo = 0, notAllowed = 0, choose = 0 } = run.verdicts;
  const { add } = aboutOf(run);
  return { add, remove: willChange - add, nothingToDo, notAllowed, choose };
}
