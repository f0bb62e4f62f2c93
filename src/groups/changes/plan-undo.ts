import { AppError, forbidden } from '../../broker/errors';
import { planUndoOf } from '../../broker/runs/plan-undo';
import { isOver } from '../../broker/runs/run-view';
import type { ChangeView } from '../../shared/groups/changes';
import type { InSpace } from '../in-space';
import { membershipRuns, type MembershipLine } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { aboutOf, type AboutChange } from './change-view';
import { judgeChange, type Verdict } from './judge-change';
import { concernsPerson, judgeOfPerson, readIsIn, readPersonOfPlan } from './person-of-plan';
import { concernsGroup, readGroupOfPlan, readPlanFacts } from './plan-facts';
import { storePlan, type Concerned, type PlannedLine } from './store-plan';
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
  if (undo.length === 0) throw forbidden('NOT_UNDOABLE');
  const lines = (undo as PlannedLine[]).toSorted(
    (one, other) => Number(isRemoval(one.command)) - Number(isRemoval(other.command)),
  );
  const { judge, concerned } = await readConcerned(ports, begun, aboutOf(run), lines);
  const judged = lines.map((line) => (line.verdict === 'willChange' ? { ...line, ...judge(line.command) } : line));
  return storePlan(ports, begun, { source: 'undo', concerned, lines: judged, undoes: changeId });
}

/** Reads the group or the person that a change is about, by which its lines are judged. */
async function readConcerned(
  ports: GroupPorts,
  begun: InSpace,
  { groups: [concerned], person: accountId }: AboutChange,
  lines: readonly PlannedLine[],
): Promise<{ judge: (change: MembershipLine) => Verdict; concerned: Concerned }> {
  if (accountId !== undefined) {
    const groupIds = lines.map(({ command: { groupId } }) => groupId);
    const person = { accountId, ...(await readIsIn(ports, accountId)) };
    const facts = await readPersonOfPlan(ports, begun, { ...person, groupIds });
    return { judge: (change) => judgeOfPerson(change, facts), concerned: concernsPerson(accountId, false) };
  }
  if (concerned === undefined) throw forbidden('NOT_UNDOABLE');
  const group = await readGroupOfPlan(ports, begun, concerned.groupId);
  const facts = await readPlanFacts(ports, group, changesIn(lines));
  return { judge: (change) => judgeChange(change, facts), concerned: concernsGroup(group) };
}

/** Returns the changes that aren't decided yet. */
function changesIn(lines: readonly PlannedLine[]): MembershipLine[] {
  return lines.flatMap(({ verdict, command }) => (verdict === 'willChange' ? [command] : []));
}
