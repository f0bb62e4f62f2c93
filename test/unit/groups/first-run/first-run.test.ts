import { describe, it } from 'vitest';

import { withProof } from '../../../../src/broker/site-admin/proofs';
import { endFirstStep } from '../../../../src/groups/first-run/end-first-step';
import { readFirstRun } from '../../../../src/groups/first-run/read-first-run';
import { applyTakeover } from '../../../../src/groups/takeovers/apply-takeover';
import { planTakeover } from '../../../../src/groups/takeovers/plan-takeover';
import { planTakeoverUndo } from '../../../../src/groups/takeovers/plan-takeover-undo';
import type { FirstRunView } from '../../../../src/shared/groups/first-run';
import { aGroup, ann, auditDown, boss, devId, failureFrom, proved, someRules } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const as = proved(boss);

function statesOf({ steps }: FirstRunView): string {
  return steps.map(({ step, state }) => `${step} ${state}`).join(', ');
}

/** A site on which nobody has set anything up. */
function aNewSite(): World {
  const world = aWorld();
  world.settings.stored.privilegedUser = {};
  const { where: _where, ...rules } = someRules();
  world.settings.stored.rules = rules;
  return world;
}

describe('what is left to set up', () => {
  it('is everything on a new site', async ({ expect }) => {
    const { ports } = aNewSite();
    expect(statesOf(await readFirstRun(ports))).toBe(
      'privilegedUser open, names open, where open, takeOver open, tell open',
    );
  });

  it('is done as far as it is set up, however that came about', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.rules = someRules({ pattern: { prefix: 'wiki-SPACEKEY-', suffix: '' } });
    expect(statesOf(await readFirstRun(world.ports))).toBe(
      'privilegedUser done, names done, where done, takeOver open, tell open',
    );
    world.owns({}, [], { origin: 'adopted' });
    expect(statesOf(await readFirstRun(world.ports))).toMatch(/takeOver done, tell open$/);
  });

  it('is still to take groups over where space admins have only created some', async ({ expect }) => {
    const world = aWorld();
    world.owns();
    expect(statesOf(await readFirstRun(world.ports))).toContain('takeOver open');
  });

  it('is no longer to take groups over once somebody did, whatever is left of it; a plan is none yet', async ({
    expect,
  }) => {
    const world = aWorld();
    world.siteAdminProofs.stored = withProof(world.siteAdminProofs.stored, ann, world.clock.now());
    const { groupId, name: groupName } = world.site.has(aGroup({ groupId: 'g-take', name: 'team' }));
    const by = proved(ann, world.clock.now());
    const group = { groupId, groupName, spaceId: devId, acknowledgeProductAccess: false, isManagedOutside: undefined };
    const plan = await planTakeover(world.ports, by, { groups: [group] });
    expect(statesOf(await readFirstRun(world.ports))).toContain('takeOver open');
    const taken = await applyTakeover(world.ports, by, plan);
    await applyTakeover(world.ports, by, await planTakeoverUndo(world.ports, by, taken));
    expect(world.groupRecords.stored.size).toBe(0);
    expect(statesOf(await readFirstRun(world.ports))).toContain('takeOver done');
  });

  it('tells the ids in the addresses of its pages', async ({ expect }) => {
    const { app } = await readFirstRun(aWorld().ports);
    expect(app).toEqual({ appId: 'app-1', environmentId: 'environment-1' });
  });

  it('is still the spaces where a rule names none', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.rules = someRules({ where: { spaces: 'only', spaceIds: [] } });
    expect(statesOf(await readFirstRun(world.ports))).toContain('where open');
  });
});

describe('ending a step by hand', () => {
  it('holds for every admin, is in the audit, and never undoes what is set up', async ({ expect }) => {
    const world = aNewSite();
    await endFirstStep(world.ports, as, { step: 'tell', end: 'done' });
    expect(statesOf(await endFirstStep(world.ports, as, { step: 'names', end: 'skipped' }))).toBe(
      'privilegedUser open, names skipped, where open, takeOver open, tell done',
    );
    expect(world.auditLog.lines()).toEqual(['endFirstStep succeeded', 'endFirstStep succeeded']);
    world.owns();
    expect(statesOf(await readFirstRun(world.ports))).toContain('names done');
  });

  it('is not stored if the audit can’t be', async ({ expect }) => {
    const world = aNewSite();
    world.journal.fail('attempt', auditDown);
    const failure = await failureFrom(endFirstStep(world.ports, as, { step: 'tell', end: 'done' }));
    expect(failure).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect(statesOf(await readFirstRun(world.ports))).toContain('tell open');
  });
});
