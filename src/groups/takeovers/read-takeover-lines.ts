import type { OnSite } from '../../broker/on-site';
import { outcomeOf, pageOfLines, whyOf } from '../../broker/runs/page-of-lines';
import { readRunLines, type LineView } from '../../broker/runs/read-run';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { ShownGroups } from '../../shared/groups/takeover-payloads';
import type { TakeoverLine, TakeoverLines, TakeoverVerdict } from '../../shared/groups/takeovers';
import type { AdoptionLine } from '../adoption/adoption-line';
import type { GroupPorts } from '../ports';
import { takeoverReader } from './takeover-reader';
import { takeoverView } from './takeover-view';

interface Request {
  changeId: string;
  show?: ShownGroups | undefined;
  /** The place after which to read on. */
  after?: number | undefined;
}

/** Returns its groups, 25 a page: all, or those with one verdict or outcome. Two requests. Fails with NOT_FOUND. */
export async function readTakeoverLines(
  ports: GroupPorts,
  { caller }: OnSite,
  { changeId, show = 'all', after = 0 }: Request,
): Promise<TakeoverLines> {
  const { all, ...view } = await readRunLines(ports, takeoverReader(caller), changeId);
  return {
    change: takeoverView(view),
    ...pageOfLines(all, { show, after }, (line) => lineView(line, view.run)),
  };
}

function lineView({ number: line, command, verdict, why, now }: LineView, { state }: StoredRun): TakeoverLine {
  const { operation, groupId, spaceId, ...more } = command as AdoptionLine;
  const isApplied = state !== 'planned' && verdict === 'willChange';
  return {
    line,
    operation,
    groupId,
    spaceId,
    verdict: verdict as TakeoverVerdict,
    ...('acknowledgeProductAccess' in more && more.acknowledgeProductAccess && { acknowledgesProductAccess: true }),
    ...(isApplied && { outcome: outcomeOf(now) }),
    ...whyOf(why ?? now?.code, verdict === 'notAllowed' || now?.outcome === 'refused'),
  };
}
