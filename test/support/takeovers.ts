// Groups of the demo site that are taken over by the app's own doors: one plan of each state that a call needs.
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
