// Lists of people on the fakes: planned and applied by ann in the space DEV.
import { applyChange } from '../../../../src/groups/changes/apply-change';
import { planPeople } from '../../../../src/groups/changes/plan-people';
import { planUndo } from '../../../../src/groups/changes/plan-undo';
import { readChangeLines } from '../../../../src/groups/changes/read-change-lines';
import type { PlannedList } from '../../../../src/shared/groups/change-payloads';
import type { ChangeView } from '../../../../src/shared/groups/changes';
import type { AccountId } from '../../../../src/shared/ids';
import { aGroupId, anAccount, person } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

/** People `p1` to `p<count>`, who are on the site. */
export function crowd(world: World, count: number): AccountId[] {
  return Array.from({ length: count }, (_, index) => {
    const accountId = person(`p${String(index + 1)}`);
    world.site.accounts.set(accountId, anAccount(accountId));
    return accountId;
  });
}

/** A list that adds these people. */
export function adding(accountIds: readonly AccountId[]): PlannedList['people'] {
  return accountIds.map((accountId, index) => ({ line: index + 1, accountId, operation: 'addMember' }));
}

/** A list that removes these people. */
export function removing(accountIds: readonly AccountId[]): PlannedList['people'] {
  return accountIds.map((accountId, index) => ({ line: index + 1, accountId, operation: 'removeMember' }));
}

/** A world with a group of DEV that has these members. */
export function aListWorld(members: readonly AccountId[] = []) {
  const world = aWorld();
  const { groupId } = world.owns({}, [...members]);
  /** As when a call of ann's begins. */
  function begun() {
    world.time.remainingMs = 20_000;
    return { ...world.inDev, provedAt: world.clock.now() };
  }
  function plan(list: Partial<PlannedList>): Promise<ChangeView> {
    return planPeople(world.ports, begun(), {
      groupId,
      source: 'list',
      fromGroupId: undefined,
      people: [],
      ...list,
    });
  }
  function apply({ changeId, version, needsTypedNumber }: ChangeView): Promise<ChangeView> {
    const request = { changeId, version, typedNumber: needsTypedNumber, confirmSelf: true };
    return applyChange(world.ports, begun(), request);
  }
  function undo({ changeId }: ChangeView): Promise<ChangeView> {
    return planUndo(world.ports, begun(), { changeId });
  }
  function lines({ changeId }: ChangeView, show?: Parameters<typeof readChangeLines>[2]['show'], most?: number) {
    return readChangeLines(world.ports, begun(), { changeId, show, most });
  }
  /** Who is in the group. */
  function namesInGroup(): AccountId[] {
    return world.site.membersOf(groupId).toSorted();
  }
  return { world, groupId, begun, plan, apply, undo, lines, members: namesInGroup };
}

/** Another group that the space manages, with these members. */
export function anotherGroup(world: World, members: readonly AccountId[]) {
  return world.owns({ groupId: 'g-others', name: 'dev-others' }, [...members], { groupId: aGroupId('g-others') });
}
