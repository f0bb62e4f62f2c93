import type { OnSite } from '../../broker/on-site';
import { resumeRun } from '../../broker/runs/change-run';
import { stayingProved } from '../../broker/stays-proved';
import type { TakeoverView } from '../../shared/groups/takeovers';
import type { GroupPorts } from '../ports';
import { takeoverReader } from './takeover-reader';
import { takeoverView } from './takeover-view';

/** Lets one that waits go on, in the right of its author. Fails with NOT_FOUND, CONFLICT (`run`) if it doesn't wait, or FORBIDDEN (NOT_SITE_ADMIN). */
export async function resumeTakeover(
  ports: GroupPorts,
  by: OnSite,
  { changeId }: { changeId: string },
): Promise<TakeoverView> {
  return takeoverView(await resumeRun(ports, takeoverReader(by.caller), changeId, stayingProved(ports, by)));
}
