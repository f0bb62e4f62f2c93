// What a browser may send is anything at all. Whatever it is, nobody gets further than they would with an honest page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { globalSettings } from '../../../src/entry/global-settings';
import { spaceSettings } from '../../../src/entry/space-settings';
import { isPrivileged, isWrite, type World } from '../../support/integration';
import { aWorldToAttack, type Attacked } from '../../support/integration-denials';

function kept({ forge }: World) {
  const { plain, secret, entities } = forge.kvs.dump();
  return { plain, secret, records: entities['group-record'], rules: (entities['setting'] ?? {})['rules'] };
}
function space(id: unknown) {
  return { extension: { space: { id, key: 'DEMO' } } };
}
function create(world: World, handle: string, context: Record<string, unknown>) {
  return world.call('space-settings', 'createGroup', { name: 'gamma' }, handle, context);
}

describe('a forged space', () => {
  const claims: [string, (world: Attacked) => unknown][] = [
    ['an array of the own space', ({ spaceId }) => [spaceId('DEVOPS')]],
    ['an array of both spaces', ({ spaceId }) => [spaceId('DEVOPS'), spaceId('DEMO')]],
    ['an object that could turn into text', ({ spaceId }) => ({ toString: spaceId('DEMO'), id: spaceId('DEMO') })],
    ['a key for an id', () => 'DEMO'],
    ['leading zeros', ({ spaceId }) => `000${spaceId('DEMO')}`],
    ['a trailing line break', ({ spaceId }) => `${spaceId('DEMO')}\n`],
    ['spaces around it', ({ spaceId }) => ` ${spaceId('DEMO')} `],
    ['a path', ({ spaceId }) => `${spaceId('DEVOPS')}/../${spaceId('DEMO')}`],
    ['a query', ({ spaceId }) => `${spaceId('DEVOPS')}?id=${spaceId('DEMO')}`],
    [
      'full-width digits',
      ({ spaceId }) => spaceId('DEMO').replaceAll(/\d/g, (it) => String.fromCodePoint(0xff10 + Number(it))),
    ],
    [
      'Arabic digits',
      ({ spaceId }) => spaceId('DEMO').replaceAll(/\d/g, (it) => String.fromCodePoint(0x660 + Number(it))),
    ],
    ['a fraction', ({ spaceId }) => Number(spaceId('DEMO')) + 0.5],
    ['a negative number', ({ spaceId }) => -Number(spaceId('DEMO'))],
    ['a number beyond the exact ones', () => 2 ** 70],
    ['hexadecimal', ({ spaceId }) => `0x${Number(spaceId('DEMO')).toString(16)}`],
    ['true', () => true],
    ['null', () => null],
    ['another person’s personal space', ({ spaceId, id }) => spaceId(`~${id('member')}`)],
  ];
  it.each(claims)('is nobody’s: %s', async (_what, claim) => {
    const world = await aWorldToAttack();
    const before = world.snapshot().site;
    expect(await create(world, 'other-admin', space(claim(world)))).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' },
    });
    expect(world.privilegedCalls()).toEqual([]);
    expect(world.snapshot().site).toEqual(before);
  });

  it('is the one that Confluence names, as a number too, whatever key and name stand beside it', async () => {
    const world = await aWorldToAttack();
    const id = Number(world.spaceId('DEVOPS'));
    const context = {
      extension: { space: { id, key: 'DEMO', name: 'Demonstration' }, spaceKey: 'DEMO' },
      spaceKey: 'DEMO',
    };
    expect(await create(world, 'other-admin', context)).toMatchObject({ value: { groupName: 'devops-gamma' } });
  });

  it('does not come in through a prototype', async () => {
    const world = await aWorldToAttack();
    const forged = JSON.parse(
      `{"extension":{"__proto__":{"space":{"id":"${world.spaceId('DEMO')}"}}},"__proto__":{"accountId":"${world.id('space-admin')}"}}`,
    ) as Record<string, unknown>;
    expect(await create(world, 'other-admin', forged)).toMatchObject({ error: { reason: 'NOT_SPACE_ADMIN' } });
  });

  it('makes nobody else of the caller, whatever account the context claims', async () => {
    const world = await aWorldToAttack();
    const boss = world.id('space-admin');
    const forged = {
      ...world.inSpace('DEMO'),
      accountId: boss,
      principal: { accountId: boss },
      userAccess: { hasAccess: true },
    };
    expect(await create(world, 'other-admin', forged)).toMatchObject({ error: { reason: 'NOT_SPACE_ADMIN' } });
    expect(world.auditRows().filter(({ kind }) => kind === 'refusal')).toMatchObject([
      { caller: world.id('other-admin'), spaceId: world.spaceId('DEMO') },
    ]);
  });
});

describe('a forged payload', () => {
  function addTo(world: Attacked, payload: unknown) {
    return world.call('space-settings', 'addMembers', payload, 'other-admin', world.inSpace('DEVOPS'));
  }

  it.each([
    ['an array of groups', (own: string, theirs: string) => [own, theirs]],
    ['an object', (own: string, theirs: string) => ({ own, theirs })],
    ['two ids in one text', (own: string, theirs: string) => `${own},${theirs}`],
    ['a query in an id', (own: string, theirs: string) => `${own}&groupId=${theirs}`],
    ['an id with a line break', (_own: string, theirs: string) => `${theirs}\n`],
  ])('names no group by %s', async (_what, groupId) => {
    const world = await aWorldToAttack();
    const accountIds = [world.id('person-31')];
    const payload = { groupId: groupId(world.otherGroup, world.demoGroup), accountIds };
    expect(await addTo(world, payload)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(world.requests()).toEqual([]);
  });

  it('does not find another space’s group by its id in upper case', async () => {
    const world = await aWorldToAttack();
    for (const groupId of [world.demoGroup.toUpperCase(), world.otherGroup.toUpperCase()]) {
      expect(await addTo(world, { groupId, accountIds: [world.id('person-31')] })).toMatchObject({
        error: { reason: 'GROUP_OF_ANOTHER_SPACE' },
      });
    }
    expect(world.privilegedCalls()).toEqual([]);
  });

  it.each([' ', 'a b', 'x,y', 'x&groupId=1', '../x', 'x\u0000', '٣', 'K'.repeat(129)])(
    'adds nobody called %j',
    async (accountId) => {
      const world = await aWorldToAttack();
      const answer = await addTo(world, { groupId: world.otherGroup, accountIds: [accountId] });
      expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT' } });
      expect(world.privilegedCalls()).toEqual([]);
    },
  );

  it('brings no fields along in a prototype', async () => {
    const world = await aWorldToAttack();
    const text = `{"__proto__":{"confirmSelf":true},"groupId":"${world.otherGroup}","accountIds":["${world.id('person-30')}"]}`;
    const answer = await world.call(
      'space-settings',
      'removeMembers',
      JSON.parse(text),
      'other-admin',
      world.inSpace('DEVOPS'),
    );
    expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(({} as Record<string, unknown>)['confirmSelf']).toBeUndefined();
  });

  it('that is wrong a hundred thousand times gets a short answer', async () => {
    const world = await aWorldToAttack();
    const answer = await addTo(world, {
      groupId: world.otherGroup,
      accountIds: Array.from({ length: 100_000 }, () => ''),
    });
    expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(JSON.stringify(answer).length).toBeLessThan(10_000);
  });

  it('that is very deep is a payload of the wrong form', async () => {
    const world = await aWorldToAttack();
    const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown;
    expect(await addTo(world, { groupId: deep, accountIds: deep })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await world.call('space-settings', 'createGroup', { name: 'x' }, 'other-admin', space(deep))).toMatchObject({
      error: { reason: 'NOT_SPACE_ADMIN' },
    });
  });
});

describe('functions that no page calls', () => {
  it.each([
    'daily-health-check',
    'hourly-audit-settling',
    'on-uninstall',
    'health-check',
    'settle-audit',
    'before-uninstall',
    'pages',
  ])('can’t be called by a client: %s', async (moduleKey) => {
    const world = await aWorldToAttack();
    const before = kept(world);
    const invocation = { moduleKey, functionKey: 'openSpaceSettings', payload: {}, accountId: world.id('site-admin') };
    await expect(world.invoke(invocation)).rejects.toThrow('no module');
    for (const page of ['space-settings', 'global-settings'] as const) {
      expect(await world.call(page, moduleKey, {}, 'site-admin')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
    expect(world.requests()).toEqual([]);
    expect(kept(world)).toEqual(before);
  });
});

describe('callers at the same time', () => {
  it('keep their own rights, however their calls interleave', async () => {
    const world = await aWorldToAttack();
    const rounds = Array.from({ length: 6 }, (_, index) => index);
    const answers = await Promise.all(
      rounds.flatMap((index) => [
        world.asSpace('space-admin', 'DEMO', 'createGroup', { name: `ours-${String(index)}` }),
        world.asSpace('other-admin', 'DEMO', 'createGroup', { name: `theirs-${String(index)}` }),
        world.asSpace('other-admin', 'DEVOPS', 'openGroup', { groupId: world.demoGroup }),
      ]),
    );
    expect(answers.map(({ ok }) => ok)).toEqual(rounds.flatMap(() => [true, false, false]));
    const creators = world.auditRows().filter(({ action, kind }) => action === 'createGroup' && kind === 'attempt');
    expect(
      new Set(creators.filter(({ groupName }) => String(groupName).startsWith('demo-')).map((it) => it['caller'])),
    ).toEqual(new Set([world.id('space-admin')]));
  });
});

describe('whatever a person without rights sends', () => {
  const pages = { 'global-settings': globalSettings, 'space-settings': spaceSettings };
  const functions = Object.entries(pages).flatMap(([page, rows]) =>
    Object.keys(rows).map((key) => [page, key] as const),
  );

  it('changes nothing, breaks nothing and never acts as the privileged user', async () => {
    const world = await aWorldToAttack();
    const ids = [
      world.demoGroup,
      world.otherGroup,
      world.groupId('site-admins'),
      world.id('site-admin'),
      world.spaceId('DEMO'),
    ];
    const value = fc.oneof(fc.constantFrom<unknown>(...ids, [ids[0]], [ids[3]], true, 0, 1), fc.jsonValue());
    const fields = [
      'groupId',
      'accountIds',
      'accountId',
      'name',
      'version',
      'start',
      'filter',
      'before',
      'typedName',
      'confirmSelf',
      'groups',
      'rules',
      'spaceKey',
      '__proto__',
      'constructor',
    ];
    const payload = fc.oneof(
      fc.dictionary(fc.constantFrom(...fields), value, { noNullPrototype: true }),
      fc.jsonValue(),
    );
    const context = fc.oneof(
      fc.record({ extension: fc.record({ space: fc.record({ id: value, key: value }) }) }),
      fc.dictionary(fc.constantFrom('extension', 'accountId', 'accountType', 'space', '__proto__'), value, {
        noNullPrototype: true,
      }),
    );
    const before = { site: world.snapshot().site, kept: kept(world) };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...functions), payload, context, async ([page, key], sent, claimed) => {
        world.advance(61_000);
        const answer = await world.call(page as 'global-settings', key, sent, 'archive-admin', claimed);
        expect(answer).toMatchObject({ ok: false });
        const code = answer.ok ? '' : answer.error.code;
        expect(['INVALID_INPUT', 'FORBIDDEN']).toContain(code);
      }),
      { numRuns: 400 },
    );
    expect({ site: world.snapshot().site, kept: kept(world) }).toEqual(before);
    expect(world.requests().filter((row) => isPrivileged(row) || isWrite(row))).toEqual([]);
  });
});
