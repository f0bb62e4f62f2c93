import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function create(name: string, space = 'DEMO', handle = 'space-admin') {
  return world.asSpace(handle, space, 'createGroup', { name });
}
function names() {
  return [...world.model.groups.values()].map(({ name }) => name);
}
function writes() {
  return world.requests().filter(isWrite);
}
async function saveRules(change: object) {
  const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
  return world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, ...change }, version });
}

describe('creating a group', () => {
  it('makes an empty one of this space, recorded, as the privileged user and asked for by the caller', async () => {
    const row = valueOf(await create('  Review Team  '));
    expect(row).toMatchObject({
      groupName: 'demo-review team',
      origin: 'created',
      deletable: true,
      recordedBy: world.id('space-admin'),
    });
    expect(world.model.group('demo-review team').members.size).toBe(0);
    expect(writes()).toMatchObject([
      { operationId: 'createGroup', identity: { kind: 'user', impersonated: true, accountId: world.id('site-admin') } },
    ]);
    expect(world.privilegedCalls().map(({ operationId }) => operationId)).toEqual(['searchGroups', 'createGroup']);
    expect(valueOf(await world.asSpace('space-admin', 'DEMO', 'listGroups', {})).groups).toEqual([
      { ...row, changedAt: row.recordedAt },
    ]);
    expect(world.auditRows().at(-1)).toMatchObject({
      action: 'createGroup',
      caller: world.id('space-admin'),
      actedAs: world.id('site-admin'),
      spaceId: world.spaceId('DEMO'),
      outcome: 'succeeded',
    });
  });

  function named(existing: string) {
    const id = world.model.addGroup(existing);
    return () => {
      expect(world.entity('group-record')).toEqual({});
      expect(world.model.groups.get(id)?.members.size).toBe(0);
    };
  }

  it('is a conflict with a group called so already, never an adoption', async () => {
    const staysAsItWas = named('demo-review');
    expect(errorOf(await create('Review'))).toEqual({ code: 'CONFLICT', what: 'groupName' });
    staysAsItWas();
  });

  it.each(['DEMO-Review', 'Demo-REVIEW'])(
    'is not accepted beside a group called %s, which a search for the name does not find',
    async (existing) => {
      const staysAsItWas = named(existing);
      expect(errorOf(await create('Review'))).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'name' }] });
      expect(world.auditRows().at(-1)).toMatchObject({ outcome: 'failed', code: 'REJECTED' });
      staysAsItWas();
    },
  );

  it('tells a name that Confluence does not accept from one that is in use', async () => {
    world.faults.add({ on: 'rest', operationId: 'createGroup', status: 400 });
    const failure = errorOf(await create('Review'));
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', fields: [{ message: expect.stringContaining('accept') }] });
    expect(names()).not.toContain('demo-review');
  });

  it('is a conflict for the second of two who create the same at once', async () => {
    const answers = await Promise.all([create('twice'), create('twice')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(names().filter((name) => name === 'demo-twice')).toHaveLength(1);
    expect(Object.keys(world.entity('group-record'))).toHaveLength(1);
  });

  it.each([
    ['a Cyrillic look-alike', 'rеview'],
    ['a full-width letter', 'ｒeview'],
    ['a right-to-left override', 'a\u202egnp'],
    ['a zero-width space', 're\u200bview'],
    ['Arabic', 'مجموعة'],
    ['a control character', 'a\u0000b'],
    ['a line break', 'a\nb'],
    ['a wildcard', 'a*'],
    ['a path', '../x'],
    ['markup', '<b>x</b>'],
    ['nothing', '   '],
    ['only punctuation', '---'],
    ['more than a name holds', 'x'.repeat(101)],
  ])('refuses %s at the field, without any write', async (_what, name) => {
    expect(errorOf(await create(name))).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'name' }] });
    expect(writes()).toEqual([]);
    expect(world.auditRows().filter(({ action }) => action === 'createGroup')).toEqual([]);
  });

  it('never forms one name for DEV and for DEVOPS', async () => {
    const ofDev = valueOf(await create('ops-review', 'DEV', 'dev-admin'));
    const ofDevops = valueOf(await create('review', 'DEVOPS', 'other-admin'));
    expect([ofDev.groupName, ofDevops.groupName]).toEqual(['dev-ops-review', 'devops-review']);
    expect(errorOf(await create('ops', 'DEV', 'other-admin'))).toMatchObject({ reason: 'NOT_SPACE_ADMIN' });
  });

  it.each([
    [{ prefix: 'SPACEKEY', suffix: '' }],
    [{ prefix: '', suffix: 'SPACEKEY' }],
    [{ prefix: 'team-', suffix: '' }],
    [{ prefix: 'SPACEKEY-', suffix: '-SPACEKEY' }],
    [{ prefix: 'Team-SPACEKEY-', suffix: '' }],
    [{ prefix: 'tеam-SPACEKEY-', suffix: '' }],
  ])('can’t follow the pattern %j: two spaces could form one name, or a name could deceive', async (pattern) => {
    const before = world.entity('setting')['rules'];
    expect(errorOf(await saveRules({ pattern }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(world.entity('setting')['rules']).toEqual(before);
  });

  it('follows a changed pattern; groups that exist keep their names', async () => {
    await world.createGroup('space-admin', 'DEMO', 'old');
    valueOf(
      await saveRules({
        pattern: { prefix: '', suffix: ' of SPACEKEY' },
      }),
    );
    expect(valueOf(await create('reviewers')).groupName).toBe('reviewers of demo');
    const { groups } = valueOf(await world.asSpace('space-admin', 'DEMO', 'listGroups', {}));
    expect(groups.map(({ groupName }) => groupName)).toEqual(['demo-old', 'reviewers of demo']);
  });
});

describe('spaces in which nothing is created', () => {
  function personal() {
    return `~${world.id('member')}`;
  }

  it('are personal ones, while they are switched off', async () => {
    expect(errorOf(await create('mine', personal(), 'member'))).toEqual({
      code: 'FORBIDDEN',
      reason: 'PERSONAL_SPACE_OFF',
    });
    const view = valueOf(await world.asSpace('member', personal(), 'openSpaceSettings', {}));
    expect(view).toMatchObject({ manage: { allowed: false, reason: 'personalSpaceOff' }, mayCreate: false });
    expect(writes()).toEqual([]);
  });

  it('are personal ones, even switched on: adopted groups only', async () => {
    valueOf(await saveRules({ personalSpaces: true }));
    expect(errorOf(await create('mine', personal(), 'member'))).toEqual({
      code: 'FORBIDDEN',
      reason: 'PERSONAL_SPACE_NO_CREATE',
    });
    const view = valueOf(await world.asSpace('member', personal(), 'openSpaceSettings', {}));
    expect(view).toMatchObject({ manage: { allowed: true }, mayCreate: false });
    expect(writes()).toEqual([]);
  });

  it('are archived ones, where members stay as they are too', async () => {
    const row = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.model.setSpaceStatus(world.spaceId('DEMO'), 'archived');
    const { groupId } = row;
    const payload = { groupId, accountIds: [world.id('person-30')] };
    const answers = await Promise.all([
      create('beta'),
      world.asSpace('space-admin', 'DEMO', 'addMembers', payload),
      world.asSpace('space-admin', 'DEMO', 'removeMembers', { ...payload, confirmSelf: false }),
      world.asSpace('space-admin', 'DEMO', 'deleteGroup', { groupId, typedName: row.groupName, confirmSelf: true }),
    ]);
    for (const answer of answers) expect(errorOf(answer)).toMatchObject({ reason: 'SPACE_NOT_CURRENT' });
    expect(writes()).toEqual([]);
    const view = valueOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}));
    expect(view).toMatchObject({ manage: { allowed: false, reason: 'spaceNotCurrent' }, groups: { groups: [row] } });
  });
});
