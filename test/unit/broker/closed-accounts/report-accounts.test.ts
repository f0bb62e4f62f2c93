import { describe, it } from 'vitest';

import { AppError } from '../../../../src/broker/errors';
import { readPrivilegedUser } from '../../../../src/broker/privileged-user/privileged-user';
import { NO_PROOFS, withProof, withTry } from '../../../../src/broker/site-admin/proofs';
import { schedules } from '../../../../src/entry/schedules';
import { CLOSED_ACCOUNT } from '../../../../src/shared/broker/closed-account';
import {
  ann,
  anObservation,
  aPrivilegedUser,
  aRecord,
  bob,
  boss,
  cy,
  EARLIER,
  fails,
  NOW,
  person,
  someRules,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function record(world: World, groupId: string, recordedBy = ann) {
  const made = aRecord({ groupId, groupName: groupId, recordedBy });
  world.groupRecords.stored.set(made.groupId, made);
  return () => world.groupRecords.stored.get(made.groupId);
}
const nominee = { accountId: cy, nominatedBy: bob, nominatedAt: EARLIER };

describe('the weekly report', () => {
  it('names everybody who is stored, each once, and changes nothing if all accounts stand', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = { current: aPrivilegedUser({ setBy: bob }), nominee };
    world.settings.stored.rules = someRules({ supportReaders: [person('reader'), bob] });
    world.settings.stored.observation = anObservation({ accountId: person('former') });
    for (let n = 0; n < 60; n += 1) record(world, `g-${String(n)}`, n % 2 === 0 ? ann : bob);
    await schedules.reportAccounts(world.ports);
    expect(world.personalData.reports).toEqual([[boss, bob, cy, person('former'), person('reader')], [ann]]);
    expect(world.journal.lines()).toEqual([]);
    expect(world.auditLog.attempts).toEqual([]);
  });

  it.for([
    ['goes through all pages while ten seconds are left', 10_000, [[boss], [ann], [bob]]],
    ['ends after a page once they are not', 9_999, [[boss], [ann]]],
  ] as const)('%s', async ([, remainingMs, reports], { expect }) => {
    const world = aWorld();
    for (let n = 0; n < 60; n += 1) record(world, `g-${String(n).padStart(2, '0')}`, n < 25 ? ann : bob);
    world.time.remainingMs = remainingMs;
    await schedules.reportAccounts(world.ports);
    expect(world.personalData.reports).toEqual(reports);
  });

  it('names whoever was last looked at in Jira, and forgets them once their account is closed', async ({ expect }) => {
    const world = aWorld();
    const former = person('former');
    world.jiraState.observation = { accountId: former, at: EARLIER, outcome: 'works' };
    await schedules.reportAccounts(world.ports);
    expect(world.personalData.reports).toEqual([[boss, former]]);
    expect(world.jiraState.observation.accountId).toBe(former);
    world.personalData.closed.add(former);
    await schedules.reportAccounts(world.ports);
    expect(world.jiraState.observation.accountId).toBe(CLOSED_ACCOUNT);
    expect(world.auditLog.lines()).toEqual(['eraseClosedAccount succeeded ACCOUNT_CLOSED']);
  });

  it('that fails changes nothing and breaks nothing', async ({ expect }) => {
    const world = aWorld();
    world.personalData.closedAmong = async () => {
      throw fails({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    };
    await schedules.reportAccounts(world.ports);
    expect(world.log.lines).toMatchObject([{ level: 'warn', fields: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(world.journal.lines()).toEqual([]);
  });

  it('does not report what it has erased', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    record(world, 'g-old', CLOSED_ACCOUNT);
    await schedules.reportAccounts(world.ports);
    expect(world.personalData.reports).toEqual([]);
  });
});

describe('a closed account', () => {
  it('of the privileged user leaves nobody configured, with the reason in the audit', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = anObservation();
    world.legacyCredentials.stored = true;
    world.personalData.closed.add(boss);
    await schedules.reportAccounts(world.ports);
    expect((await readPrivilegedUser(world.ports)).state).toEqual({ name: 'notConfigured' });
    expect(world.legacyCredentials.stored).toBe(false);
    expect(JSON.stringify(world.settings.stored)).not.toContain(boss);
    expect(world.auditLog.lines()).toEqual([
      'deleteStoredCredentials succeeded',
      'eraseClosedAccount succeeded PRIVILEGED_USER_CLOSED',
    ]);
    expect(world.auditLog.attempts.map(({ caller, accountId }) => [caller, accountId])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('of whoever set the privileged user leaves them in place', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = { current: aPrivilegedUser({ setBy: bob }) };
    world.personalData.closed.add(bob);
    await schedules.reportAccounts(world.ports);
    expect(world.settings.stored.privilegedUser).toEqual({ current: aPrivilegedUser({ setBy: CLOSED_ACCOUNT }) });
    expect(world.auditLog.lines()).toEqual(['eraseClosedAccount succeeded ACCOUNT_CLOSED']);
  });

  it.for([cy, bob])('of %s, who was asked or asked, withdraws the request', async (closed, { expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = { current: aPrivilegedUser(), nominee };
    world.personalData.closed.add(closed);
    await schedules.reportAccounts(world.ports);
    expect(world.settings.stored.privilegedUser).toEqual({ current: aPrivilegedUser() });
  });

  it('of a support reader and of whoever recorded a group is named nowhere any more', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.rules = someRules({ supportReaders: [bob, cy] });
    const [ofBob, ofAnn] = [record(world, 'g-bob', bob), record(world, 'g-ann')];
    world.personalData.closed.add(bob);
    await schedules.reportAccounts(world.ports);
    expect(world.settings.stored.rules.supportReaders).toEqual([cy]);
    expect([ofBob()?.recordedBy, ofAnn()?.recordedBy]).toEqual([CLOSED_ACCOUNT, ann]);
    expect(world.auditLog.lines()).toEqual([
      'eraseClosedAccount succeeded ACCOUNT_CLOSED',
      'eraseClosedAccount g-bob succeeded ACCOUNT_CLOSED',
    ]);
  });

  it('of somebody who tried to confirm that they are a site admin is forgotten there', async ({ expect }) => {
    const world = aWorld();
    world.siteAdminProofs.stored = withProof(withTry(NO_PROOFS, bob, 'space-steward-check-1', NOW), bob, NOW);
    world.personalData.closed.add(bob);
    await schedules.reportAccounts(world.ports);
    expect(world.personalData.reports.flat()).toContain(bob);
    expect(world.siteAdminProofs.stored).toMatchObject({
      tries: [],
      proofs: [],
      openGroups: [{ groupName: 'space-steward-check-1' }],
    });
    expect(world.auditLog.lines()).toEqual(['eraseClosedAccount succeeded ACCOUNT_CLOSED']);
  });

  it('that can’t be erased in one place is erased in the others', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.rules = someRules({ supportReaders: [bob] });
    const [first, second] = [record(world, 'g-a', bob), record(world, 'g-b', bob)];
    const replace = world.groupRecords.replace.bind(world.groupRecords);
    world.groupRecords.replace = async (next, seen) => {
      if (next.groupName === 'g-a') throw new AppError({ code: 'CONFLICT', what: 'record' });
      return replace(next, seen);
    };
    world.personalData.closed.add(bob);
    await schedules.reportAccounts(world.ports);
    expect([first()?.recordedBy, second()?.recordedBy]).toEqual([bob, CLOSED_ACCOUNT]);
    expect(world.settings.stored.rules.supportReaders).toEqual([]);
    expect(world.log.lines).toMatchObject([{ event: 'closed account not erased', fields: { code: 'CONFLICT' } }]);
  });
});
