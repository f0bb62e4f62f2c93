// Administrators whose right goes while their own change takes its time: on saving, on accepting, under rules, and in Jira.
import { beforeEach, describe, expect, it } from 'vitest';

import type { Result } from '../../../src/shared/result';
import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

const OLD_MS = 5001;

let world: World;
beforeEach(async () => {
  world = await openSandbox();
});

/** They may still manage groups. */
function noAdmin() {
  for (const { id } of world.model.groups.values()) world.model.revokeAccess(id, 'admin');
}
function noJiraAdmin() {
  return world.model.revokeAccess(world.groupId('site-admins'), 'jira-admin');
}
function leaves() {
  return world.model.setStatus(world.id('site-admin'), 'inactive');
}

/** Once, when the test group's deletion was answered. */
function afterTheTest(happen: () => void): void {
  let isDone = false;
  world.onSite(async (request, _identity, pass) => {
    const answer = await pass();
    if (isDone || request.method !== 'DELETE') return answer;
    isDone = true;
    happen();
    return answer;
  });
}

/** Once, when the attempt of this action was stored. */
function onceRecorded(action: string) {
  return (happen: () => void): void => {
    let isDone = false;
    world.onStorage((_target, body) => {
      const text = JSON.stringify([body]);
      if (isDone || !text.includes('"attempt"') || !text.includes(`"${action}"`)) return;
      isDone = true;
      happen();
    });
  };
}

async function versionNow() {
  return valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {})).privilegedUser?.version ?? 0;
}
async function save() {
  return world.asGlobal('site-admin', 'savePrivilegedUser', {
    accountId: world.id('site-admin'),
    version: await versionNow(),
  });
}
async function accept() {
  const accountId = world.id('site-admin');
  valueOf(await world.asGlobal('confluence-admin', 'savePrivilegedUser', { accountId, version: 0 }));
  return world.asGlobal('site-admin', 'acceptNomination', { version: 1 });
}
async function saveRules() {
  const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
  return world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, longestList: 7 }, version });
}
async function saveSiteQuota() {
  return world.asJiraAdmin('site-admin', 'saveSiteQuota', { dailyPerSite: 7, version: 0 });
}

/** Each: when time passes, how the right goes, and what is told. */
const CHANGES: readonly [
  what: string,
  run: () => Promise<Result<unknown>>,
  when: (happen: () => void) => void,
  withdraw: () => void,
  told: object,
][] = [
  [
    'choosing oneself, after the write test',
    save,
    afterTheTest,
    noAdmin,
    { code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN', testGroup: 'deleted' },
  ],
  [
    'choosing oneself, once it is recorded',
    save,
    onceRecorded('savePrivilegedUser'),
    noAdmin,
    { code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN', testGroup: 'deleted' },
  ],
  [
    'accepting, after the write test',
    accept,
    afterTheTest,
    leaves,
    { code: 'FORBIDDEN', reason: 'NOT_NOMINATED', testGroup: 'deleted' },
  ],
  [
    'saving the rules',
    saveRules,
    onceRecorded('saveRules'),
    noAdmin,
    { code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN' },
  ],
  [
    'saving the quota of the site',
    saveSiteQuota,
    onceRecorded('saveSiteQuota'),
    noJiraAdmin,
    { code: 'FORBIDDEN', reason: 'NOT_JIRA_ADMIN' },
  ],
];

describe('what an administrator changes while more than five seconds pass', () => {
  it.each(CHANGES)('stores nothing once it is gone: %s', async (_what, run, when, withdraw, told) => {
    let before: unknown;
    when(() => {
      before = structuredClone(world.entity('setting'));
      world.advance(OLD_MS);
      withdraw();
    });
    expect(errorOf(await run())).toEqual(told);
    const after = world.entity('setting');
    for (const key of ['privileged-user', 'rules', 'customer-site-quota']) {
      expect(after[key]).toEqual((before as typeof after)[key]);
    }
    expect(world.auditRows().at(-1)).toMatchObject({ caller: world.id('site-admin'), outcome: 'refused' });
    const ends = world.auditRows().map(({ action, outcome, code }) => [action, outcome, code]);
    expect(ends.filter(([, outcome]) => outcome === 'open')).toEqual([]);
    expect(ends.filter(([, outcome]) => outcome === 'failed').every(([, , code]) => code === 'NOT_ATTEMPTED')).toBe(
      true,
    );
    // The group of the write test is gone.
    expect([...world.model.groups.values()].filter(({ name }) => name.startsWith('space-steward-check-'))).toEqual([]);
  });

  it.each(CHANGES)('stores it if it still holds: %s', async (_what, run, when) => {
    let before: unknown;
    when(() => {
      before = structuredClone(world.entity('setting'));
      world.site.clearRequests();
      world.advance(OLD_MS);
    });
    valueOf(await run());
    expect(world.entity('setting')).not.toEqual(before);
    // One call, as the caller: what they are now.
    const asked = world.requests().filter((row) => /\/user\/current|\/mypermissions/.test(row.path));
    expect(asked.filter((row) => !isWrite(row))).toHaveLength(1);
  });
});
