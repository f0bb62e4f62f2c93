import { describe, it } from 'vitest';

import type { StoredRun } from '../../../../src/broker/runs/stored-run';
import { readWaiting } from '../../../../src/groups/waiting/read-waiting';
import { ann, aSpace, devId, hrId } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function has({ runs }: World, runId: string, more: Partial<StoredRun>): void {
  runs.runs.set(runId, {
    runId,
    state: 'waiting',
    product: 'members',
    source: 'list',
    place: devId,
    by: ann,
    createdAt: '2026-11-21T08:00:00.000Z',
    writtenBy: '1.2.3',
    lines: 1,
    verdicts: { willChange: 1 },
    version: 1,
    baton: 0,
    ...more,
  });
}

describe('lists that wait', () => {
  it('are none, and nothing is asked of Confluence', async ({ expect }) => {
    const world = aWorld();
    world.site.spaces = [];
    has(world, 'r-1', { state: 'running' });
    expect(await readWaiting(world.ports)).toEqual({ places: [] });
    expect(world.journal.entries).toEqual([]);
  });

  it('are counted by place, with the name of each space that is shown', async ({ expect }) => {
    const world = aWorld();
    has(world, 'r-1', { why: 'PAUSED' });
    has(world, 'r-2', { why: 'POINTS_SPENT' });
    has(world, 'r-3', { place: 'site', product: 'adoptions', why: 'CONFIRM_AGAIN' });
    has(world, 'r-4', { place: hrId });
    const { key, name } = aSpace();
    const { places } = await readWaiting(world.ports);
    expect(places.slice(0, 2)).toEqual([{ lists: 2, spaceId: devId, space: { key, name } }, { lists: 1 }]);
    expect(places[2]).toMatchObject({ lists: 1, spaceId: hrId });
  });

  it('says that there are more than it counted', async ({ expect }) => {
    const world = aWorld();
    for (let n = 0; n <= 50; n += 1) has(world, `r-${String(n)}`, {});
    expect(await readWaiting(world.ports)).toMatchObject({ more: true });
  });
});
