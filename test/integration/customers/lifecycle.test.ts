// What happens around customers in time: people who leave for good, scopes that await approval, rows that end.
import { beforeEach, describe, expect, it } from 'vitest';

import { openSandbox, valueOf, type World } from '../../support/integration';

const NEW = 'nadia.comer@acme.example';
const DAY = 24 * 3_600_000;

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function create() {
  return valueOf(
    await world.asAgent('agent', 'SUP', 'createCustomers', {
      people: [{ email: NEW, displayName: 'Nadia Comer' }],
      organizationIds: [],
    }),
  ).people;
}
/** What is stored apart from the audit, which keeps ids until their time is over, and from rows that end within days. */
function stored() {
  return JSON.stringify([world.entity('setting'), world.entity('group-record')]);
}

it('the account of a privileged user that was closed is erased from what was seen of them in Jira too', async () => {
  const closed = world.id('site-admin');
  expect(stored()).toContain(closed);
  world.model.setStatus(closed, 'closed');
  await world.runScheduled('weekly-personal-data');
  expect(stored()).not.toContain(closed);
  expect(valueOf(await world.asJiraAdmin('jira-admin', 'openCustomerSettings', {})).right.name).toBe('unavailable');
});

describe('scopes that await approval', () => {
  it('of customers: typed, nothing is created, and groups in Confluence work on', async () => {
    world.forge.setUnapproved(['write:customer:jira-service-management']);
    expect(await create()).toMatchObject([{ account: { outcome: 'failed', code: 'PRIVILEGED_USER_UNAVAILABLE' } }]);
    expect(world.customer(NEW)).toBeUndefined();
    valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }));
    world.forge.setUnapproved([]);
    expect(await create()).toMatchObject([{ account: { outcome: 'created' } }]);
  });
});

describe('what is kept', () => {
  it('of quotas and keys ends by itself', async () => {
    await create();
    await world.api.post('agent', { projectKey: 'SUP', email: NEW }, { headers: { 'idempotency-key': 'key-00001' } });
    const rows = ['customer-quota', 'repeated-request'].flatMap((entityName) =>
      Object.keys(world.entity(entityName)).map((key) => ({ entityName, key })),
    );
    expect(rows).toHaveLength(3);
    async function statuses() {
      return Promise.all(
        rows.map(async (row) => (await world.kvs.answer('/api/v1/entity/get', { body: JSON.stringify(row) })).status),
      );
    }
    expect(await statuses()).toEqual([200, 200, 200]);
    world.advance(4 * DAY);
    expect(await statuses()).toEqual([404, 404, 404]);
  });
});
