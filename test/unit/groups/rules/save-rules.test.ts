import { describe, it } from 'vitest';

import { saveRules } from '../../../../src/groups/rules/save-rules';
import { rulesNow } from '../../../../src/groups/rules/stored-rules';
import type { Rules } from '../../../../src/shared/groups/payloads';
import { boss, failureFrom, proved } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const as = proved(boss);

async function saving(world: World, more: Partial<Rules>) {
  const { value, version } = await world.ports.settings.rules();
  return saveRules(world.ports, as, { rules: { ...rulesNow(value, true), ...more }, version });
}

describe('saving the rules', () => {
  it('stores them, and records who did it', async ({ expect }) => {
    const world = aWorld();
    const { rules, version } = await saving(world, { longestList: 7 });
    expect(rules.longestList).toBe(7);
    expect(await world.ports.settings.rules()).toEqual({ value: { ...rules, savedBy: boss }, version });
    expect(world.auditLog.attempts).toMatchObject([{ action: 'saveRules', caller: boss }]);
  });

  it.for([
    ['confluence-SPACEKEY-', ''],
    ['jira-SPACEKEY-', ''],
    ['SPACEKEY-', '-admins'],
  ] as const)('refuses a pattern that forms reserved names only: %s … %s', async ([prefix, suffix], { expect }) => {
    const world = aWorld();
    const before = await world.ports.settings.rules();
    expect(await failureFrom(saving(world, { pattern: { prefix, suffix } }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'rules.pattern.prefix' }],
    });
    expect(await world.ports.settings.rules()).toEqual(before);
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('does not take the block list for a reason to refuse the pattern', async ({ expect }) => {
    const world = aWorld();
    await saving(world, { blockList: ['key-*'] });
    expect((await world.ports.settings.rules()).value.blockList).toEqual(['key-*']);
  });
});
