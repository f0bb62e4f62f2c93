import { describe, it } from 'vitest';

import { cleanUpProofs } from '../../../../src/broker/site-admin/clean-up-proofs';
import { confirmSiteAdmin } from '../../../../src/broker/site-admin/confirm-site-admin';
import { provedUntil } from '../../../../src/broker/site-admin/proofs';
import {
  ann,
  answerLost,
  auditDown,
  bob,
  boss,
  failureFrom,
  NOW,
  rateLimited,
  refusedByAtlassian,
  storageDown,
} from '../../../support/ports/builders';
import { aWorld as aBareWorld, type World } from '../../../support/ports/world';

const NAME = 'space-steward-check-000000000001';
const MINUTE = 60_000;
/** A world in which each group gets a name of its own. */
function aWorld(): World {
  const world = aBareWorld();
  let made = 0;
  world.ids.next = () => {
    made += 1;
    return String(made).padStart(12, '0');
  };
  return world;
}
async function confirm(world: World, caller = boss) {
  world.site.caller = caller;
  return confirmSiteAdmin(world.ports, { caller });
}
function isProved({ siteAdminProofs, clock }: World, accountId = boss) {
  return provedUntil(siteAdminProofs.stored, accountId, clock.now()) !== undefined;
}
function open({ siteAdminProofs }: World) {
  return siteAdminProofs.stored.openGroups.map(({ groupName }) => groupName);
}
function checkGroups({ site }: World) {
  return [...site.groups.values()].flatMap(({ name }) => (name.startsWith('space-steward-check') ? [name] : []));
}
const WRITES = ['prove by creating', 'prove by deleting', 'createGroup', 'deleteGroup'];

describe('confirming that one is a site admin', () => {
  it('creates and deletes a test group as that person, and keeps the proof for an hour', async ({ expect }) => {
    const world = aWorld();
    expect(await confirm(world)).toEqual({ outcome: 'confirmed', until: new Date(NOW + 60 * MINUTE).toISOString() });
    expect(world.journal.lines(...WRITES)).toEqual([`prove by creating ${NAME}`, `prove by deleting ${NAME}`]);
    expect([checkGroups(world), open(world), isProved(world)]).toEqual([[], [], true]);
    expect(world.auditLog.attempts).toMatchObject([
      { action: 'proveSiteAdminCreate', caller: boss, groupName: NAME },
      { action: 'proveSiteAdminDelete', caller: boss, groupName: NAME, groupId: 'g-proof-1' },
    ]);
    expect(world.auditLog.attempts.map(({ actedAs }) => actedAs)).toEqual([undefined, undefined]);
  });

  it('does not ask what groups they are in', async ({ expect }) => {
    const world = aWorld();
    world.site.siteAdmins = new Set([bob]);
    expect(await confirm(world, bob)).toMatchObject({ outcome: 'confirmed' });
    world.clock.advance(MINUTE);
    expect(await confirm(world, boss)).toEqual({ outcome: 'notSiteAdmin' });
  });

  it('notes the try, and what it may leave behind, before anything is created', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(confirm(world))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(world.siteAdminProofs.stored.tries).toHaveLength(1);
    expect(world.journal.lines(...WRITES)).toEqual([]);
    expect(open(world)).toEqual([]);
  });

  it('creates nothing if the try can’t be noted', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('save proofs', storageDown);
    expect(await failureFrom(confirm(world))).toEqual(storageDown.failure);
    expect([world.journal.lines(...WRITES), world.auditLog.attempts]).toEqual([[], []]);
  });
});

describe('a refusal by Atlassian', () => {
  it('deletes a proof that was kept', async ({ expect }) => {
    const world = aWorld();
    await confirm(world);
    world.clock.advance(MINUTE);
    world.site.siteAdmins.delete(boss);
    expect(await confirm(world)).toEqual({ outcome: 'notSiteAdmin' });
    expect([isProved(world), open(world)]).toEqual([false, []]);
    expect(world.auditLog.lines().at(-1)).toMatch(/^proveSiteAdminCreate .* failed ATLASSIAN_REFUSED$/);
  });

  it('of the deletion proves nothing either, and the group stays known', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('prove by deleting', refusedByAtlassian);
    expect(await confirm(world)).toEqual({ outcome: 'notSiteAdmin' });
    expect([isProved(world), open(world)]).toEqual([false, [NAME]]);
  });
});

describe('a lost answer', () => {
  it('to the creation proves nothing; the group is deleted at once if it is there', async ({ expect }) => {
    const world = aWorld();
    world.journal.failAfter('prove by creating', answerLost);
    expect(await failureFrom(confirm(world))).toEqual(answerLost.failure);
    expect([isProved(world), checkGroups(world), open(world)]).toEqual([false, [], []]);
  });

  it('to the creation keeps the name while the group isn’t found: it may still come to be', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('prove by creating', answerLost);
    await failureFrom(confirm(world));
    expect([isProved(world), open(world)]).toEqual([false, [NAME]]);
  });

  it('to the deletion proves nothing; the next confirmation deletes what was left', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('prove by deleting', answerLost);
    expect(await failureFrom(confirm(world))).toEqual(answerLost.failure);
    expect([isProved(world), checkGroups(world), open(world)]).toEqual([false, [NAME], [NAME]]);
    world.clock.advance(MINUTE);
    expect(await confirm(world)).toMatchObject({ outcome: 'confirmed' });
    expect([isProved(world), checkGroups(world), open(world)]).toEqual([true, [], []]);
  });

  it('does not hide what Atlassian said to somebody who must wait', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('prove by creating', rateLimited);
    expect(await failureFrom(confirm(world))).toEqual(rateLimited.failure);
    expect(open(world)).toEqual([]);
  });
});

describe('somebody else who confirms at the same time', () => {
  it('deletes no group but their own, and each deletion is told as done once', async ({ expect }) => {
    const world = aWorld();
    world.site.siteAdmins = new Set([bob, boss]);
    const create = world.siteAdminProver.create.bind(world.siteAdminProver);
    world.siteAdminProver.create = async (grant) => {
      world.siteAdminProver.create = create;
      const group = await create(grant);
      expect(await confirm(world, boss)).toMatchObject({ outcome: 'confirmed' });
      world.site.caller = bob;
      return group;
    };
    expect(await confirm(world, bob)).toMatchObject({ outcome: 'confirmed' });
    const other = NAME.replace(/.$/, '3');
    expect(world.journal.lines('prove by deleting')).toEqual([
      `prove by deleting ${other}`,
      `prove by deleting ${NAME}`,
    ]);
    expect([open(world), checkGroups(world)]).toEqual([[], []]);
  });

  it('or the daily check, which leaves them alone, may have deleted the group: the audit calls that unchanged', async ({
    expect,
  }) => {
    const world = aWorld();
    const remove = world.siteAdminProver.delete.bind(world.siteAdminProver);
    world.siteAdminProver.delete = async (grant) => {
      await cleanUpProofs(world.ports, boss);
      expect(checkGroups(world)).toEqual([NAME]);
      world.site.groups.delete(grant.groupId);
      return remove(grant);
    };
    await confirm(world);
    expect(world.auditLog.lines().at(-1)).toBe(`proveSiteAdminDelete ${NAME} unchanged`);
  });
});

describe('the number of tries', () => {
  it('is one a minute for a person, failed ones too', async ({ expect }) => {
    const world = aWorld();
    await confirm(world, ann);
    world.clock.advance(MINUTE - 1);
    expect(await confirm(world, ann)).toEqual({ outcome: 'tooOften', retryAfterSeconds: 1 });
    expect(world.journal.lines('prove by creating')).toHaveLength(1);
    world.clock.advance(1);
    expect(await confirm(world, ann)).toEqual({ outcome: 'notSiteAdmin' });
  });

  it('is five an hour for a site', async ({ expect }) => {
    const world = aWorld();
    for (let tries = 0; tries < 5; tries += 1) {
      await confirm(world, tries % 2 === 0 ? ann : boss);
      world.clock.advance(MINUTE);
    }
    expect(await confirm(world, bob)).toEqual({ outcome: 'tooOften', retryAfterSeconds: 55 * 60 });
    world.clock.advance(55 * MINUTE);
    expect(await confirm(world, bob)).toEqual({ outcome: 'notSiteAdmin' });
  });

  it('holds for calls at one moment', async ({ expect }) => {
    const world = aWorld();
    const answers = await Promise.all(Array.from({ length: 4 }, async () => confirm(world)));
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['confirmed', 'tooOften', 'tooOften', 'tooOften']);
    expect(world.journal.lines('prove by creating')).toHaveLength(1);
  });
});
