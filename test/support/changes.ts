// Changes of lists of people on the demo site, made by the app's own doors: one of each state that a call needs.
import { valueOf, type World } from './integration';

/** Makes, in a group of DEMO, a plan, a change that waits and one that's done. */
export async function prepareChanges(world: World, groupId: string): Promise<void> {
  for (const [state, handle] of Object.entries({ done: 'person-40', waiting: 'person-41', planned: 'person-42' })) {
    const people = [{ line: 1, accountId: world.id(handle), operation: 'addMember' as const }];
    const list = { groupId, source: 'list' as const, people };
    const { changeId, version } = valueOf(await world.asSpace('space-admin', 'DEMO', 'planPeople', list));
    if (state === 'planned') continue;
    if (state === 'waiting') await world.setPaused(true);
    const applied = valueOf(await world.asSpace('space-admin', 'DEMO', 'applyChange', { changeId, version }));
    if (state === 'waiting') await world.setPaused(false);
    if (applied.state !== state) throw new Error(`A change is ${applied.state} and not ${state}`);
  }
  world.site.clearRequests();
}
