import { POINTS_AN_HOUR } from '../../broker/runs/pace';
import { planRun, type RunPlan } from '../../broker/runs/plan-run';
import type { RunLine } from '../../broker/runs/stored-run';
import type { ChangeSource, ChangeView } from '../../shared/groups/changes';
import type { InSpace } from '../in-space';
import { membershipRuns, type MembershipLine } from '../members/membership-runs';
import { personRuns } from '../people/person-runs';
import type { GroupPorts } from '../ports';
import { changeView, type AboutChange } from './change-view';
import { isRemoval } from './wanted-changes';

/** A line whose command changes a membership. */
export type PlannedLine = Omit<RunLine, 'command'> & { command: MembershipLine };

/** The group or the person that a plan concerns. `members`: of the group. */
export type Concerned = Pick<AboutChange, 'groups' | 'person' | 'membersNotKnown'> & { members?: number };

/** A plan with a verdict on each line: additions first. */
interface Plan {
  source: ChangeSource;
  concerned: Concerned;
  lines: readonly PlannedLine[];
  undoes?: string;
}

/** Stores a plan of the caller's. */
export async function storePlan(
  ports: GroupPorts,
  { caller, space }: InSpace,
  { source, concerned, lines, undoes }: Plan,
): Promise<ChangeView> {
  const removed = lines.filter(({ command, verdict }) => verdict === 'willChange' && isRemoval(command));
  const removesAuthor = removed.some(({ command }) => command.accountId === caller);
  const plan: RunPlan = {
    source,
    place: space.spaceId,
    by: caller,
    lines,
    about: aboutOf(ports, concerned, lines, removesAuthor),
    ...(removesMany(removed.length, concerned) && { typed: removed.length }),
    ...(undoes !== undefined && { undoes }),
  };
  const kind = concerned.person === undefined ? membershipRuns : personRuns;
  return changeView(await planRun(ports, kind, plan));
}

function aboutOf(
  ports: GroupPorts,
  { members: _members, ...concerned }: Concerned,
  lines: readonly PlannedLine[],
  removesAuthor: boolean,
): AboutChange {
  const additions = lines.filter(({ command }) => !isRemoval(command));
  const changes = lines.filter(({ verdict }) => verdict === 'willChange').length;
  return {
    ...concerned,
    additions: additions.length,
    add: additions.filter(({ verdict }) => verdict === 'willChange').length,
    minutes: minutesFor(changes, ports.points.spent()),
    ...(removesAuthor && { removesAuthor }),
  };
}

const MANY = 20;

/** Tells whether a plan removes so many that their number is to be typed: more than 20, or more than half of the group. */
function removesMany(removed: number, { members }: Concerned): boolean {
  return removed > MANY || (members !== undefined && removed * 2 > members);
}

const CHANGES_A_MINUTE = 1000;
/** A write, and its share of what is read again for each started five seconds. */
const POINTS_A_CHANGE = 5;

/** Estimates how long a change takes: at the pace of runs, and an hour more whenever their points of the hour would be spent. */
function minutesFor(changes: number, spent: number): number {
  const hours = Math.floor((spent + changes * POINTS_A_CHANGE) / POINTS_AN_HOUR);
  return Math.ceil(changes / CHANGES_A_MINUTE) + hours * 60;
}
