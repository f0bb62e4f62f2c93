// What people do elsewhere, as a script says it.
import { beforeEach, describe, expect, it } from 'vitest';

import { manifestOf } from '../../../sandbox/forge/manifest';
import { createSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { MANIFEST } from './forge/app-manifest';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox({ seed: demoSeed, app: {}, manifest: manifestOf(MANIFEST) });
});

async function send(change: unknown) {
  const body = JSON.stringify(change);
  const answer = await sandbox.fetch(new Request('http://127.0.0.1/_sandbox/changes', { method: 'POST', body }));
  const { error } =
    answer.status === 204 ? { error: undefined } : ((await answer.json()) as { error: { fields: object[] } });
  return { status: answer.status, ...(error && { fields: error.fields }) };
}
function model() {
  return sandbox.site.model;
}
function group() {
  return model().group('demo-editors').id;
}
function person(handle: string) {
  return model().accountOf(handle).accountId;
}

const CHANGES: [what: string, change: () => object, seen: () => unknown, expected: unknown][] = [
  [
    'a group is renamed',
    () => ({ change: 'renameGroup', groupId: group(), name: 'demo-writers' }),
    () => model().group('demo-writers').members.size,
    8,
  ],
  [
    'a group is deleted',
    () => ({ change: 'deleteGroup', groupId: group() }),
    () => [...model().groups.values()].some(({ name }) => name === 'demo-editors'),
    false,
  ],
  [
    'somebody joins a group',
    () => ({ change: 'addMember', groupId: group(), accountId: person('person-40') }),
    () => model().group('demo-editors').members.has(person('person-40')),
    true,
  ],
  [
    'somebody leaves it',
    () => ({ change: 'removeMember', groupId: group(), accountId: person('member') }),
    () => model().group('demo-editors').members.has(person('member')),
    false,
  ],
  [
    'a space gets another key',
    () => ({ change: 'changeSpaceKey', spaceId: model().space('DEMO').id, key: 'SHOW' }),
    () => sandbox.site.spaces().some(({ key }) => key === 'SHOW'),
    true,
  ],
  [
    'an identity provider manages a group from now on',
    () => ({ change: 'setManagedBy', groupId: group(), managedBy: 'EXTERNAL' }),
    () => model().group('demo-editors').managedBy,
    'EXTERNAL',
  ],
  [
    'a group gives administration',
    () => ({ change: 'grantAccess', groupId: group(), access: 'admin' }),
    () => [...model().group('demo-editors').grants],
    ['admin'],
  ],
  [
    'somebody is deactivated',
    () => ({ change: 'setStatus', accountId: person('member'), status: 'inactive' }),
    () => model().accountOf('member').status,
    'inactive',
  ],
  [
    'somebody becomes an organization admin',
    () => ({ change: 'setSiteAdmin', accountId: person('member'), isOne: true }),
    () => model().siteAdmins.has(person('member')),
    true,
  ],
  [
    'lists of groups by access are kept from people who are no admins',
    () => ({ change: 'setAccessLists', accessLists: 'refused' }),
    () => model().accessLists,
    'refused',
  ],
];

describe('/_sandbox/changes', () => {
  it.each(CHANGES)('%s', async (_what, change, seen, expected) => {
    expect(await send(change())).toEqual({ status: 204 });
    expect(seen()).toEqual(expected);
  });

  it.each([
    ['an unknown change', { change: 'paint' }, 'change'],
    ['one that lacks something', { change: 'renameGroup', groupId: 'g' }, 'name'],
    ['an unknown group', { change: 'renameGroup', groupId: 'g', name: 'x' }, ''],
    ['no JSON object', 'nothing', ''],
  ])('refuses %s, and changes nothing', async (_what, change, field) => {
    const before = sandbox.snapshot();
    expect(await send(change)).toMatchObject({ status: 400, fields: [{ field }] });
    expect(sandbox.snapshot()).toEqual(before);
  });
});
