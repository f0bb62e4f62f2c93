// Everything that the app holds about a site, read a page at a time: what is in it, as whom it's read, and what it costs.
import { expect, it } from 'vitest';

import type { ExportedRow, ExportPlace } from '../../../src/shared/broker/site-export';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

/** Reads it to its end, as the page does. */
async function exported(world: World) {
  const rows: ExportedRow[] = [];
  const pages: { rows: number; storage: number; bytes: number }[] = [];
  let from: ExportPlace | undefined;
  do {
    const before = world.kvs.requests().length;
    const page = valueOf(await world.asGlobal('confluence-admin', 'exportSite', { from }));
    rows.push(...page.rows);
    const storage = world.kvs.requests().length - before;
    pages.push({ rows: page.rows.length, storage, bytes: JSON.stringify(page).length });
    from = page.next;
  } while (from !== undefined);
  return { rows, pages };
}

async function prepared() {
  const world = await openSandbox();
  await world.configure();
  const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  const accountIds = ['person-01', 'person-02'].map((handle) => world.id(handle));
  valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
  return { world, groupId };
}

it('holds all that the app has stored of groups, once, as ids alone, and none of its secrets', async () => {
  const { world, groupId } = await prepared();
  world.site.clearRequests();
  const { rows } = await exported(world);
  const held = rows.map(({ entity, key }) => `${entity} ${key}`);
  const { entities } = world.forge.kvs.dump();
  const stored = ['setting', 'group-record', 'membership-fact', 'audit-entry'].flatMap((entity) =>
    Object.keys(entities[entity] ?? {}).map((key) => `${entity} ${key}`),
  );
  expect(held.slice(1).toSorted()).toEqual(stored.toSorted());
  expect(rows).toContainEqual(
    expect.objectContaining({
      entity: 'setting',
      key: 'privileged-user',
      row: expect.objectContaining({
        content: expect.objectContaining({ current: expect.anything() as unknown }) as unknown,
      }) as unknown,
    }),
  );
  expect(held).toContain(`membership-fact ${groupId}:${world.id('person-01')}`);
  const text = JSON.stringify(rows);
  expect(text).not.toContain('@');
  for (const { name } of world.model.accounts.values()) expect(text).not.toContain(name);
  expect(world.requests().every(({ identity }) => identity.kind === 'user' && !identity.impersonated)).toBe(true);
});

it('is on record, and proves at each page that the person may', async () => {
  const { world } = await prepared();
  world.advance(1_000);
  const { next } = valueOf(await world.asGlobal('confluence-admin', 'exportSite', {}));
  expect(world.auditRows().at(-1)).toMatchObject({
    action: 'exportSite',
    area: 'site',
    caller: world.id('confluence-admin'),
    outcome: 'succeeded',
  });
  expect(errorOf(await world.asGlobal('space-admin', 'exportSite', { from: next }))).toEqual({
    code: 'FORBIDDEN',
    reason: 'NOT_CONFLUENCE_ADMIN',
  });
  // Another admin begins their own, which is on record.
  const reload = { code: 'INVALID_INPUT', fields: [{ field: 'from', message: 'Reload the page.' }] };
  expect(errorOf(await world.asGlobal('site-admin', 'exportSite', { from: next }))).toEqual(reload);
  const unknown = { exportId: '00000000-0000-4000-8000-000000000000', entity: 'setting' as const };
  expect(errorOf(await world.asGlobal('confluence-admin', 'exportSite', { from: unknown }))).toEqual(reload);
});

it('leaves out what is about customers', async () => {
  const { world } = await prepared();
  const content = { enabled: true, allowedDomains: ['acme.example'] };
  await world.store('/api/v1/entity/set', {
    entityName: 'setting',
    key: 'customer-policy:10001',
    value: { version: 1, content },
  });
  await storeEntries(world, 3, { area: 'customers', action: 'createCustomer', domain: 'acme.example' });
  const { rows } = await exported(world);
  expect(JSON.stringify(rows)).not.toMatch(/acme|customer-policy|createCustomer/);
});

it('of 5,000 entries of the audit and a change of 2,000 lines takes a call for 100 rows, and at most seven requests to the storage for each', async () => {
  const { world } = await prepared();
  await storeEntries(world, 5_000);
  await storeParts(world, 20);
  const { rows, pages } = await exported(world);
  expect(rows.filter(({ entity }) => entity === 'audit-entry').length).toBeGreaterThanOrEqual(5_000);
  expect(rows.filter(({ entity }) => entity === 'run-part')).toHaveLength(20);
  // The beginning, one for each of five entities but for two of parts, and one for each 100 entries.
  expect(pages.length).toBe(1 + 4 + 2 + Math.ceil(rows.filter(({ entity }) => entity === 'audit-entry').length / 100));
  expect(Math.max(...pages.map((page) => page.rows))).toBe(100);
  expect(Math.max(...pages.map(({ storage }) => storage))).toBeLessThanOrEqual(7);
  // Forge answers at most 5 MB.
  expect(Math.max(...pages.map(({ bytes }) => bytes))).toBeLessThan(1_000_000);
});

async function storeEntries(world: World, count: number, more: object = {}): Promise<void> {
  const at = '2026-11-20T10:00:00.000Z';
  const shared = { kind: 'attempt', area: 'groups', at, action: 'addMember', caller: world.id('space-admin'), ...more };
  const items = Array.from({ length: count }, (_, n) => {
    const key = `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
    const entry = { ...shared, sortKey: `${at}#${key}`, spaceId: world.spaceId('DEMO') };
    return [
      { entityName: 'audit-entry', key, value: entry },
      { entityName: 'audit-outcome', key, value: { at, outcome: 'succeeded' } },
    ];
  }).flat();
  for (let first = 0; first < items.length; first += 25) {
    await world.store('/api/v1/batch/set', items.slice(first, first + 25));
  }
}

async function storeParts(world: World, count: number): Promise<void> {
  const runId = '10000000-0000-4000-8000-000000000000';
  const groupId = world.groupId('demo-alpha');
  for (let part = 0; part < count; part += 1) {
    const key = `${runId}#${String(part)}`;
    const lines = Array.from({ length: 100 }, (_, n) => ({
      number: part * 100 + n + 1,
      verdict: 'willChange',
      command: { operation: 'addMember', groupId, accountId: world.id('person-01') },
    }));
    await world.store('/api/v1/entity/set', { entityName: 'run-part', key, value: { runId, content: { lines } } });
    const ended = { attempt: 1, lost: 0, at: '2026-11-20T10:00:00.000Z', outcome: 'succeeded' };
    const states = Object.fromEntries(lines.map((_, n) => [n, ended]));
    const value = { runId, version: 3, state: 'done', content: { part, lines: states } };
    await world.store('/api/v1/entity/set', { entityName: 'run-part-state', key, value });
  }
}
