// Personal data and secrets stay out of log lines, storage and reports, whatever happens.
import { expect, it } from 'vitest';

import { openSandbox, valueOf, type World } from '../../support/integration';

const TOKEN = 'a-made-up-token-that-opens-nothing';

/** A day with everything in it: successes, refusals, failures, faults, schedules. */
async function liveThroughADay(world: World) {
  const reports: string[] = [];
  async function report() {
    reports.push(valueOf(await world.asGlobal('confluence-admin', 'readSupport', {})).report);
    reports.push(valueOf(await world.asSpace('space-admin', 'DEMO', 'readSpaceSupport', {})).report);
  }
  await report();
  await world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: world.id('member'), version: 0 });
  await world.asGlobal('member', 'acceptNomination', { version: 1 });
  await world.asGlobal('confluence-admin', 'confirmSiteAdmin', {});
  await world.asGlobal('confluence-admin', 'savePrivilegedUser', { accountId: world.id('site-admin'), version: 1 });
  await report();
  world.forge.kvs.fail({ target: '/api/v1/secret/delete', status: 500, code: 'INTERNAL', times: 1 });
  await world.asGlobal('site-admin', 'acceptNomination', { version: 2 });
  await world.asGlobal('confluence-admin', 'openGlobalSettings', {});
  const { groupId } = valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' }));
  const accountIds = ['person-01', 'customer', 'deactivated'].map((handle) => world.id(handle));
  await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds });
  await world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId });
  await world.asSpace('member', 'DEMO', 'openGroup', { groupId });
  await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'Priya Raman' });
  await world.call('space-settings', 'createGroup', { name: 7, email: 'space-admin@example.com' }, 'space-admin');
  world.forge.kvs.fail({
    target: '/api/v1/transaction',
    entityName: 'audit-outcome',
    status: 500,
    code: 'INTERNAL',
    times: 1,
  });
  await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' });
  world.forge.kvs.fail({ target: '/api/v1/entity', status: 500, code: 'INTERNAL', times: 2 });
  await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {});
  world.advance(61_000);
  world.model.setStatus(world.id('site-admin'), 'inactive');
  await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: [world.id('person-02')] });
  await report();
  world.model.setStatus(world.id('site-admin'), 'active');
  world.onSite(async () => Response.json({ message: 'Sofia Lindgren site-admin@example.com' }, { status: 418 }));
  await world.asSpace('space-admin', 'DEMO', 'listGroups', {});
  world.onSite(async () => {
    throw new Error('Priya Raman space-admin@example.com');
  });
  await world.asSpace('space-admin', 'DEMO', 'listGroups', {});
  world.onSite(async (_request, _identity, pass) => pass());
  world.advance(3_600_000);
  await world.runScheduled('hourly-audit-settling');
  await world.runScheduled('daily-health-check');
  await report();
  return reports;
}

it('leaves no email address, name or token behind, and reads no secret', async () => {
  const world = await openSandbox();
  const reports = await liveThroughADay(world);
  const { plain, secret, entities } = world.forge.kvs.dump();
  expect({ plain, secret }).toEqual({ plain: {}, secret: {} });
  // Names of groups are kept on purpose, and one is called like a person.
  const stored = JSON.stringify(entities).replaceAll('demo-priya raman', '');
  const logged = world.forge.logs().join('\n');
  const people = [...world.model.accounts.values()].filter(({ accountType }) => accountType !== 'app');
  const personal = people.flatMap(({ name, email }) => [name, email]);
  for (const text of [...personal, 'group-steward@example.com', TOKEN, '@example.com']) {
    for (const place of [stored, logged, ...reports]) expect(place.toLowerCase()).not.toContain(text.toLowerCase());
  }
  expect(world.forge.logs().length).toBeGreaterThan(10);
  expect(world.forge.kvs.requests().filter(({ target }) => target.startsWith('/api/v1/secret/get'))).toEqual([]);
});

it('leaves no accountId and no group name in a support report', async () => {
  const world = await openSandbox();
  const text = (await liveThroughADay(world)).join('\n');
  for (const { accountId } of world.model.accounts.values()) expect(text).not.toContain(accountId);
  for (const { id, name } of world.model.groups.values()) {
    expect(text).not.toContain(id);
    expect(text).not.toContain(name);
  }
});

it('logs lines of JSON, each with an event, and no payload', async () => {
  const world = await openSandbox();
  await liveThroughADay(world);
  for (const line of world.forge.logs()) {
    expect(JSON.parse(line)).toMatchObject({ event: expect.any(String), level: expect.any(String) });
    // The first: what the storage says when it fails.
    expect(line).not.toMatch(/Injected|accountIds|typedName|"name":/);
  }
});
