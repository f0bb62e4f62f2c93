import { describe, it } from 'vitest';

import { issueGrant } from '../../../../src/broker/grant';
import type { PrivilegedUserSetting } from '../../../../src/broker/privileged-user/state';
import { groupReads } from '../../../../src/platform/confluence/group-operations';
import { createGroupWriter } from '../../../../src/platform/confluence/group-writer';
import { createPrivilegedReader } from '../../../../src/platform/confluence/privileged-reader';
import { createJiraRightReader } from '../../../../src/platform/jira/jira-right-reader';
import { CALLER, privilegedUser } from '../../../../src/platform/rest/identity';
import { createPauseGate } from '../../../../src/platform/rest/pause-gate';
import { send } from '../../../../src/platform/rest/request';
import { aGroup, failureOf, GROUP, json, LENDER, PERSON, requestDeps, scriptSite, status } from '../scripted-site';

const paused = { by: PERSON, at: '2026-11-21T10:00:00.000Z' };
const refused = { code: 'FORBIDDEN', reason: 'CHANGES_PAUSED', paused };

function whilePaused() {
  return requestDeps({ setting: () => ({ paused }) });
}
/** A gate whose readings are counted. */
function aGate(setting: () => PrivilegedUserSetting) {
  const time = { now: 0 };
  const seen = { reads: 0 };
  async function read() {
    seen.reads += 1;
    return { privilegedUser: { value: setting(), version: 1 } };
  }
  return { time, seen, read, gate: createPauseGate({ now: () => time.now }, read) };
}

describe('while changes are paused', () => {
  const READS = {
    impersonate: () => createPrivilegedReader(whilePaused()).impersonate(LENDER),
    isInSiteAdminGroup: () => createPrivilegedReader(whilePaused()).isInSiteAdminGroup(LENDER),
    group: () => createPrivilegedReader(whilePaused()).group(LENDER, GROUP),
    groupByName: () => createPrivilegedReader(whilePaused()).groupByName(LENDER, 'it-dev'),
    isMember: () => createPrivilegedReader(whilePaused()).isMember(LENDER, PERSON, GROUP),
    accessOf: () => createPrivilegedReader(whilePaused()).accessOf(LENDER, [GROUP]),
    showsAccess: () => createPrivilegedReader(whilePaused()).showsAccess(LENDER),
    isJiraAdmin: () => createJiraRightReader(whilePaused()).isJiraAdmin(LENDER),
  };

  it.for(Object.entries(READS))(
    '%s isn’t asked as the privileged user, and concludes nothing',
    async ([, read], { expect }) => {
      const calls = scriptSite([]);
      expect(await failureOf(read())).toEqual(refused);
      expect(calls).toEqual([]);
    },
  );

  it('a write isn’t sent, whatever grant it has', async ({ expect }) => {
    const calls = scriptSite([]);
    const grant = issueGrant('addMember', LENDER, { groupId: GROUP, groupName: 'it-dev', accountId: PERSON });
    expect(await failureOf(createGroupWriter(whilePaused()).addMember(grant))).toEqual(refused);
    expect(calls).toEqual([]);
  });

  it('the caller reads on', async ({ expect }) => {
    scriptSite([json(aGroup())]);
    const read = send(whilePaused(), groupReads.getGroupByGroupId, CALLER, { query: { id: GROUP } });
    expect(await read).toMatchObject({ id: GROUP });
  });

  it('a read isn’t repeated after a wait in which they were paused', async ({ expect }) => {
    let setting: PrivilegedUserSetting = {};
    const deps = requestDeps({ setting: () => setting });
    const calls = scriptSite([status(429, { 'retry-after': '5' })]);
    const read = send(deps, groupReads.getGroupByGroupId, privilegedUser(LENDER), { query: { id: GROUP } });
    setting = { paused };
    expect(await failureOf(read)).toEqual(refused);
    expect(calls).toHaveLength(1);
  });
});

describe('the gate', () => {
  it('reads by itself if nobody has read, and shares the reading', async ({ expect }) => {
    const { gate, seen } = aGate(() => ({}));
    await Promise.all([gate.demandOpen(), gate.demandOpen()]);
    await gate.demandOpen();
    expect(seen.reads).toBe(1);
  });

  it('trusts a reading of others for five seconds since it began', async ({ expect }) => {
    const { gate, seen, time, read } = aGate(() => ({}));
    await gate.watch(async () => {
      time.now = 1000;
      return read();
    });
    time.now = 5000;
    await gate.demandOpen();
    expect(seen.reads).toBe(1);
    time.now = 5001;
    await gate.demandOpen();
    expect(seen.reads).toBe(2);
  });

  it('goes by the reading that began last', async ({ expect }) => {
    const { gate, time } = aGate(() => ({}));
    function setting(value: PrivilegedUserSetting) {
      return { privilegedUser: { value, version: 1 } };
    }
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow = gate.watch(async () => {
      await answered;
      return setting({});
    });
    time.now = 1;
    await gate.watch(async () => setting({ paused }));
    answer();
    await slow;
    expect(await failureOf(gate.demandOpen())).toEqual(refused);
  });

  it('lets nothing pass if it can’t be read', async ({ expect }) => {
    const gate = createPauseGate({ now: () => 0 }, async () => Promise.reject(new Error('storage is down')));
    expect(await failureOf(gate.demandOpen())).toMatchObject({ message: 'storage is down' });
  });
});
