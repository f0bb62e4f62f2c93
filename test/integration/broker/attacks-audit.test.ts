// People who want to hide what they tried, or to read what others did.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, openSandbox, valueOf } from '../../support/integration';
import { aWorldToAttack, type Attacked } from '../../support/integration-denials';
import { takeOver } from '../../support/takeovers';

let world: Attacked;
beforeEach(async () => {
  world = await aWorldToAttack();
});

type Filter = Record<string, string>;
async function read(filter: Filter, before?: string, by = 'space-admin', space = 'DEMO') {
  return valueOf(await world.asSpace(by, space, 'readSpaceAudit', { filter, ...(before && { before }) }));
}
const people = Array.from({ length: 25 }, (_, index) => `person-${String(index + 1).padStart(2, '0')}`);
/** Whatever is found in an answer, as text. */
function text(value: unknown) {
  return JSON.stringify(value);
}

describe('a space’s audit tells nothing of other spaces', () => {
  /** More than one query of what `other-admin` does in DEVOPS, and a little in DEMO before it. */
  async function busyElsewhere() {
    world.model.addSpaceAdmin(world.spaceId('DEMO'), world.id('other-admin'));
    const accountIds = people.map((handle) => world.id(handle));
    async function add(space: string, groupId: string) {
      world.advance(1000);
      valueOf(await world.asSpace('other-admin', space, 'addMembers', { groupId, accountIds }));
      valueOf(await world.asSpace('other-admin', space, 'removeMembers', { groupId, accountIds, confirmSelf: false }));
    }
    await add('DEVOPS', world.otherGroup);
    await add('DEVOPS', world.otherGroup);
    world.advance(1000);
    const secret = { groupId: world.demoGroup, accountIds };
    for (let index = 0; index < 3; index += 1) {
      world.advance(60_000);
      await world.asSpace('other-admin', 'DEVOPS', 'addMembers', secret);
    }
    await add('DEMO', world.demoGroup);
  }

  it('by where a page ends', async () => {
    await busyElsewhere();
    const theirs = world.auditRows().filter((row) => row['spaceId'] === world.spaceId('DEVOPS'));
    expect(theirs.length).toBeGreaterThan(100);
    const positions = new Set(theirs.map((row) => row['sortKey']));
    for (const filter of [
      { caller: world.id('other-admin') },
      { target: world.id('person-01') },
      { groupId: world.otherGroup },
      { groupId: world.demoGroup, outcome: 'succeeded' },
      { caller: world.id('other-admin'), target: world.id('person-02') },
    ] as Filter[]) {
      let before: string | undefined;
      for (let pages = 0; pages < 20; pages += 1) {
        const page = await read(filter, before);
        expect(page.rows.every((row) => row.spaceId === world.spaceId('DEMO'))).toBe(true);
        expect(positions.has(page.next)).toBe(false);
        expect(text(page)).not.toContain(world.spaceId('DEVOPS'));
        before = page.next;
        if (before === undefined) break;
      }
    }
  });

  it('by a position that the page did not get from the app', async () => {
    await busyElsewhere();
    const theirs = world.auditRows().filter((row) => row['spaceId'] === world.spaceId('DEVOPS'));
    for (const row of theirs.slice(-5)) {
      const page = await read({ caller: world.id('other-admin') }, String(row['sortKey']));
      expect(page.rows.every(({ spaceId }) => spaceId === world.spaceId('DEMO'))).toBe(true);
    }
    for (const before of ['~', 'zzzz', '2099', `${world.spaceId('DEVOPS')}#`, '9'.repeat(200)]) {
      expect((await read({}, before)).rows.every(({ spaceId }) => spaceId === world.spaceId('DEMO'))).toBe(true);
    }
  });

  it('after a group changed hands: each keeps what happened under it', async () => {
    world.advance(1000);
    valueOf(await world.asGlobal('site-admin', 'transferGroup', { groupId: world.demoGroup, spaceKey: 'DEVOPS' }));
    world.advance(1000);
    const payload = { groupId: world.demoGroup, accountIds: [world.id('person-33')] };
    valueOf(await world.asSpace('other-admin', 'DEVOPS', 'addMembers', payload));
    const old = (await read({ groupId: world.demoGroup })).rows.map(({ action }) => action);
    const fresh = (await read({ groupId: world.demoGroup }, undefined, 'other-admin', 'DEVOPS')).rows;
    expect(old).toEqual(['transferGroup', 'createGroup']);
    expect(fresh.map(({ action }) => action)).toEqual(['addMember', 'transferGroup']);
  });
});

describe('what was tried is on record', () => {
  function rows() {
    return world.auditRows();
  }

  it('under the space in which somebody tried, if Confluence shows it to them, and not under the group’s', async () => {
    await world.asSpace('other-admin', 'DEMO', 'createGroup', { name: 'gamma' });
    world.advance(1000);
    await world.asSpace('other-admin', 'DEVOPS', 'addMembers', {
      groupId: world.demoGroup,
      accountIds: [world.id('person-31')],
    });
    expect(
      rows()
        .filter(({ kind }) => kind === 'refusal')
        .map((row) => [row['code'], row['spaceId']]),
    ).toEqual([
      ['NOT_SPACE_ADMIN', world.spaceId('DEMO')],
      ['GROUP_OF_ANOTHER_SPACE', world.spaceId('DEVOPS')],
    ]);
    expect((await read({ outcome: 'refused' })).rows).toMatchObject([{ code: 'NOT_SPACE_ADMIN' }]);
  });

  it('also when a site admin is refused groups that they take over, group by group', async () => {
    const groups = ['scim-finance', 'confluence-users', 'demo-editors'].map((name) => ({
      groupId: world.groupId(name),
      spaceId: world.spaceId('DEMO'),
      acknowledgeProductAccess: true,
    }));
    function protect() {
      world.model.grantAccess(world.groupId('demo-editors'), 'admin');
    }
    valueOf(await takeOver(world, 'site-admin', groups, protect));
    const refused = rows()
      .filter(({ kind }) => kind === 'refusal')
      .toSorted((a, b) => String(a['code']).localeCompare(String(b['code'])));
    const codes = ['GROUP_GIVES_ADMIN_ACCESS', 'GROUP_MANAGED_OUTSIDE', 'GROUP_NAME_RESERVED'];
    expect(refused.map((row) => [row.action, row['caller'], row['code']])).toEqual(
      codes.map((code) => ['adoptGroup', world.id('site-admin'), code]),
    );
  });

  it('once at least, however many tries run at the same moment', async () => {
    const tries = Array.from({ length: 12 }, async () =>
      world.asSpace('member', 'DEMO', 'createGroup', { name: 'gamma' }),
    );
    await Promise.all(tries);
    const refused = rows().filter(({ kind }) => kind === 'refusal');
    expect(refused).toMatchObject([{ caller: world.id('member'), action: 'createGroup', code: 'NOT_SPACE_ADMIN' }]);
  });

  it('for each thing that was tried: one refusal hides no other', async () => {
    await world.asSpace('member', 'DEMO', 'createGroup', { name: 'gamma' });
    const payload = { groupId: world.demoGroup, accountIds: [world.id('member')] };
    await world.asSpace('member', 'DEMO', 'addMembers', payload);
    await world.asSpace('other-admin', 'DEVOPS', 'addMembers', payload);
    await world.asSpace('other-admin', 'DEVOPS', 'createGroup', { name: 'x-admins' });
    const refused = rows().filter(({ kind }) => kind === 'refusal');
    expect(refused.map((row) => `${row.action} ${String(row['code'])}`).toSorted()).toEqual([
      'addMember GROUP_OF_ANOTHER_SPACE',
      'addMember NOT_SPACE_ADMIN',
      'createGroup GROUP_NAME_RESERVED',
      'createGroup NOT_SPACE_ADMIN',
    ]);
  });

  it('before it happens: no record, no write', async () => {
    world.site.clearRequests();
    const down = { entityName: 'audit-entry', status: 500, code: 'UNKNOWN', times: 10 };
    world.forge.kvs.fail({ target: '/api/v1/transaction', ...down });
    const payload = { groupId: world.demoGroup, accountIds: [world.id('person-31')] };
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', payload)).code).toBe('AUDIT_UNAVAILABLE');
    expect(world.privilegedCalls()).toEqual([]);
  });
});

describe('the limit on refusals', () => {
  async function refuse(handle: string | undefined, times: number) {
    async function one() {
      return world.call('space-settings', 'createGroup', { name: 'x' }, handle, world.inSpace('DEMO'));
    }
    for (let index = 0; index < times; index += 1) await one();
    return one();
  }

  it('is not used up by anybody else, anonymous visitors included', async () => {
    expect(await refuse(undefined, 30)).toMatchObject({ error: { reason: 'TOO_MANY_REFUSALS' } });
    expect(await refuse('member', 30)).toMatchObject({ error: { reason: 'TOO_MANY_REFUSALS' } });
    expect((await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'gamma' })).ok).toBe(true);
    expect((await world.asSpace('space-admin', 'DEMO', 'listGroups', {})).ok).toBe(true);
  });

  it('is never the reason of an entry', async () => {
    await refuse('member', 30);
    const refused = world.auditRows().filter((row) => row['kind'] === 'refusal');
    expect(new Set(refused.map((row) => row['code']))).toEqual(new Set(['NOT_SPACE_ADMIN']));
  });

  it('does not go by what callers say of themselves', async () => {
    await refuse('member', 20);
    const context = { ...world.inSpace('DEMO'), accountId: world.id('space-admin'), cloudId: 'another' };
    expect(await world.call('space-settings', 'createGroup', { name: 'x' }, 'member', context)).toMatchObject({
      error: { reason: 'TOO_MANY_REFUSALS' },
    });
  });
});

describe('reports and messages', () => {
  it('name no person, group or space to a support reader', async () => {
    const { rules, version } = valueOf(await world.asGlobal('site-admin', 'readRules', {}));
    const supportReaders = [world.id('member')];
    valueOf(await world.asGlobal('site-admin', 'saveRules', { rules: { ...rules, supportReaders }, version }));
    const seen = text(valueOf(await world.asGlobal('member', 'readSupport', {})));
    const secrets = [...world.model.accounts.values()].flatMap(({ accountId, name, email }) => [
      accountId,
      name,
      email,
    ]);
    const things = [...world.model.groups.values()].flatMap(({ id, name }) => [id, name]);
    const spaces = [...world.model.spaces.values()].flatMap(({ id, key, name }) => [id, `"${key}"`, name]);
    // The app has an account of its own name, which the report begins with.
    const hidden = [...secrets, ...things, ...spaces].filter((it) => it !== '' && it !== 'Space Steward');
    for (const one of hidden) expect(seen).not.toContain(one);
  });

  it('answer alike for what exists elsewhere and for what does not', async () => {
    const nothing = '00000000-0000-4000-8000-000000000000';
    const nobody = '712020:00000000-0000-4000-8000-000000000000';
    const asks = [
      ['openGroup', (groupId: string) => ({ groupId })],
      ['countMembers', (groupId: string) => ({ groupIds: [groupId] })],
      ['listMembers', (groupId: string) => ({ groupId, start: 0 })],
      ['isMember', (groupId: string) => ({ groupId, accountId: world.id('person-30') })],
      ['addMembers', (groupId: string) => ({ groupId, accountIds: [world.id('person-30')] })],
      ['removeMembers', (groupId: string) => ({ groupId, accountIds: [world.id('person-30')], confirmSelf: false })],
      ['deleteGroup', (groupId: string) => ({ groupId, typedName: 'demo-alpha', confirmSelf: true })],
    ] as const;
    const context = world.inSpace('DEVOPS');
    for (const [key, payload] of asks) {
      const [theirs, unrecorded, none] = await Promise.all(
        [world.demoGroup, world.groupId('site-admins'), nothing].map(async (groupId) =>
          world.call('space-settings', key, payload(groupId), 'other-admin', context),
        ),
      );
      expect([unrecorded, none]).toEqual([theirs, theirs]);
      world.advance(61_000);
    }
    const added = await world.asSpace('other-admin', 'DEVOPS', 'addMembers', {
      groupId: world.otherGroup,
      accountIds: [world.id('deactivated'), world.id('customer'), world.id('app'), nobody].map((it) => it as string),
    });
    expect(valueOf(added).people.map(({ accountId: _who, ...outcome }) => outcome)).toEqual(
      Array.from({ length: 4 }, () => ({ outcome: 'refused', reason: 'ACCOUNT_NOT_ELIGIBLE' })),
    );
    const spaces = [world.spaceId('DEMO'), world.spaceId(`~${world.id('member')}`), '999999'];
    const seen = await Promise.all(
      spaces.map(async (id) =>
        world.call('space-settings', 'openSpaceSettings', {}, 'other-admin', { extension: { space: { id } } }),
      ),
    );
    expect(seen).toEqual(spaces.map(() => ({ ok: false, error: { code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' } })));
  });

  it('never hold the old credentials, on any page', async () => {
    const fresh = await openSandbox();
    const context = fresh.inSpace('DEMO');
    const answers = await Promise.all([
      ...(['openGlobalSettings', 'readSupport', 'readRules', 'checkPrivilegedUser', 'listGroupRecords'] as const).map(
        async (key) => fresh.call('global-settings', key, {}, 'site-admin'),
      ),
      ...(['openSpaceSettings', 'readSpaceSupport', 'listGroups'] as const).map(async (key) =>
        fresh.call('space-settings', key, {}, 'space-admin', context),
      ),
    ]);
    const { plain, secret } = fresh.forge.kvs.dump();
    const hidden = [...Object.values(plain), ...Object.values(secret)];
    expect(hidden).toHaveLength(2);
    for (const one of hidden) expect(text([answers, fresh.forge.logs()])).not.toContain(one);
  });
});
