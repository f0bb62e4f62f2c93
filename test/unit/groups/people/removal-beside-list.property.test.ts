// A list adds somebody to a group while they are removed from all groups: in whichever order the calls of both come, what is told is what happened.
import fc from 'fast-check';
import { describe, it } from 'vitest';

import { AppError } from '../../../../src/broker/errors';
import { applyChange } from '../../../../src/groups/changes/apply-change';
import { planPeople } from '../../../../src/groups/changes/plan-people';
import { planPersonRemoval } from '../../../../src/groups/changes/plan-person-removal';
import { planUndo } from '../../../../src/groups/changes/plan-undo';
import type { GroupPorts } from '../../../../src/groups/ports';
import type { ChangeView } from '../../../../src/shared/groups/changes';
import { ann, bob, cy, devId, EARLIER } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';
import { adding } from '../changes/list-world';
import { interleaved, type Side } from './interleaved';

/** When both begin, bob is a member as the removal planned it: added by ann, or outside. Or he has left meanwhile, so that the list has somebody to add. */
const BEGINNINGS = [
  { is: 'known', isIn: true },
  { is: 'unknown', isIn: true },
  { is: 'gone', isIn: false },
] as const;
type Beginning = (typeof BEGINNINGS)[number];

/** At least as many calls as either makes. */
const CALLS = 16;

function begun(world: World) {
  world.time.remainingMs = 20_000;
  return { ...world.inDev, provedAt: world.clock.now() };
}

function applying(world: World, { changeId, version, needsTypedNumber }: ChangeView) {
  const request = { changeId, version, typedNumber: needsTypedNumber, confirmSelf: true };
  return (ports: GroupPorts) => applyChange(ports, begun(world), request);
}

/** A list of ann's that adds bob and cy to the group, and a removal of bob from it and from another one: both planned. */
async function plannedBoth({ is, isIn }: Beginning) {
  const world = aWorld();
  const { groupId } = world.owns({ groupId: 'g-00', name: 'dev-00' });
  world.owns({ groupId: 'g-01', name: 'dev-01' }, [bob]);
  const list = { groupId, source: 'list' as const, fromGroupId: undefined };
  const one = await planPeople(world.ports, begun(world), { ...list, people: adding([bob, cy]) });
  const members = world.site.members.get(groupId);
  members?.add(bob);
  const fact = { groupId, accountId: bob, spaceId: devId, since: EARLIER, by: ann, attemptId: 'a-1' };
  if (is === 'known') world.memberships.stored.set(`${groupId}:${bob}`, fact);
  const other = await planPersonRemoval(world.ports, begun(world), { accountId: bob });
  if (!isIn) members?.delete(bob);
  return { world, groupId, plans: { one, other } };
}

type Race = Awaited<ReturnType<typeof plannedBoth>>;

/** What the site did to bob's membership, in order: by which side, and whether that changed it. */
function watched({ world, groupId }: Race) {
  const effects: { by: Side; changed: boolean }[] = [];
  const { groupWriter } = world.ports;
  function isIn(): boolean {
    return world.site.membersOf(groupId).includes(bob);
  }
  function watching<Grant extends { groupId: string; accountId: string }, T>(
    by: Side,
    write: (grant: Grant) => Promise<T>,
  ) {
    return async (grant: Grant): Promise<T> => {
      const before = isIn();
      const answer = await write(grant);
      if (grant.groupId === groupId && grant.accountId === bob) effects.push({ by, changed: before !== isIn() });
      return answer;
    };
  }
  world.ports.groupWriter = {
    ...groupWriter,
    addMember: watching('one', (grant) => groupWriter.addMember(grant)),
    removeMember: watching('other', (grant) => groupWriter.removeMember(grant)),
  };
  return { effects, isIn };
}

/** The outcomes of bob's attempts in the group; `open` where none is stored. */
function outcomesOf({ world: { auditLog }, groupId }: Race, operation: 'addMember' | 'removeMember'): string[] {
  const attempts = auditLog.attempts.filter(
    ({ action, accountId, groupId: about }) => action === operation && accountId === bob && about === groupId,
  );
  return attempts.map(({ id }) => auditLog.outcomes.get(id)?.outcome ?? 'open');
}

/** Undoes what one of them did. */
async function undo({ world }: Race, { changeId }: ChangeView): Promise<void> {
  const planned = await planUndo(world.ports, begun(world), { changeId });
  await applying(world, planned)(world.ports);
}

/** Carries both out in this order of their calls. Returns what is told in the end, and what is so. */
async function raced(beginning: Beginning, order: Iterable<Side>, prepare: (world: World) => void = () => {}) {
  const race = await plannedBoth(beginning);
  const { world, groupId, plans } = race;
  prepare(world);
  const { effects, isIn } = watched(race);
  const ended = await interleaved(world, order, {
    one: applying(world, plans.one),
    other: applying(world, plans.other),
  });
  const added = outcomesOf(race, 'addMember');
  const removed = outcomesOf(race, 'removeMember');
  function factNow() {
    return world.memberships.stored.get(`${groupId}:${bob}`);
  }
  const [fact, wasIn, happened] = [factNow(), isIn(), [...effects]];
  // Whoever came first is taken back: that leaves alone what the other one did later.
  const first = ended[happened[0]?.by ?? 'one'];
  if (first.mayUndo) await undo(race, first);
  return {
    told: {
      states: [ended.one.state, ended.other.state],
      // Where they were in it, the site refuses; a look afterwards tells whether they still are.
      added: added.map((outcome) => (outcome === 'failed' ? 'unchanged' : outcome)),
      removed,
      knownOf: fact?.runId,
      left: [isIn(), factNow(), effects],
    },
    so: {
      states: ['done', 'done'],
      added: happened.flatMap(({ by, changed }) => (by === 'other' ? [] : changed ? 'succeeded' : 'unchanged')),
      removed: ['succeeded'],
      // Whoever is in the group in the end was added by the list.
      knownOf: wasIn ? ended.one.changeId : undefined,
      left: [wasIn, fact, happened],
    },
  };
}

/** One makes so many calls, then the other; then the first goes on to its end. */
function* switching(first: Side, calls: number, next: number): Generator<Side> {
  const then = first === 'one' ? 'other' : 'one';
  for (let left = calls; left > 0; left -= 1) yield first;
  for (let left = next; left > 0; left -= 1) yield then;
  for (let left = 2 * CALLS; left > 0; left -= 1) yield first;
}

const ORDERS = fc.array(fc.constantFrom<Side>('one', 'other'), { minLength: 2 * CALLS, maxLength: 2 * CALLS });

describe.for(BEGINNINGS)('somebody who is $is', (beginning) => {
  it(
    'in every order in which one of both lets the other go on in its middle',
    { timeout: 60_000 },
    async ({ expect }) => {
      for (const first of ['one', 'other'] as const) {
        for (let calls = 0; calls <= CALLS; calls += 1) {
          for (let next = 0; next <= CALLS; next += 1) {
            const { told, so } = await raced(beginning, switching(first, calls, next));
            expect(told).toEqual(so);
          }
        }
      }
    },
  );

  it('in any other order', { timeout: 60_000 }, async ({ expect }) => {
    await fc.assert(
      fc.asyncProperty(ORDERS, async (order) => {
        const { told, so } = await raced(beginning, order);
        expect(told).toEqual(so);
      }),
      { seed: 20_261_129, numRuns: 100 },
    );
  });

  it('claims nothing of somebody at whom nobody can look', { timeout: 60_000 }, async ({ expect }) => {
    const noAnswer = new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    await fc.assert(
      fc.asyncProperty(ORDERS, async (order) => {
        const { told, so } = await raced(beginning, order, ({ journal }) =>
          journal.fail('read isMember', noAnswer, { times: Infinity }),
        );
        expect([undefined, so.knownOf]).toContain(told.knownOf);
      }),
      { seed: 20_261_129, numRuns: 100 },
    );
  });
});
