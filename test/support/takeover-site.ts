// A site where many groups of one space are taken over by a site admin, by the doors of the global page.
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { TakeoverView } from '../../src/shared/groups/takeovers';
import type { GroupId } from '../../src/shared/ids';
import { openSandbox, valueOf, type World } from './integration';
import { manyGroups, UNIT } from './many-groups';

/** Isn't the privileged user, nor whoever reads and cancels here. */
export const AUTHOR = 'org-admin';
/** So many that nothing is taken over within the call. */
export const GROUPS = 125;

/** The site of many groups, and a takeover of some of them by a site admin, which waits in the queue. */
export async function aTakeover() {
  const world = await openSandbox(manyGroups());
  await world.configure();
  world.model.addMember(world.groupId('confluence-admins'), world.id(AUTHOR));
  valueOf(await world.asGlobal(AUTHOR, 'confirmSiteAdmin', {}));
  const spaceId = world.spaceId(UNIT);
  const named = [...world.model.groups.values()].filter(({ name }) => name.startsWith(UNIT.toLowerCase()));
  const groups = named.slice(0, GROUPS).map(({ id, name }) => ({ groupId: id, groupName: name, spaceId }));
  const planned = valueOf(await world.asGlobal(AUTHOR, 'planTakeover', { groups }));
  const { changeId, version } = planned;
  valueOf(await world.asGlobal(AUTHOR, 'applyTakeover', { changeId, version }));
  async function read(): Promise<TakeoverView> {
    return valueOf(await world.asGlobal('confluence-admin', 'readTakeoverLines', { changeId })).change;
  }
  /** The groups that ended so. */
  async function linesOf(show: 'refused' | 'failed') {
    return valueOf(await world.asGlobal('confluence-admin', 'readTakeoverLines', { changeId, show })).lines;
  }
  return { world, changeId, groupIds: groups.map(({ groupId }) => groupId), read, linesOf };
}

/** Does something once the nth group was read, with those that are read beside it. */
export function atGroup(world: World, nth: number, happen: (groupId: GroupId) => unknown): void {
  let read = 0;
  world.onSite(async (request, _identity, pass) => {
    const groupId = /\/group\/by-id\?id=([^&]+)/.exec(request.url)?.[1];
    if (groupId === undefined) return pass();
    read += 1;
    if (read !== nth) return pass();
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    const answer = await pass();
    await happen(groupId as GroupId);
    return answer;
  });
}

/** How many groups of the space have a record. */
export function managed(world: World): number {
  return Object.values(world.entity('group-record')).filter(({ spaceId }) => spaceId === world.spaceId(UNIT)).length;
}
