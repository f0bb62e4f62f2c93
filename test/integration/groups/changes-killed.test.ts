// A list whose functions Forge ends at any call of theirs to the platform, and whose events come twice, late or never: everybody is added, by one effect an attempt.
import { describe, expect, it } from 'vitest';

import { isWrite, valueOf, type AuditRecord } from '../../support/integration';
import { aListSite, membersOf, type ListSite } from '../../support/list-site';

/** More than a call carries out. */
const MANY = 101;
const FEW = 12;
/** Not every call, but others in each run of this many: steps of 10 people are recorded, sent and ended alike. */
const STEP = 13;

/** The list, applied, with nobody at work any more. */
async function comesToItsEnd({ world }: ListSite): Promise<void> {
  await world.settleQueue();
  await world.letPass({ hours: 3 });
}

function attemptsOf({ world }: ListSite): AuditRecord[] {
  return world.auditRows().filter(({ kind, action }) => kind === 'attempt' && action === 'addMember');
}

/** Counts by person. */
function tally(accountIds: readonly unknown[]): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const accountId of accountIds) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  return counts;
}

/** Everybody is in the group, each attempt has ended, and none had more than one effect. */
function expectWhole(site: ListSite, people: number): void {
  const { world, groupId } = site;
  expect(membersOf(world, groupId)).toHaveLength(people);
  const attempts = attemptsOf(site);
  expect(attempts.filter(({ outcome }) => outcome === 'open')).toEqual([]);
  const attempted = tally(attempts.map((row) => row['accountId']));
  expect(attempted.size).toBe(people);
  expect(Math.max(...attempted.values())).toBeLessThanOrEqual(2);
  const sent = world.requests().filter((row) => isWrite(row) && row.path.includes('/userByGroupId'));
  expect(sent.length).toBeGreaterThanOrEqual(people);
  expect(sent.length).toBeLessThanOrEqual(attempts.length);
}

describe.each(['before', 'after'] as const)('ended %s any call to the platform', (when) => {
  it('on the queue: everybody is added', { timeout: 120_000 }, async () => {
    for (let atCall = 1; ; atCall += STEP) {
      const site = await aListSite(MANY);
      const planned = await site.plan(1, MANY);
      valueOf(await site.apply(planned));
      site.world.faults.add({ on: 'function', effect: 'kill', moduleKey: 'runs', atCall, when, times: 1 });
      await comesToItsEnd(site);
      const { state, done } = await site.watch(planned);
      expect([atCall, state, done.left, done.notTried]).toEqual([atCall, 'done', 0, 0]);
      expectWhole(site, MANY);
      if (site.world.forge.kills().length > 0) break;
    }
  });

  it('within the call: nothing is changed, or everybody is added', { timeout: 120_000 }, async () => {
    for (let atCall = 1; ; atCall += 2) {
      const site = await aListSite();
      const planned = await site.plan(1, FEW);
      site.world.faults.add({ on: 'function', effect: 'kill', moduleKey: 'space-settings', atCall, when, times: 1 });
      const isDone = await site.apply(planned).then(
        () => true,
        () => false,
      );
      await comesToItsEnd(site);
      const isChanged = membersOf(site.world, site.groupId).length > 0;
      expect(attemptsOf(site).length > 0).toBe(isChanged);
      if (isChanged) expectWhole(site, FEW);
      if (isDone) break;
    }
  });
});

describe('events', () => {
  it.each([
    ['that come twice at once', { effect: 'twice', times: 20 }],
    ['that are delivered once more', { effect: 'duplicate', times: 20 }],
    ['that come ten minutes late', { effect: 'late', lateMs: 600_000, times: 20 }],
    ['that overtake each other', { effect: 'reorder', times: 20 }],
    ['that are lost', { effect: 'lose', times: 2 }],
    ['whose pushes are refused', { effect: 'refuse', times: 2 }],
    ['whose pushes have no answer', { effect: 'unanswered', times: 20 }],
  ] as const)('%s: everybody is added once', async (_what, fault) => {
    const site = await aListSite(MANY);
    const planned = await site.plan(1, MANY);
    site.world.faults.add({ on: 'queue', ...fault });
    valueOf(await site.apply(planned));
    await comesToItsEnd(site);
    expect(await site.watch(planned)).toMatchObject({ state: 'done', done: { added: MANY } });
    expect(attemptsOf(site)).toHaveLength(MANY);
    expectWhole(site, MANY);
  });
});
