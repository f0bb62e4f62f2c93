import { describe, it } from 'vitest';

import { savePrivilegedUser } from '../../../../src/broker/privileged-user/save-privileged-user';
import type { AccountId } from '../../../../src/shared/ids';
import {
  ann,
  anObservation,
  answerLost,
  auditDown,
  boss,
  failureFrom,
  rateLimited,
  refusedByAtlassian,
  storageDown,
  proved,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function unset() {
  const world = aWorld();
  world.settings.stored.privilegedUser = {};
  return world;
}
async function save(world: World, caller: AccountId, accountId: AccountId) {
  return savePrivilegedUser(world.ports, proved(caller), { accountId, version: 1 });
}
const CHECK_GROUP = 'space-steward-check-000000000000';

describe('the group of the write test', () => {
  it('that can not be deleted does not spoil the choice; it is shown and remembered', async ({ expect }) => {
    const world = unset();
    world.journal.fail('deleteGroup', refusedByAtlassian);
    expect(await save(world, boss, boss)).toMatchObject({
      outcome: 'active',
      privilegedUser: { leftoverCheckGroups: [CHECK_GROUP] },
    });
    expect(world.settings.stored.observation?.leftoverCheckGroups).toEqual([
      { groupId: 'g-made-1', groupName: CHECK_GROUP },
    ]);
  });

  it('is looked for and deleted if the answer to its creation is lost', async ({ expect }) => {
    const world = unset();
    const before = world.site.groups.size;
    world.journal.failAfter('createGroup', answerLost);
    expect(await save(world, boss, boss)).toMatchObject({ outcome: 'refused', leftoverCheckGroups: [] });
    expect(world.site.groups.size).toBe(before);
  });

  it('is shown if it was made behind a lost answer and can not be deleted', async ({ expect }) => {
    const world = unset();
    world.journal.failAfter('createGroup', answerLost);
    world.journal.fail('deleteGroup', refusedByAtlassian);
    expect(await save(world, boss, boss)).toMatchObject({ outcome: 'refused', leftoverCheckGroups: [CHECK_GROUP] });
    expect(world.settings.stored.observation?.leftoverCheckGroups).toMatchObject([{ groupName: CHECK_GROUP }]);
  });

  it('is left to the hourly run if it can not even be looked for', async ({ expect }) => {
    const world = unset();
    world.journal.failAfter('createGroup', answerLost);
    world.journal.fail('read groupByName', rateLimited);
    expect(await save(world, boss, boss)).toMatchObject({ outcome: 'refused', leftoverCheckGroups: [] });
    expect(world.auditLog.lines()).toEqual([`writeTestCreate ${CHECK_GROUP} open`]);
  });

  it('is not even looked for once all changes are paused', async ({ expect }) => {
    const world = unset();
    world.journal.failAfter('createGroup', answerLost);
    world.journal.before('createGroup', () => {
      world.clock.advance(6_000);
      world.settings.stored.privilegedUser = { paused: { by: ann, at: '2026-11-20' } };
    });
    await failureFrom(save(world, boss, boss));
    expect(world.journal.lines('createGroup', 'read groupByName', 'deleteGroup')).toHaveLength(1);
  });

  it('hides nothing unforeseen behind a failed check', async ({ expect }) => {
    const broken = new Error('broken');
    for (const call of ['createGroup', 'deleteGroup', 'account']) {
      const world = unset();
      world.journal.fail(call, broken);
      expect(await failureFrom(save(world, boss, boss))).toBe(broken);
    }
  });

  it('of an earlier choice is not forgotten over a new one', async ({ expect }) => {
    const world = aWorld();
    const old = { groupId: 'g-old', groupName: 'space-steward-check-00000000' };
    world.settings.stored.observation = anObservation({ leftoverCheckGroups: [old] });
    await save(world, ann, ann);
    expect(world.settings.stored.observation.leftoverCheckGroups).toEqual([old]);
  });

  it('of a candidate whose choice can not be stored is not forgotten', async ({ expect }) => {
    const world = unset();
    world.journal.fail('deleteGroup', refusedByAtlassian);
    world.journal.fail('savePrivilegedUser', storageDown);
    await failureFrom(save(world, boss, boss));
    expect(world.settings.stored.observation?.leftoverCheckGroups).toMatchObject([{ groupName: CHECK_GROUP }]);
  });
});

describe('a choice that is stored', () => {
  it.for([
    ['the credentials can not be deleted', 'delete credentials'],
    ['their deletion can not be recorded', 'attempt'],
  ] as const)('stands although %s, and says that they are still there', async ([, call], { expect }) => {
    const world = unset();
    world.legacyCredentials.stored = true;
    world.journal.fail(
      call,
      call === 'attempt' ? auditDown : storageDown,
      call === 'attempt' ? { about: 'deleteStoredCredentials' } : {},
    );
    expect(await save(world, boss, boss)).toMatchObject({
      outcome: 'active',
      privilegedUser: { state: { name: 'healthy' }, legacyRecord: true },
    });
    expect(world.legacyCredentials.stored).toBe(true);
  });
});
