// Everything that the app holds about customers, read a page at a time: what is in it, and as whom it's read.
import { expect, it } from 'vitest';

import type { ExportedRow, ExportPlace } from '../../../src/shared/broker/site-export';
import type { ExportedOfCustomers } from '../../../src/shared/customers/customer-export';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

async function exportedOfCustomers(world: World) {
  const rows: ExportedRow<string>[] = [];
  let from: ExportPlace<ExportedOfCustomers> | undefined;
  do {
    const page = valueOf(await world.asJiraAdmin('jira-admin', 'exportCustomers', { from }));
    rows.push(...page.rows);
    from = page.next;
  } while (from !== undefined);
  return rows;
}

async function exportedOfSite(world: World) {
  const rows: ExportedRow<string>[] = [];
  let from: ExportPlace | undefined;
  do {
    const page = valueOf(await world.asGlobal('confluence-admin', 'exportSite', { from }));
    rows.push(...page.rows);
    from = page.next;
  } while (from !== undefined);
  return rows;
}

async function prepared() {
  const world = await openSandbox();
  await world.configure();
  await world.createGroup('space-admin', 'DEMO', 'alpha');
  await world.allowCustomers('SUP', { allowedDomains: ['acme.example'] });
  const people = [{ email: 'new.comer@acme.example' }, { email: 'other@denied.example' }];
  valueOf(await world.asAgent('agent', 'SUP', 'createCustomers', { people, organizationIds: [] }));
  return world;
}

function namesOf(rows: readonly ExportedRow<string>[]) {
  return rows.filter(({ entity }) => entity !== 'export').map(({ entity, key }) => `${entity} ${key}`);
}

it('with the export of the site holds each stored row once, as ids alone', async () => {
  const world = await prepared();
  const ofSite = await exportedOfSite(world);
  world.site.clearRequests();
  const ofCustomers = await exportedOfCustomers(world);
  const { entities } = world.forge.kvs.dump();
  const stored = ['setting', 'group-record', 'membership-fact', 'audit-entry', 'customer-quota'].flatMap((entity) =>
    Object.keys(entities[entity] ?? {}).map((key) => `${entity} ${key}`),
  );
  expect([...namesOf(ofSite), ...namesOf(ofCustomers)].toSorted()).toEqual(stored.toSorted());
  expect(ofCustomers[0]).toMatchObject({ entity: 'export', row: { schema: 1, about: 'customers' } });
  expect(namesOf(ofCustomers)).toContain(`setting customer-policy:${world.projectId('SUP')}`);
  expect(ofCustomers).toContainEqual(
    expect.objectContaining({
      entity: 'audit-entry',
      row: expect.objectContaining({
        action: 'createCustomer',
        outcome: expect.objectContaining({ outcome: 'succeeded' }) as unknown,
      }) as unknown,
    }),
  );
  expect(JSON.stringify(ofCustomers)).not.toMatch(/@|new\.comer/);
  expect(world.requests().every(({ identity }) => identity.kind === 'user' && !identity.impersonated)).toBe(true);
});

it('is on record, and proves at each page that the person may', async () => {
  const world = await prepared();
  world.advance(1_000);
  const { next } = valueOf(await world.asJiraAdmin('jira-admin', 'exportCustomers', {}));
  expect(world.auditRows().at(-1)).toMatchObject({
    action: 'exportCustomers',
    area: 'customers',
    caller: world.id('jira-admin'),
    outcome: 'succeeded',
  });
  expect(errorOf(await world.asJiraAdmin('agent', 'exportCustomers', { from: next }))).toEqual({
    code: 'FORBIDDEN',
    reason: 'NOT_JIRA_ADMIN',
  });
  // Another admin begins their own; one of the site doesn't open this.
  const reload = { code: 'INVALID_INPUT', fields: [{ field: 'from', message: 'Reload the page.' }] };
  expect(errorOf(await world.asJiraAdmin('site-admin', 'exportCustomers', { from: next }))).toEqual(reload);
  const ofSite = valueOf(await world.asGlobal('site-admin', 'exportSite', {}));
  const from = { exportId: ofSite.next?.exportId ?? '', entity: 'setting' as const };
  expect(errorOf(await world.asJiraAdmin('site-admin', 'exportCustomers', { from }))).toEqual(reload);
});
