// One person and the groups of DEV that they are in, on the fakes: planned, applied and taken back by ann.
import { runKinds } from '../../../../src/entry/runs';
import { applyChange } from '../../../../src/groups/changes/apply-change';
import { planPersonRemoval } from '../../../../src/groups/changes/plan-person-removal';
import { planUndo } from '../../../../src/groups/changes/plan-undo';
import { readChangeLines } from '../../../../src/groups/changes/read-change-lines';
import { watchChange } from '../../../../src/groups/changes/watch-change';
import type { ChangeView } from '../../../../src/shared/groups/changes';
import type { AccountId, GroupId } from '../../../../src/shared/ids';
import { looked } from '../../../support/looked';
import { ann, aGroupId, bob, devId, EARLIER } from '../../../support/ports/builders';
import { deliverAll } from '../../../support/ports/deliver-all';
import { aWorld, type World } from '../../../support/ports/world';

/** Groups `g-00`, `g-01`… of DEV, so many, with this person in each. */
function owning(world: World, accountId: AccountId, count: number): GroupId[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(2, '0');
    return world.owns({ groupId: `g-${number}`, name: `dev-${number}` }, [accountId]).groupId;
  });
}

/** A world where a person is in so many groups of DEV. */
export function aPersonWorld(count: number, accountId = bob) {
  const world = aWorld();
  const groupIds = owning(world, accountId, count);
  /** As when a call of ann's begins. */
  function begun() {
    world.time.remainingMs = 20_000;
    return { ...world.inDev, provedAt: world.clock.now() };
  }
  return {
    world,
    groupIds,
    plan: () => planPersonRemoval(world.ports, begun(), { accountId }),
    apply: ({ changeId, version, needsTypedNumber }: ChangeView) =>
      applyChange(world.ports, begun(), { changeId, version, typedNumber: needsTypedNumber, confirmSelf: true }),
    undo: ({ changeId }: ChangeView) => planUndo(world.ports, begun(), { changeId }),
    lines: async ({ changeId }: ChangeView) => (await readChangeLines(world.ports, begun(), { changeId })).lines,
    watch: async ({ changeId }: ChangeView) => looked(await watchChange(world.ports, ann, { changeId })),
    deliver: () => deliverAll(world, runKinds),
    /** Groups that the person is in now. */
    isIn: () => groupIds.filter((groupId) => world.site.membersOf(groupId).includes(accountId)),
    /** Ann added them to this group earlier. */
    hasFact: (groupId: string) => {
      const fact = { groupId: aGroupId(groupId), accountId, spaceId: devId, since: EARLIER, by: ann, attemptId: 'a-1' };
      world.memberships.stored.set(`${groupId}:${accountId}`, fact);
      return fact;
    },
    /** From now on, membership of this group gives admin access. */
    protect: (groupId: string) => {
      world.site.access = { ...world.site.access, admin: new Set([...world.site.access.admin, aGroupId(groupId)]) };
    },
  };
}
