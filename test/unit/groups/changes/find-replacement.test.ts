import { describe, it } from 'vitest';

import { listChanges } from '../../../../src/groups/changes/list-changes';
import { membershipRuns } from '../../../../src/groups/members/membership-runs';
import { GroupId } from '../../../../src/shared/ids';
import { ann, devId } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const OLD = { groupId: GroupId.parse('g-old'), groupName: 'old' };
const BY = { groupId: GroupId.parse('g-new'), groupName: 'new' };
const OTHER = { groupId: GroupId.parse('g-other'), groupName: 'other' };

/** A change of DEV that is over: the higher its number, the newer. */
function has({ runs }: World, number: number, source: string, groups: object[], replaces?: object): void {
  const runId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  runs.runs.set(runId, {
    runId,
    state: 'done',
    product: membershipRuns.product,
    source,
    place: devId,
    by: ann,
    createdAt: new Date(Date.parse('2026-11-20T08:00:00.000Z') + number * 60_000).toISOString(),
    writtenBy: '1.2.3',
    lines: 1,
    verdicts: { willChange: 1 },
    about: { groups, additions: 1, add: 1, minutes: 0, ...(replaces && { replaces }) },
    version: 3,
    baton: 1,
  });
}

function hasMany(world: World, from: number, count: number): void {
  for (let n = from; n < from + count; n += 1) has(world, n, 'list', [OTHER]);
}

function sourcesOf(page: Awaited<ReturnType<typeof listChanges>>) {
  return page.replacing?.map(({ source }) => source);
}

describe('a group that takes another one’s place', () => {
  it('is told for both of them, however many changes came after, with what emptied groups since', async ({
    expect,
  }) => {
    const world = aWorld();
    has(world, 0, 'membersOf', [BY], OLD);
    hasMany(world, 1, 40);
    has(world, 41, 'everybody', [OLD]);
    hasMany(world, 42, 30);
    for (const { groupId } of [OLD, BY]) {
      expect(sourcesOf(await listChanges(world.ports, world.inDev, { groupId }))).toEqual(['everybody', 'membersOf']);
    }
    expect(await listChanges(world.ports, world.inDev, { groupId: OTHER.groupId })).not.toHaveProperty('replacing');
    expect(await listChanges(world.ports, world.inDev, {})).not.toHaveProperty('replacing');
  });

  it('isn’t looked for where the newest page tells it', async ({ expect }) => {
    const world = aWorld();
    hasMany(world, 1, 40);
    has(world, 50, 'membersOf', [BY], OLD);
    const page = await listChanges(world.ports, world.inDev, { groupId: OLD.groupId });
    expect(page).not.toHaveProperty('replacing');
    expect(page.changes[0]).toMatchObject({ replaces: OLD });
  });

  it('is looked for among the newest 225 changes', async ({ expect }) => {
    const world = aWorld();
    has(world, 0, 'membersOf', [BY], OLD);
    hasMany(world, 1, 224);
    expect(sourcesOf(await listChanges(world.ports, world.inDev, { groupId: OLD.groupId }))).toEqual(['membersOf']);
    hasMany(world, 300, 1);
    expect(await listChanges(world.ports, world.inDev, { groupId: OLD.groupId })).not.toHaveProperty('replacing');
  });
});
