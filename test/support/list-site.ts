// A site with many people, where space-admin brings lists of them to a group of DEMO, by the doors of the space page.
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { z } from 'zod/mini';

import { seedSchema } from '../../sandbox/site/seed';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { staff, staffMember } from '../../sandbox/site/seeds/people';
import type { ChangeView } from '../../src/shared/groups/changes';
import type { spacePayloads } from '../../src/shared/groups/payloads';
import type { AccountId, GroupId } from '../../src/shared/ids';
import { openSandbox, valueOf, type World } from './integration';
import { looked } from './looked';

export type ListSite = Awaited<ReturnType<typeof aListSite>>;

/** A list as the page sends it. */
type List = z.input<typeof spacePayloads.planPeople>;

/** Makes a site with at least so many people, and a group that DEMO has created. */
export async function aListSite(people = 60) {
  const more = Array.from({ length: Math.max(0, people - staff.length) }, (_, index) =>
    staffMember(staff.length + index + 1),
  );
  const world = await openSandbox(seedSchema.parse({ ...demoSeed, people: [...demoSeed.people, ...more] }));
  await world.configure();
  const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  function person(number: number): AccountId {
    return world.id(`person-${String(number).padStart(2, '0')}`);
  }
  function adding(numbers: readonly number[]) {
    return numbers.map((number, index) => ({
      line: index + 1,
      accountId: person(number),
      operation: 'addMember' as const,
    }));
  }
  /** Asks for a plan as the page does. */
  async function ask(list: Partial<List>) {
    return world.asSpace('space-admin', 'DEMO', 'planPeople', { groupId, source: 'list', people: [], ...list });
  }
  /** Types the number that a plan asks for. */
  async function apply(plan: ChangeView, handle = 'space-admin', space = 'DEMO') {
    const { changeId, version, needsTypedNumber: typedNumber } = plan;
    return world.asSpace(handle, space, 'applyChange', { changeId, version, typedNumber });
  }
  return {
    world,
    groupId,
    person,
    adding,
    ask,
    apply,
    /** Plans to add people by their numbers. */
    plan: async (from: number, count: number) => valueOf(await ask({ people: adding(range(from, count)) })),
    planList: async (list: Partial<List>) => valueOf(await ask(list)),
    planUndo: async ({ changeId }: ChangeView) =>
      valueOf(await world.asSpace('space-admin', 'DEMO', 'planUndo', { changeId })),
    watch: async ({ changeId }: ChangeView) =>
      looked(valueOf(await world.asSpace('space-admin', 'DEMO', 'watchChange', { changeId }))),
    /** Reads a change as another admin of the space. */
    readAsOther: async ({ changeId }: ChangeView) => {
      world.model.addSpaceAdmin(world.spaceId('DEMO'), world.id('other-admin'));
      return valueOf(await world.asSpace('other-admin', 'DEMO', 'readChangeLines', { changeId })).change;
    },
  };
}

/** Returns so many numbers from this one on. */
export function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

/** Returns the members of a group, in an order of their own. */
export function membersOf({ model }: World, groupId: GroupId): string[] {
  return [...(model.groups.get(groupId)?.members ?? [])].toSorted();
}

/** Does something once the nth change of a membership has reached the site, with those that are sent beside it. */
export function atChange(world: World, nth: number, happen: () => unknown): void {
  let sent = 0;
  world.onSite(async (request, _identity, pass) => {
    if (request.method === 'GET' || !request.url.includes('/userByGroupId')) return pass();
    sent += 1;
    if (sent !== nth) return pass();
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    const answer = await pass();
    await happen();
    return answer;
  });
}
