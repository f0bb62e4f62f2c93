import type { OnSite } from '../../broker/on-site';
import { cancelRun } from '../../broker/runs/change-run';
import { stayingProved } from '../../broker/stays-proved';
import type { TakeoverView } from '../../shared/groups/takeovers';
import type { GroupPorts } from '../ports';
import { takeoverReader } from './takeover-reader';
import { takeoverView } from './takeover-view';

/** Ends a plan, or what is left of one that was applied. Fails with NOT_FOUND, or CONFLICT (`run`) if it was over. */
export async function cancelTakeover(
  ports: GroupPorts,
  by: OnSite,
  { changeId }: { changeId: string },
): Promise<TakeoverView> {
  return takeoverView(await cancelRun(ports, takeoverReader(by.caller), changeId, stayingProved(ports, by)));
}
