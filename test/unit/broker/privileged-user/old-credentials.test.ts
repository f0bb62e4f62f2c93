// Credentials of the app's first version, once there is a privileged user.
import { describe, it } from 'vitest';

import { finishMigration } from '../../../../src/broker/privileged-user/legacy-credentials';
import { storageDown } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

describe('old credentials', () => {
  it('are deleted, which is on record', async ({ expect }) => {
    const world = aWorld();
    world.legacyCredentials.stored = true;
    expect(await finishMigration(world.ports)).toBe(false);
    expect([world.legacyCredentials.stored, world.auditLog.lines()]).toEqual([
      false,
      ['deleteStoredCredentials succeeded'],
    ]);
  });

  it('are left where they can not be deleted now', async ({ expect }) => {
    const world = aWorld();
    world.legacyCredentials.stored = true;
    world.journal.fail('delete credentials', storageDown);
    expect(await finishMigration(world.ports)).toBe(true);
  });

  it('that are not there leave no record', async ({ expect }) => {
    const world = aWorld();
    world.legacyCredentials.stored = false;
    expect(await finishMigration(world.ports)).toBe(false);
    expect(world.auditLog.lines()).toEqual([]);
  });
});
