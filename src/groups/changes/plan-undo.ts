import { AppError, forbidden } from '../../broker/errors';
import { planUndoOf } from '../../broker/runs/plan-undo';
import { isOver } from '../../broker/runs/run-view';
import type { ChangeView } from '../../shared/groups/changes';
import type { InSpace } from '../in-space';
import { membershipRuns, type MembershipLine } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { aboutOf } from './change-view';
import { judgeChange, type PlanFacts } from './judge-change';
import { readGroupOfPlan, readPlanFacts } from './plan-facts';
import { storePlan, type PlannedLine } from './store-plan';
import { isRemoval } from './wanted-changes';

/**
 * Plans to take back a change of this space that has ended, with a verdict on each person by facts that are read now.
 *
 * Only what the change brought about is taken back, and only where the membership wasn't changed again through the app. Changes outside the app don't show.
 *
 * Fails with NOT_FOUND, CONFLICT (`run`: it hasn't ended), PRIVILEGED_USER_UNAVAILABLE or FORBIDDEN (NOT_UNDOABLE: it brought about nothing).
 */
export async function planUndo(
  ports: GroupPorts,
  begun: InSpace,
  { changeId }: { changeId: string },
): Promise<ChangeView> {
  const reader = { caller: begun.caller, within: begun.space.spaceId };
  const { run, undo } = await planUndoOf(ports, membershipRuns, reader, changeId);
  if (!isOver(run)) throw new AppError({ code: 'CONFLICT', what: 'run' });
  const [concerned] = aboutOf(run).groups;
  if (concerned === undefined || undo.length === 0) throw forbidden('NOT_UNDOABLE');
  const lines = (undo as PlannedLine[]).toSorted(
    (one, other) => Number(isRemoval(one.command)) - Number(isRemoval(other.command)),
  );
  const group = await readGroupOfPlan(ports, begun, concerned.groupId);
  const facts = await readPlanFacts(ports, group, changesIn(lines));
  return storePlan(ports, begun, {
    source: 'undo',
    group,
    lines: lines.map((line) => judged(line, facts)),
    undoes: changeId,
  });
}

/** Returns the changes that aren't decided yet. */
function changesIn(lines: readonly PlannedLine[]): MembershipLine[] {
  return lines.flatMap(({ verdict, command }) => (verdict === 'willChange' ? [command] : []));
}

function judged(line: PlannedLine, facts: PlanFacts): PlannedLine {
  return line.verdict === 'willChange' ? { ...line, ...judgeChange(line.command, facts) } : line;
}
