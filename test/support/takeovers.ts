// Groups of the demo site that are taken over by the app's own doors: one plan of each state that a call needs.
import type { Result } from '../../src/shared/result';
import { valueOf, type World } from './integration';

/** Makes a plan, one that waits and one that's done, all of the site admin. */
export async function prepareTakeovers(world: World): Promise<void> {
  const groups = [
    { groupId: world.groupId('devops-oncall'), groupName: 'devops-oncall', spaceId: world.spaceId('DEVOPS') },
  ];
  for (const state of ['planned', 'waiting', 'done']) {
    const { changeId, version } = valueOf(await world.asGlobal('site-admin', 'planTakeover', { groups }));
    if (state === 'planned') continue;
    if (state === 'waiting') await world.setPaused(true);
    const applied = valueOf(await world.asGlobal('site-admin', 'applyTakeover', { changeId, version }));
    if (state === 'waiting') await world.setPaused(false);
    if (applied.state !== state) throw new Error(`It is ${applied.state} and not ${state}`);
  }
  world.site.clearRequests();
}

/** A group to be given to a space. */
interface Wanted {
  groupId: string;
  spaceId: string;
  acknowledgeProductAccess?: boolean;
}

/** What came of one group: how it ended, or the verdict of the plan, if that says no. */
interface Ended {
  groupId: string;
  outcome: string;
  reason?: string;
}

/** Plans to take groups over and applies that, as one person. Answers what came of each group, or the failure of the first call that failed. */
export async function takeOver(
  world: World,
  handle: string,
  wanted: readonly Wanted[],
  between: () => unknown = () => undefined,
): Promise<Result<Ended[]>> {
  const groups = wanted.map((one) => ({ ...one, groupName: 'as the page says' }));
  const planned = await world.asGlobal(handle, 'planTakeover', { groups });
  if (!planned.ok) return planned;
  await between();
  const { changeId, version } = planned.value;
  const applied = await world.asGlobal(handle, 'applyTakeover', { changeId, version });
  if (!applied.ok) return applied;
  await world.settleQueue();
  const { lines } = valueOf(await world.asGlobal(handle, 'readTakeoverLines', { changeId, most: 250 }));
  return {
    ok: true,
    value: lines.map(({ groupId, verdict, outcome = verdict, reason }) => ({
      groupId,
      outcome,
      ...(reason !== undefined && { reason }),
    })),
  };
}
