// As whom each call leaves the app, with which scopes, and how many there are.
import { readFile } from 'node:fs/promises';

import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import type { RequestRow } from '../../../sandbox/contract/site';
import type { GroupId } from '../../../src/shared/ids';
import { isPrivileged, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

function people(count: number) {
  return Array.from({ length: count }, (_, index) => world.id(`person-${String(index + 1).padStart(2, '0')}`));
}
function who({ identity }: RequestRow): string {
  if (identity.kind === 'app' || identity.kind === 'anonymous') return identity.kind;
  const as = isPrivileged({ identity } as RequestRow) ? 'impersonated ' : '';
  return `${as}${world.handleOf(identity.accountId)}`;
}

/** Each journey, and the REST calls that it makes: by whom, and how many. They do not grow with the site. */
const JOURNEYS: readonly [name: string, run: () => Promise<{ ok: boolean }>, calls: Record<string, number>][] = [
  [
    'opening the global page',
    async () => world.asGlobal('confluence-admin', 'openGlobalSettings', {}),
    { 'confluence-admin': 1, app: 1, 'impersonated site-admin': 3 },
  ],
  [
    'opening the space page',
    async () => world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}),
    { 'space-admin': 2 },
  ],
  ['opening a group', async () => world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId }), { 'space-admin': 6 }],
  [
    'creating a group',
    async () => world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' }),
    { 'space-admin': 2, 'impersonated site-admin': 2 },
  ],
  [
    'adding three people',
    async () => world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: people(3) }),
    { 'space-admin': 4, 'impersonated site-admin': 6 },
  ],
  [
    'adding twenty-five people',
    async () => world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: people(25) }),
    { 'space-admin': 4, 'impersonated site-admin': 28 },
  ],
  [
    'removing a person',
    async () =>
      world.asSpace('space-admin', 'DEMO', 'removeMembers', { groupId, accountIds: people(1), confirmSelf: false }),
    { 'space-admin': 3, 'impersonated site-admin': 4 },
  ],
  [
    'deleting a group',
    async () =>
      world.asSpace('space-admin', 'DEMO', 'deleteGroup', { groupId, typedName: 'demo-alpha', confirmSelf: false }),
    { 'space-admin': 5, 'impersonated site-admin': 4 },
  ],
  [
    'saving the privileged user',
    async () => world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: world.id('site-admin'), version: 1 }),
    { 'site-admin': 1, app: 1, 'impersonated site-admin': 5 },
  ],
];

const READS_AS_PRIVILEGED = ['getCurrentUser', 'getGroups', 'getGroupMembershipsForUser', 'searchGroups'];

function tally(rows: readonly RequestRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of rows.map(who)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The role of a group is asked for on each site: one without roles answers that it has none. */
function isAnswered({ status, operationId }: RequestRow): boolean {
  return status < 300 || operationId === 'getAvailableSpaceRoles';
}

describe.each(JOURNEYS)('%s', (_name, run, calls) => {
  it('acts as the caller, and as the privileged user only for writes, protection, names in use and their own health', async () => {
    world.site.clearRequests();
    expect(await run()).toMatchObject({ ok: true });
    expect(tally(world.requests())).toEqual(calls);
    expect(world.requests().every(isAnswered)).toBe(true);
    expect(world.requests().filter(isWrite).every(isPrivileged)).toBe(true);
    const reads = world.requests().filter((row) => isPrivileged(row) && !isWrite(row));
    expect(READS_AS_PRIVILEGED).toEqual(expect.arrayContaining(reads.map(({ operationId }) => operationId)));
  });

  it('costs the same on a large site', async () => {
    for (let index = 0; index < 500; index += 1) world.model.addGroup(`zz-${String(index)}`);
    for (let index = 26; index <= 60; index += 1) world.model.addMember(groupId, world.id(`person-${String(index)}`));
    world.site.clearRequests();
    expect(await run()).toMatchObject({ ok: true });
    expect(tally(world.requests())).toEqual(calls);
  });
});

describe('scopes', () => {
  it('of calls as the privileged user are exactly those with allowImpersonation', async () => {
    const text = await readFile(new URL('../../../manifest.yml', import.meta.url), 'utf8');
    const { permissions } = parse(text) as {
      permissions: { scopes: Record<string, { allowImpersonation?: boolean }> };
    };
    const allowed = Object.keys(permissions.scopes).filter((scope) => permissions.scopes[scope]?.allowImpersonation);
    await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: people(1) });
    for (const { identity } of world.requests().filter(isPrivileged)) {
      expect('scopes' in identity && [...identity.scopes].toSorted()).toEqual(allowed.toSorted());
    }
    expect(world.privilegedCalls()).toHaveLength(1);
  });
});

describe('callers at the same time', () => {
  it('each keep their own identity, space and audit entry', async () => {
    const callers = [
      ['space-admin', 'DEMO'],
      ['dev-admin', 'DEV'],
      ['other-admin', 'DEVOPS'],
      ['member', 'DEMO'],
    ] as const;
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, round) =>
        callers.map(async ([handle, key]) =>
          world.asSpace(handle, key, 'createGroup', { name: `round ${String(round)}` }),
        ),
      ).flat(),
    );
    expect(answers.filter(({ ok }) => !ok)).toHaveLength(5);
    for (const [handle, key] of callers.slice(0, 3)) {
      const { groups } = valueOf(await world.asSpace(handle, key, 'listGroups', {}));
      const made = groups.filter(({ groupName }) => groupName.includes('round'));
      expect(made).toHaveLength(5);
      for (const group of made) {
        expect(group.recordedBy).toBe(world.id(handle));
        expect(group.groupName.startsWith(`${key.toLowerCase()}-`)).toBe(true);
      }
    }
    for (const row of world.auditRows().filter(({ action, kind }) => action === 'createGroup' && kind === 'attempt')) {
      const space = [...world.model.spaces.values()].find(({ id }) => id === row['spaceId']);
      expect(row['caller']).toBe(space?.ownerId);
    }
    expect(world.requests().filter(isWrite).every(isPrivileged)).toBe(true);
  });
});
