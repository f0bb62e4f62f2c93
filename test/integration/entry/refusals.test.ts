// What somebody who is refused can leave behind, at each door of the app.
import { describe, expect, it } from 'vitest';

import { asThemselves, aWorldOfCustomers, CUSTOMER_CALLS } from '../../support/customer-calls';
import type { World } from '../../support/integration';
import { aWorldToAttack, type Attacked } from '../../support/integration-denials';
import { onGlobalSettings, onSpaceSettings } from '../../support/payloads';
import { onDemoGroup, onDemoSite } from '../../support/subjects';

const CALLS = 1000;
/** Slow enough for the limit by the minute, fast enough for one hour. */
const APART_MS = 3500;
const MOST_ROWS = 21;

/** Everything that the app keeps but for the entries of the audit. */
function otherStorage({ forge }: World) {
  const { entities, ...rest } = forge.kvs.dump();
  const { 'audit-entry': _entries, ...others } = entities;
  return { ...rest, others };
}

/** The audit rows that these calls leave, after it made sure that they left nothing else. */
async function leftBy(world: World, call: (index: number) => Promise<unknown>) {
  const before = otherStorage(world);
  const known = new Set(world.auditRows().map((row) => row.id));
  for (let index = 0; index < CALLS; index += 1) {
    world.advance(APART_MS);
    await call(index);
  }
  expect(otherStorage(world)).toEqual(before);
  const rows = world.auditRows().filter((row) => !known.has(row.id));
  expect(rows.filter(({ kind }) => kind !== 'refusal')).toEqual([]);
  return rows;
}
function sum(rows: readonly Record<string, unknown>[]) {
  return rows.reduce((total, row) => total + Number(row['times']), 0);
}
function pick<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T;
}

function toSpacePage(world: Attacked, handle: string | undefined) {
  return async (index: number) => {
    const groupId = pick([world.demoGroup, world.groupId('site-admins'), `none-${index}`], index);
    const accountIds = [world.id(pick(['customer', 'deactivated'], index))];
    const calls: [keyof typeof onSpaceSettings, object][] = [
      ['createGroup', { name: 'x-admins' }],
      ['deleteGroup', { typedName: 'x' }],
      ['addMembers', { accountIds }],
      ['removeMembers', { accountIds }],
      ['addMembers', { groupId: world.otherGroup, accountIds }],
    ];
    const [key, changes] = pick(calls, index);
    const space = pick(['DEMO', 'DEV', 'DEVOPS', 'OLD', undefined], Math.floor(index / 5));
    const context = space === undefined ? { extension: { space: { id: String(index) } } } : world.inSpace(space);
    const payload = { ...onSpaceSettings[key](onDemoGroup(world, groupId)), ...changes };
    return world.call('space-settings', key, payload, handle, context);
  };
}

const GLOBAL_WRITES = [
  'savePrivilegedUser',
  'acceptNomination',
  'declineNomination',
  'cancelNomination',
  'removePrivilegedUser',
  'deleteStoredCredentials',
  'confirmTokenRevoked',
  'runSiteChecks',
  'releaseGroup',
  'transferGroup',
  'setGroupDeletable',
  'applyTakeover',
] as const;

function toGlobalPage(world: Attacked, handle: string | undefined) {
  return async (index: number) => {
    const groupId = pick([world.demoGroup, world.groupId('site-admins'), `none-${index}`], index);
    const about = {
      ...onDemoSite(world, groupId),
      candidate: world.id('member'),
      version: index,
      rulesVersion: index,
      versionWithNominee: index,
      adoptable: { groupId, spaceId: world.spaceId('DEMO') },
    };
    const key = pick(GLOBAL_WRITES, index);
    return world.call('global-settings', key, onGlobalSettings[key](about), handle);
  };
}

describe('a thousand refused calls of one person in one hour', { timeout: 60_000 }, () => {
  it.each([
    ['the space page', 'other-admin', toSpacePage, MOST_ROWS],
    ['the space page, signed out', undefined, toSpacePage, 4],
    ['the global page', 'member', toGlobalPage, 12],
    ['the global page, signed out', undefined, toGlobalPage, 12],
  ] as const)('at %s leave at most 21 rows, and nothing else', async (_door, handle, door, rows) => {
    const world = await aWorldToAttack();
    const left = await leftBy(world, door(world, handle));
    expect(left.length).toBe(rows);
    expect(left.filter(({ action }) => action === 'moreRefusals')).toHaveLength(rows === MOST_ROWS ? 1 : 0);
    expect(sum(left)).toBe(CALLS);
    expect(new Set(left.map((row) => row['caller']))).toEqual(new Set([handle && world.id(handle)]));
  });

  it.each([
    ['the queue page', 'priv-agent', ['previewCustomers', 'createCustomers']],
    ['the settings in Jira', 'developer', ['saveSiteQuota', 'saveCustomerPolicy']],
    ['POST /customers', 'priv-agent', ['createCustomer over HTTP']],
    ['GET /customers', 'priv-agent', ['findCustomer over HTTP']],
    ['the automation action', 'priv-agent', ['createByRule']],
  ])('at %s leave at most 21 rows, and nothing else', async (_door, handle, keys) => {
    const world = await aWorldOfCustomers();
    const rows = CUSTOMER_CALLS.filter(({ key }) => keys.includes(key));
    expect(rows).toHaveLength(keys.length);
    const left = await leftBy(world, async (index) => {
      const row = pick(rows, index);
      expect(await row.run(world, asThemselves(world, row, handle))).toMatch(/^NOT_/);
    });
    expect(left.length).toBeLessThanOrEqual(MOST_ROWS);
    // A refused read is not recorded.
    expect(left.length > 0).toBe(!keys.includes('findCustomer over HTTP'));
  });
});
