import type { OnSite } from '../../broker/on-site';
import type { TakeoverPage } from '../../shared/groups/takeovers';
import { adoptionRuns } from '../adoption/adoption-runs';
import type { GroupPorts } from '../ports';
import { takeoverRow } from './takeover-view';

/** Lists the takeovers of the site, the newest first: plans, those under way, and those of the last 30 days. One request. */
export async function listTakeovers(
  { runs }: GroupPorts,
  _by: OnSite,
  { before }: { before?: string | undefined },
): Promise<TakeoverPage> {
  const { runs: some, next } = await runs.ofPlace('site', before);
  const takeovers = some.filter(({ product }) => product === adoptionRuns.product).map(takeoverRow);
  return { takeovers, ...(next !== undefined && { next }) };
}
