// The weekly report of stored accounts, and what becomes of those that were closed.
import { beforeEach, expect, it } from 'vitest';

import { openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});
const TRIGGER = 'weekly-personal-data';
function close(handle: string) {
  return world.model.setStatus(world.id(handle), 'closed');
}
/** What is stored apart from the audit, which keeps ids until their time is over. */
function stored() {
  return JSON.stringify([world.entity('setting'), world.entity('group-record'), world.entity('membership-fact')]);
}

it('a closed privileged user is erased: nobody is configured, and the audit says why', async () => {
  close('site-admin');
  await world.runScheduled(TRIGGER);
  const { privilegedUser } = valueOf(await world.asGlobal('confluence-admin', 'openGlobalSettings', {}));
  expect(privilegedUser?.state).toEqual({ name: 'notConfigured' });
  expect(stored()).not.toContain(world.id('site-admin'));
  const erased = { action: 'eraseClosedAccount', outcome: 'succeeded', code: 'PRIVILEGED_USER_CLOSED' };
  expect(world.auditRows()).toContainEqual(expect.objectContaining(erased));
  const { manage } = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
  expect(manage).toEqual({ allowed: false, reason: 'notConfigured' });
  const { rows } = valueOf(await world.asGlobal('confluence-admin', 'readAudit', { filter: {} }));
  expect(rows[0]).toMatchObject({ action: 'eraseClosedAccount', outcome: 'succeeded' });
});

it('closed support readers and recorders of groups are erased, and their groups stay where they are', async () => {
  const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
  const supportReaders = [world.id('member'), world.id('dev-admin')];
  valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, supportReaders }, version }));
  const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  close('member');
  close('space-admin');
  await world.runScheduled(TRIGGER);
  expect(stored()).not.toContain(world.id('member'));
  expect(stored()).not.toContain(world.id('space-admin'));
  expect(stored()).toContain(world.id('dev-admin'));
  const { groups } = valueOf(await world.asGlobal('site-admin', 'listGroupRecords', {}));
  expect(groups).toMatchObject([{ groupId, recordedBy: 'closed-account' }]);
  expect(world.site.requests().filter(({ identity }) => identity.kind !== 'user')).toEqual([]);
});

it('a closed member is known no more, and who added another one is not named; the other stays known', async () => {
  const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  const accountIds = [world.id('person-01'), world.id('person-02')];
  valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
  close('person-01');
  close('space-admin');
  await world.runScheduled(TRIGGER);
  expect(stored()).not.toContain(world.id('person-01'));
  expect(stored()).not.toContain(world.id('space-admin'));
  const facts = Object.values(world.entity('membership-fact'));
  expect(facts).toMatchObject([{ accountId: world.id('person-02'), by: 'closed-account' }]);
});

it('nothing changes while all accounts stand, nor while an administrator has not approved the scope', async () => {
  await world.createGroup('space-admin', 'DEMO', 'alpha');
  const before = [stored(), world.auditRows().length];
  await world.runScheduled(TRIGGER);
  close('site-admin');
  world.forge.setUnapproved(['report:personal-data']);
  await world.runScheduled(TRIGGER);
  expect([stored(), world.auditRows().length]).toEqual(before);
});
