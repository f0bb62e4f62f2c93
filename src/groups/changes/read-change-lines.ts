import { outcomeOf, pageOfLines, whyOf } from '../../broker/runs/page-of-lines';
import { readRunLines, type LineView } from '../../broker/runs/read-run';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { ChangeLine, ChangeLines, LineVerdict } from '../../shared/groups/changes';
import type { ShownLines } from '../../shared/groups/shown-lines';
import type { AccountId } from '../../shared/ids';
import type { InSpace } from '../in-space';
import type { MembershipLine } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { aboutOf, changeView } from './change-view';

interface Request {
  changeId: string;
  show?: ShownLines | undefined;
  /** The place in the change after which to read on. */
  after?: number | undefined;
  /** For a file. Absent: 25, without names. */
  most?: number | undefined;
}

/**
 * Returns people of a change of this space, 25 a page or as many as asked for: all, or those with one verdict or outcome. Two requests; where the change is
 * about one person, the names of their groups take more. For a file, people come with the names that they show to the caller.
 *
 * Fails with NOT_FOUND.
 */
export async function readChangeLines(
  ports: GroupPorts,
  { caller, space }: InSpace,
  { changeId, show = 'all', after = 0, most }: Request,
): Promise<ChangeLines> {
  const { all, ...view } = await readRunLines(ports, { caller, within: space.spaceId }, changeId);
  const { lines, ...more } = pageOfLines(all, { show, after, ...(most !== undefined && { most }) }, (line) =>
    lineView(line, view.run),
  );
  const ofPerson = aboutOf(view.run).person !== undefined;
  const [grouped, names] = await Promise.all([
    ofPerson ? withGroupNames(ports, space, lines) : lines,
    most === undefined ? new Map<AccountId, string>() : ports.directory.names(lines.map(({ accountId }) => accountId)),
  ]);
  return { change: changeView(view), lines: grouped.map((line) => named(line, names)), ...more };
}

/** Names the groups of a page, a request for each 25: those that still belong to the space. */
async function withGroupNames(
  { groupRecords }: GroupPorts,
  { spaceId }: InSpace['space'],
  lines: readonly ChangeLine[],
): Promise<ChangeLine[]> {
  const records = await groupRecords.recorded(lines.map(({ groupId }) => groupId));
  return lines.map((line) => {
    const record = records.get(line.groupId);
    return record?.spaceId === spaceId ? { ...line, groupName: record.groupName } : line;
  });
}

function named(line: ChangeLine, names: ReadonlyMap<AccountId, string>): ChangeLine {
  const name = names.get(line.accountId);
  return name === undefined ? line : { ...line, name };
}

function lineView({ command, verdict, why, now }: LineView, { state }: StoredRun): ChangeLine {
  const { line, accountId, groupId, operation } = command as MembershipLine;
  const isApplied = state !== 'planned' && verdict === 'willChange';
  return {
    ...(line !== undefined && { line }),
    accountId,
    groupId,
    operation,
    verdict: verdict as LineVerdict,
    ...(isApplied && { outcome: outcomeOf(now) }),
    ...whyOf(why ?? now?.code, verdict === 'notAllowed' || now?.outcome === 'refused'),
    ...foundIn(now),
  };
}

function foundIn(now: LineView['now']): Pick<ChangeLine, 'found' | 'foundAt'> {
  if (now?.outcome !== 'unknown') return {};
  const { at: foundAt, found } = now;
  return found === 'member' || found === 'notMember' ? { foundAt, found } : { foundAt };
}
