// What a Confluence admin changes counts only while it is fresh that they are one.
import { describe, it } from 'vitest';

import { cancelNomination } from '../../../src/usecases/cancel-nomination';
import { releaseGroup } from '../../../src/usecases/release-group';
import { removePrivilegedUser } from '../../../src/usecases/remove-privileged-user';
import { saveRules } from '../../../src/usecases/save-rules';
import { aGroup, ann, bob, failureFrom, NOW, someRules } from '../../support/ports/builders';
import { aWorld, type World } from '../../support/ports/world';

const asAnn = { caller: ann, provedAt: NOW };

const WRITES: [what: string, run: (world: World, version: number) => Promise<unknown>][] = [
  ['releasing a group', ({ ports }) => releaseGroup(ports, asAnn, { groupId: aGroup().groupId })],
  ['saving rules', ({ ports }) => saveRules(ports, asAnn, { rules: someRules({ personalSpaces: true }), version: 0 })],
  ['taking a nomination back', ({ ports }, version) => cancelNomination(ports, asAnn, { version })],
  ['removing the privileged user', ({ ports }, version) => removePrivilegedUser(ports, asAnn, { version })],
];

const stored = (world: World) => structuredClone([world.settings.stored, [...world.groupRecords.stored]]);

describe.for(WRITES)('%s', ([, run]) => {
  const aSite = async () => {
    const world = aWorld();
    world.owns();
    const nominee = { accountId: bob, nominatedBy: ann, nominatedAt: '' };
    world.settings.stored.privilegedUser = { ...world.settings.stored.privilegedUser, nominee };
    return { world, version: (await world.ports.settings.privilegedUser()).version };
  };

  it('changes nothing once more than five seconds have passed since that was asked', async ({ expect }) => {
    const { world, version } = await aSite();
    const before = stored(world);
    world.journal.before('attempt', () => world.clock.advance(5001));
    expect(await failureFrom(run(world, version))).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    expect(stored(world)).toEqual(before);
    expect([...world.auditLog.outcomes.values()]).toMatchObject([{ outcome: 'failed', code: 'UPSTREAM_UNAVAILABLE' }]);
  });

  it('counts for five seconds', async ({ expect }) => {
    const { world, version } = await aSite();
    const before = stored(world);
    world.journal.before('attempt', () => world.clock.advance(5000));
    await run(world, version);
    expect(stored(world)).not.toEqual(before);
  });
});
