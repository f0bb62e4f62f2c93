import type { OnSite } from '../../broker/on-site';
import { outcomeOf, pageOfLines, whyOf } from '../../broker/runs/page-of-lines';
import { readRunLines, type LineView } from '../../broker/runs/read-run';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { ShownLines } from '../../shared/groups/shown-lines';
import type { TakeoverLine, TakeoverLines, TakeoverVerdict } from '../../shared/groups/takeovers';
import type { PlannedLine, ReleaseLine } from '../adoption/adoption-line';
import type { GroupPorts } from '../ports';
import { rowOf } from '../rules/rules-view';
import { takeoverReader } from './takeover-reader';
import { takeoverView } from './takeover-view';

interface Request {
  changeId: string;
  show?: ShownLines | undefined;
  /** The place after which to read on. */
  after?: number | undefined;
  most?: 25 | 250 | undefined;
}

/**
 * Returns its groups, 25 a page or 250 to be edited again: all, or those with one verdict or outcome. Two requests of storage, and one for their spaces.
 *
 * Fails with NOT_FOUND.
 */
export async function readTakeoverLines(
  ports: GroupPorts,
  { caller }: OnSite,
  { changeId, show = 'all', after = 0, most = 25 }: Request,
): Promise<TakeoverLines> {
  const { all, ...view } = await readRunLines(ports, takeoverReader(caller), changeId);
  const { lines, next } = pageOfLines(all, { show, after, most }, (line) => lineView(line, view.run));
  return {
    change: takeoverView(view),
    lines: await withSpaces(ports, lines),
    ...(next !== undefined && { next }),
  };
}

async function withSpaces({ directory }: GroupPorts, lines: readonly TakeoverLine[]): Promise<TakeoverLine[]> {
  const ids = [...new Set(lines.flatMap(({ spaceId }) => spaceId ?? []))];
  const found = ids.length === 0 ? [] : await directory.spacesById(ids);
  const spaces = new Map(found.map((space) => [space.id, rowOf(space)]));
  return lines.map((line) => {
    const space = line.spaceId && spaces.get(line.spaceId);
    return { ...line, ...(space !== undefined && { space }) };
  });
}

function lineView({ number: line, command, verdict, why, now }: LineView, { state }: StoredRun): TakeoverLine {
  const { operation, groupId, groupName, spaceId, ...more } = command as PlannedLine | ReleaseLine;
  const isApplied = state !== 'planned' && verdict === 'willChange';
  return {
    line,
    operation,
    groupId,
    groupName,
    ...(spaceId !== undefined && { spaceId }),
    verdict: verdict as TakeoverVerdict,
    ...('acknowledgeProductAccess' in more && more.acknowledgeProductAccess && { acknowledgesProductAccess: true }),
    ...(isApplied && { outcome: outcomeOf(now) }),
    ...whyOf(why ?? now?.code, verdict === 'notAllowed' || verdict === 'choose' || now?.outcome === 'refused'),
  };
}
