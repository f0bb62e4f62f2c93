import { readRunLines, type LineView } from '../../broker/runs/read-run';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { ShownLines } from '../../shared/groups/change-payloads';
import type { ChangeLine, ChangeLines, LineOutcome, LineVerdict } from '../../shared/groups/changes';
import type { ForbiddenReason } from '../../shared/result';
import type { InSpace } from '../in-space';
import type { MembershipLine } from '../members/membership-runs';
import type { GroupPorts } from '../ports';
import { changeView } from './change-view';

const LINES_A_PAGE = 25;

interface Request {
  changeId: string;
  show?: ShownLines | undefined;
  /** The place in the change after which to read on. */
  after?: number | undefined;
}

/** Returns people of a change of this space, 25 a page: all, or those with one verdict or outcome. Two requests. Fails with NOT_FOUND. */
export async function readChangeLines(
  ports: GroupPorts,
  { caller, space }: InSpace,
  { changeId, show = 'all', after = 0 }: Request,
): Promise<ChangeLines> {
  const { all, ...view } = await readRunLines(ports, { caller, within: space.spaceId }, changeId);
  const shown = all
    .map((line, index) => ({ place: index + 1, line: lineView(line, view.run) }))
    .filter(({ place, line }) => place > after && isShown(line, show));
  const page = shown.slice(0, LINES_A_PAGE);
  const last = page.at(-1);
  return {
    change: changeView(view),
    lines: page.map(({ line }) => line),
    ...(shown.length > page.length && last !== undefined && { next: last.place }),
  };
}

function isShown({ verdict, outcome }: ChangeLine, show: ShownLines): boolean {
  return show === 'all' || show === verdict || show === outcome;
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

function outcomeOf(now: LineView['now']): LineOutcome {
  return now === undefined ? 'notTried' : (now.outcome ?? 'left');
}

/** A rule gives a reason, a failure its code. */
function whyOf(code: string | undefined, isRule: boolean): Pick<ChangeLine, 'reason' | 'code'> {
  if (code === undefined) return {};
  return isRule ? { reason: code as ForbiddenReason } : { code };
}

function foundIn(now: LineView['now']): Pick<ChangeLine, 'found' | 'foundAt'> {
  if (now?.outcome !== 'unknown') return {};
  const { at: foundAt, found } = now;
  return found === 'member' || found === 'notMember' ? { foundAt, found } : { foundAt };
}
