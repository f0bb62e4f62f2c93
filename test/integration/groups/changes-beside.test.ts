// Lists of people beside each other, beside a person, and beside another version of the app: whoever comes first, everybody ends once and nothing is lost.
import { describe, expect, it } from 'vitest';

import type { ChangeView } from '../../../src/shared/groups/changes';
import type { AccountId } from '../../../src/shared/ids';
import { errorOf, valueOf, type AuditRecord, type World } from '../../support/integration';
import { aListSite, atChange, membersOf, range, type ListSite } from '../../support/list-site';

/** Another admin of the space plans a list for the same group and applies it, within the call. */
async function asOther({ world, groupId }: ListSite, people: { accountId: AccountId; operation: Operation }[]) {
  world.model.addSpaceAdmin(world.spaceId('DEMO'), world.id('other-admin'));
  const listed = people.map((one, index) => ({ line: index + 1, ...one }));
  const plan = { groupId, source: 'list' as const, people: listed };
  const {
    changeId,
    version,
    needsTypedNumber: typedNumber,
  } = valueOf(await world.asSpace('other-admin', 'DEMO', 'planPeople', plan));
  return valueOf(await world.asSpace('other-admin', 'DEMO', 'applyChange', { changeId, version, typedNumber }));
}
type Operation = 'addMember' | 'removeMember';

/** People whom an attempt of this kind has changed, each as often as it did. */
function changed(world: World, action: Operation): unknown[] {
  return world
    .auditRows()
    .filter((row) => row.action === action && row['outcome'] === 'succeeded')
    .map((row) => row['accountId']);
}

function facts(world: World): Record<string, unknown>[] {
  return Object.values(world.entity('membership-fact'));
}

function openAttempts(world: World): AuditRecord[] {
  return world.auditRows().filter((row) => row['outcome'] === 'open');
}

describe('two lists for one group', () => {
  it('that add some of the same people at once: each is added once, and known of as whoever came first added them', async () => {
    const site = await aListSite(60);
    const { world, groupId, person, plan, apply } = site;
    const first = await plan(1, 40);
    let second: ChangeView | undefined;
    atChange(world, 15, async () => {
      second = await asOther(
        site,
        range(21, 40).map((number) => ({ accountId: person(number), operation: 'addMember' })),
      );
    });
    const ended = valueOf(await apply(first));
    const everybody = range(1, 60).map(person).toSorted();
    expect(membersOf(world, groupId)).toEqual(everybody);
    expect([ended.state, second?.state]).toEqual(['done', 'done']);
    expect(ended.done.added + (second?.done.added ?? 0)).toBe(60);
    expect(ended.done.alreadySo).toBe(20);
    expect(changed(world, 'addMember')).toHaveLength(60);
    expect(
      facts(world)
        .map(({ accountId }) => String(accountId))
        .toSorted(),
    ).toEqual(everybody);
    expect(facts(world).filter(({ by }) => by === world.id('other-admin'))).toHaveLength(40);
    expect(openAttempts(world)).toEqual([]);
  });

  it('of which one removes whom the other has just added: they are out, and its undo leaves them alone', async () => {
    const site = await aListSite(60);
    const { world, groupId, person, plan, planUndo, apply } = site;
    const first = await plan(1, 40);
    atChange(world, 25, async () => {
      const removed = range(1, 10).map((number) => ({ accountId: person(number), operation: 'removeMember' as const }));
      expect(await asOther(site, removed)).toMatchObject({ state: 'done', done: { removed: 10 } });
    });
    const ended = valueOf(await apply(first));
    expect(ended).toMatchObject({ state: 'done', done: { added: 40 } });
    expect(membersOf(world, groupId)).toEqual(range(11, 30).map(person).toSorted());
    expect(facts(world)).toHaveLength(30);
    const undo = await planUndo(ended);
    expect(undo.planned).toMatchObject({ remove: 30, notAllowed: 10 });
  });

  it('on the queue are carried out one after the other, to their ends', { timeout: 120_000 }, async () => {
    const { world, groupId, person, plan, apply, watch } = await aListSite(180);
    const lists = [await plan(1, 110), await plan(61, 110)];
    for (const list of lists) expect(valueOf(await apply(list)).state).toBe('queued');
    await world.settleQueue();
    const ended = await Promise.all(lists.map(watch));
    expect(ended.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(ended.map(({ done }) => [done.added, done.alreadySo])).toEqual([
      [110, 0],
      [60, 50],
    ]);
    expect(membersOf(world, groupId)).toEqual(range(1, 170).map(person).toSorted());
    expect(facts(world)).toHaveLength(170);
  });
});

describe('a list and a person on one membership', () => {
  it('what the person did stays, both ways, and an undo leaves it alone', async () => {
    const { world, groupId, person, plan, planUndo, apply } = await aListSite(60);
    world.model.addSpaceAdmin(world.spaceId('DEMO'), world.id('other-admin'));
    const planned = await plan(1, 40);
    atChange(world, 15, async () => {
      const [gone, early] = [person(3), person(35)];
      valueOf(await world.asSpace('other-admin', 'DEMO', 'addMembers', { groupId, accountIds: [early] }));
      const removal = { groupId, accountIds: [gone], confirmSelf: false };
      valueOf(await world.asSpace('other-admin', 'DEMO', 'removeMembers', removal));
    });
    const ended = valueOf(await apply(planned));
    expect(ended).toMatchObject({ state: 'done', done: { added: 39, alreadySo: 1 } });
    expect(membersOf(world, groupId)).not.toContain(person(3));
    expect(membersOf(world, groupId)).toHaveLength(39);
    const known = facts(world).find(({ accountId }) => accountId === person(35));
    expect(known?.['by']).toBe(world.id('other-admin'));
    expect(facts(world).some(({ accountId }) => accountId === person(3))).toBe(false);
    const undo = await planUndo(ended);
    expect(undo.planned).toMatchObject({ remove: 38, notAllowed: 1 });
    valueOf(await apply(undo));
    expect(membersOf(world, groupId)).toEqual([person(35)]);
  });
});

describe('a list of a newer version of the app', () => {
  const HOUR = { minutes: 61 };

  it('is left alone by the version before, and carried out once that one is back', { timeout: 120_000 }, async () => {
    const { world, groupId, plan, apply, watch } = await aListSite(110);
    const planned = await plan(1, 105);
    await apply(planned);
    const ours = await writtenBy(world, planned, '999.0.0');
    await world.settleQueue();
    await world.letPass(HOUR);
    expect(await watch(planned)).toMatchObject({ state: 'queued', done: { added: 0, notTried: 105 } });
    expect(membersOf(world, groupId)).toEqual([]);
    await writtenBy(world, planned, ours);
    await world.letPass(HOUR);
    await world.settleQueue();
    expect(await watch(planned)).toMatchObject({ state: 'done', done: { added: 105 } });
  });

  it('isn’t applied by the version before', async () => {
    const { world, groupId, plan, apply } = await aListSite();
    const planned = await plan(1, 2);
    await writtenBy(world, planned, '999.0.0');
    expect(errorOf(await apply(planned))).toEqual({ code: 'CONFLICT', what: 'run' });
    expect(membersOf(world, groupId)).toEqual([]);
  });
});

it(
  'an author who took back their consent stops their list, and says nothing of the privileged user',
  { timeout: 120_000 },
  async () => {
    const { world, groupId, plan, apply, watch } = await aListSite(110);
    const planned = await plan(1, 105);
    await apply(planned);
    world.forge.setConsent(world.id('space-admin'), false);
    await world.settleQueue();
    world.forge.setConsent(world.id('space-admin'), true);
    expect(await watch(planned)).toMatchObject({ state: 'stopped', why: 'REQUESTER_UNAVAILABLE', done: { added: 0 } });
    expect(membersOf(world, groupId)).toEqual([]);
    const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
    expect(privilegedUser?.state.name).toBe('healthy');
  },
);

/** Stores a change as if another version of the app had written it. Returns the version that did. */
async function writtenBy(world: World, { changeId: key }: ChangeView, version: string): Promise<string> {
  const value = world.entity('run')[key];
  await world.store('/api/v1/entity/set', { entityName: 'run', key, value: { ...value, writtenBy: version } });
  return String(value?.['writtenBy']);
}
