import { describe, it } from 'vitest';

import { exportSite } from '../../../../src/broker/export/export-site';
import type { ExportPlace, ExportedRow } from '../../../../src/shared/broker/site-export';
import { ann, auditDown, bob, boss, failureFrom, proved } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const HOUR_MS = 60 * 60_000;

/** Reads all pages; `each` happens before each of them. */
async function exported({ ports }: World, each: () => void = () => undefined) {
  const rows: ExportedRow[] = [];
  const sizes: number[] = [];
  let from: ExportPlace | undefined;
  do {
    each();
    const page = await exportSite(ports, proved(boss), { from });
    rows.push(...page.rows);
    sizes.push(page.rows.length);
    from = page.next;
  } while (from !== undefined);
  return { rows, sizes };
}

function entitiesOf(rows: readonly ExportedRow[]) {
  return [...new Set(rows.map(({ entity }) => entity))];
}

const RELOAD = { code: 'INVALID_INPUT', fields: [{ field: 'from', message: 'Reload the page.' }] };

describe('exporting what the app holds', () => {
  it('begins with the version, the time, and that an old record exists', async ({ expect }) => {
    const world = aWorld();
    world.legacyCredentials.stored = true;
    const { rows } = await exportSite(world.ports, proved(boss), {});
    expect(rows).toEqual([
      {
        entity: 'export',
        key: world.auditLog.attempts[0]?.id,
        row: {
          schema: 1,
          at: expect.stringMatching(/Z$/),
          appVersion: '1.2.3',
          environmentType: 'DEVELOPMENT',
          legacyRecord: true,
        },
      },
    ]);
  });

  it('holds settings, records, facts, runs with their lines, and the audit, each once, and is itself in the audit', async ({
    expect,
  }) => {
    const world = aWorld();
    const { groupId } = world.owns();
    const fact = { groupId, accountId: ann, spaceId: world.inDev.space.spaceId, since: '2026-11-01T00:00:00.000Z' };
    world.memberships.stored.set(`${groupId}:${ann}`, { ...fact, by: bob, reason: 'On call', attemptId: 'a-1' });
    const { rows } = await exported(world);
    expect(entitiesOf(rows)).toEqual(['export', 'setting', 'group-record', 'membership-fact', 'audit-entry']);
    expect(new Set(rows.map(({ entity, key }) => `${entity} ${key}`)).size).toBe(rows.length);
    expect(rows).toContainEqual({
      entity: 'membership-fact',
      key: `${groupId}:${ann}`,
      row: { ...fact, by: bob, reason: 'On call', attemptId: 'a-1' },
    });
    expect(rows.at(-1)).toMatchObject({
      row: { action: 'exportSite', caller: boss, outcome: { outcome: 'succeeded' } },
    });
    expect(world.auditLog.lines()).toEqual(['exportSite succeeded']);
  });

  it('goes on behind the last key, at most 100 rows a page', async ({ expect }) => {
    const world = aWorld();
    for (let n = 0; n < 250; n += 1) world.owns({ groupId: `g-${String(n)}`, name: `group-${String(n)}` });
    const { rows, sizes } = await exported(world);
    expect(rows.filter(({ entity }) => entity === 'group-record')).toHaveLength(250);
    expect(Math.max(...sizes)).toBe(100);
  });

  it('reads nothing without an entry of the audit', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('attempt', auditDown);
    expect(await failureFrom(exportSite(world.ports, proved(boss), {}))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    const from: ExportPlace = { exportId: world.ports.ids.next(), entity: 'setting' };
    expect(await failureFrom(exportSite(world.ports, proved(boss), { from }))).toEqual(RELOAD);
  });

  it('isn’t read on by somebody else, by another entry, or a day later', async ({ expect }) => {
    const world = aWorld();
    const { next } = await exportSite(world.ports, proved(boss), {});
    expect(await failureFrom(exportSite(world.ports, proved(bob), { from: next }))).toEqual(RELOAD);
    await world.ports.auditLog.attempt([
      { id: 'other', at: new Date(world.clock.now()).toISOString(), action: 'saveRules', caller: boss },
    ]);
    const other: ExportPlace = { exportId: 'other', entity: 'setting' };
    expect(await failureFrom(exportSite(world.ports, proved(boss), { from: other }))).toEqual(RELOAD);
    world.clock.advance(24 * HOUR_MS);
    expect(await exportSite(world.ports, proved(boss), { from: next })).toMatchObject({
      next: { entity: 'group-record' },
    });
    world.clock.advance(1);
    expect(await failureFrom(exportSite(world.ports, proved(boss), { from: next }))).toEqual(RELOAD);
  });
});
