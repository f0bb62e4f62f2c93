import { describe, it } from 'vitest';

import { endFirstStep } from '../../../../src/groups/first-run/end-first-step';
import { readFirstRun } from '../../../../src/groups/first-run/read-first-run';
import type { FirstRunView } from '../../../../src/shared/groups/first-run';
import { auditDown, boss, failureFrom, proved, someRules } from '../../../support/ports/builders';
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
    world.owns();
    expect(statesOf(await readFirstRun(world.ports))).toMatch(/takeOver done, tell open$/);
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
