import { beforeEach, describe, expect, it } from 'vitest';

import type { AuditRow } from '../../../src/shared/broker/views';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

type Filter = Record<string, string>;

/** Every page, by `before`. */
async function readAll(filter: Filter = {}, space?: string): Promise<AuditRow[][]> {
  const pages: AuditRow[][] = [];
  let before: string | undefined;
  do {
    const payload = { filter, ...(before === undefined ? {} : { before }) };
    const page = valueOf(
      space === undefined
        ? await world.asGlobal('confluence-admin', 'readAudit', payload)
        : await world.asSpace('space-admin', space, 'readSpaceAudit', payload),
    );
    pages.push(page.rows);
    before = page.next;
  } while (before !== undefined && pages.length < 50);
  return pages;
}
async function read(filter: Filter = {}, space?: string) {
  return (await readAll(filter, space)).flat();
}
async function addOne(groupId: string, handle: string, by = 'space-admin', space = 'DEMO') {
  world.advance(1000);
  return world.asSpace(by, space, 'addMembers', { groupId, accountIds: [world.id(handle)] });
}

describe('reading the audit', () => {
  it('shows every entry once, newest first, over several pages and while others write', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    const handles = Array.from({ length: 25 }, (_, index) => `person-${String(index + 1).padStart(2, '0')}`);
    const accountIds = handles.map((handle) => world.id(handle));
    // Twenty-five at one instant, then one a second.
    valueOf(await world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds }));
    for (const handle of handles) {
      world.model.removeMember(groupId, world.id(handle));
      valueOf(await addOne(groupId, handle));
    }
    const stored = world.auditRows().map((row) => row.id);
    const pages = await readAll();
    const rows = pages.flat();
    expect(stored.length).toBeGreaterThan(50);
    expect(pages.length).toBeGreaterThan(2);
    expect(rows.map((row) => row.id).toSorted()).toEqual(stored.toSorted());
    expect(rows.map((row) => row.at)).toEqual(
      rows
        .map((row) => row.at)
        .toSorted()
        .toReversed(),
    );

    const first = valueOf(await world.asGlobal('confluence-admin', 'readAudit', { filter: {} }));
    valueOf(await addOne(groupId, 'member'));
    const before = first.next ?? '';
    const second = valueOf(await world.asGlobal('confluence-admin', 'readAudit', { filter: {}, before }));
    expect(second.rows.map((row) => row.id)).toEqual(pages[1]?.map((row) => row.id));
  });

  it('filters by who, whom, group, space and outcome', async () => {
    const alpha = await world.createGroup('space-admin', 'DEMO', 'alpha');
    const beta = await world.createGroup('other-admin', 'DEVOPS', 'beta');
    await addOne(alpha.groupId, 'person-01');
    await addOne(beta.groupId, 'person-01', 'other-admin', 'DEVOPS');
    await addOne(beta.groupId, 'person-02', 'other-admin', 'DEVOPS');
    await addOne(alpha.groupId, 'customer');
    await addOne(beta.groupId, 'person-03');
    async function of(filter: Filter) {
      return (await read(filter)).map(({ action, caller, outcome }) => [action, world.handleOf(caller ?? ''), outcome]);
    }

    expect(await of({ caller: world.id('other-admin') })).toEqual([
      ['addMember', 'other-admin', 'succeeded'],
      ['addMember', 'other-admin', 'succeeded'],
      ['createGroup', 'other-admin', 'succeeded'],
    ]);
    expect(await of({ target: world.id('person-01') })).toEqual([
      ['addMember', 'other-admin', 'succeeded'],
      ['addMember', 'space-admin', 'succeeded'],
    ]);
    expect(await of({ target: world.id('person-01'), caller: world.id('space-admin') })).toHaveLength(1);
    expect(await of({ groupId: beta.groupId, target: world.id('person-02') })).toHaveLength(1);
    // The creation too, although the group had no id when it was recorded.
    for (const filter of [{ groupId: beta.groupId }, { groupId: beta.groupId, spaceId: world.spaceId('DEVOPS') }]) {
      expect(await of(filter)).toEqual([
        ['addMember', 'other-admin', 'succeeded'],
        ['addMember', 'other-admin', 'succeeded'],
        ['createGroup', 'other-admin', 'succeeded'],
      ]);
    }
    expect(await of({ spaceId: world.spaceId('DEMO') })).toEqual([
      ['addMember', 'space-admin', 'refused'],
      ['addMember', 'space-admin', 'refused'],
      ['addMember', 'space-admin', 'succeeded'],
      ['createGroup', 'space-admin', 'succeeded'],
    ]);
    expect(await of({ outcome: 'refused' })).toHaveLength(2);
    expect(await of({ outcome: 'failed' })).toEqual([]);
    expect(await of({ caller: world.id('member') })).toEqual([]);
  });

  it('shows space admins their own space, whatever they ask for', async () => {
    const { groupId } = await world.createGroup('other-admin', 'DEVOPS', 'beta');
    await addOne(groupId, 'person-01', 'other-admin', 'DEVOPS');
    await world.createGroup('space-admin', 'DEMO', 'alpha');
    const actions = (await read({}, 'DEMO')).map(({ action, spaceId }) => [action, spaceId]);
    expect(actions).toEqual([['createGroup', world.spaceId('DEMO')]]);
    for (const filter of [{ groupId }, { target: world.id('person-01') }, { caller: world.id('other-admin') }]) {
      expect(await read(filter, 'DEMO')).toEqual([]);
    }
    const forged = { filter: { spaceId: world.spaceId('DEVOPS') } };
    const context = world.inSpace('DEMO');
    expect(await world.call('space-settings', 'readSpaceAudit', forged, 'space-admin', context)).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });

  it('takes no position that the app did not make', async () => {
    for (const before of ['', '"', 'x'.repeat(201), '\u202e', '%00']) {
      expect(errorOf(await world.asGlobal('site-admin', 'readAudit', { filter: {}, before })).code).toBe(
        'INVALID_INPUT',
      );
    }
    expect(valueOf(await world.asGlobal('site-admin', 'readAudit', { filter: {}, before: '0' })).rows).toEqual([]);
  });
});

describe('refusals', () => {
  async function create(name = 'x-admins') {
    return world.asSpace('space-admin', 'DEMO', 'createGroup', { name });
  }
  function refusals() {
    return world.auditRows().filter(({ kind }) => kind === 'refusal');
  }
  /** Only its owner sees it. */
  function hiddenSpace() {
    return world.spaceId(`~${world.id('member')}`);
  }

  it('are folded to one entry an hour, with a count', async () => {
    for (let index = 0; index < 3; index += 1) await create();
    await Promise.all([create(), create()]);
    expect(refusals()).toMatchObject([{ action: 'createGroup', code: 'GROUP_NAME_RESERVED', times: 5 }]);
    world.advance(3_600_000);
    await create();
    expect(refusals().map((row) => row['times'])).toEqual([5, 1]);
  });

  it('stand under the space that was meant if Confluence shows it to the caller, else under none', async () => {
    await world.asSpace('member', 'DEMO', 'createGroup', { name: 'alpha' });
    const elsewhere = { extension: { space: { id: hiddenSpace() } } };
    await world.call('space-settings', 'createGroup', { name: 'alpha' }, 'other-admin', elsewhere);
    await create();
    expect(new Map(refusals().map((row) => [row['caller'], row['spaceId']]))).toEqual(
      new Map([
        [world.id('member'), world.spaceId('DEMO')],
        [world.id('other-admin'), 'global'],
        [world.id('space-admin'), world.spaceId('DEMO')],
      ]),
    );
    const seen = (await read({}, 'DEMO')).map(({ caller }) => caller);
    expect(new Set(seen)).toEqual(new Set([world.id('member'), world.id('space-admin')]));
  });

  it('name the group that was meant once Confluence has shown it, and stay when it is gone', async () => {
    const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
    world.model.grantAccess(groupId, 'admin');
    const payload = { groupId, accountIds: [world.id('person-01')] };
    await world.asSpace('other-admin', 'DEVOPS', 'addMembers', payload);
    await world.asSpace('space-admin', 'DEMO', 'addMembers', payload);
    await world.asSpace('space-admin', 'DEMO', 'removeMembers', { ...payload, confirmSelf: false });
    await world.asSpace('space-admin', 'DEMO', 'deleteGroup', { groupId, typedName: 'demo-alpha', confirmSelf: false });
    await world.asGlobal('site-admin', 'setGroupDeletable', { groupId, deletable: false });
    world.model.deleteGroup(groupId);
    const named = (await read({ groupId })).filter(({ outcome }) => outcome === 'refused');
    expect(new Set(named.map(({ action, groupName, code }) => [action, groupName, code].join(' ')))).toEqual(
      new Set(
        ['addMember', 'removeMember', 'deleteGroup', 'setGroupDeletable'].map(
          (action) => `${action} demo-alpha GROUP_GIVES_ADMIN_ACCESS`,
        ),
      ),
    );
    const byName = (await read({ groupName: 'DEMO-alpha' })).map(({ id }) => id);
    expect(byName).toEqual((await read({ groupId })).map(({ id }) => id));
    const elsewhere = refusals().filter((row) => row['caller'] === world.id('other-admin'));
    expect(elsewhere).toMatchObject([{ code: 'GROUP_OF_ANOTHER_SPACE', spaceId: world.spaceId('DEVOPS') }]);
    expect(elsewhere[0]).not.toHaveProperty('groupId');
  });

  it('of people name the group, and one row an hour stands for all of a group', async () => {
    const groups = [];
    for (const name of ['alpha', 'beta']) groups.push((await world.createGroup('space-admin', 'DEMO', name)).groupId);
    for (const groupId of [...groups, ...groups]) await addOne(groupId, 'deactivated');
    expect(refusals().map((row) => [row['groupName'], row['times']])).toEqual([
      ['demo-alpha', 2],
      ['demo-beta', 2],
    ]);
  });

  it('of reads are not recorded', async () => {
    await world.asSpace('member', 'DEMO', 'openSpaceSettings', {});
    await world.asSpace('member', 'DEMO', 'readSpaceAudit', { filter: {} });
    await world.asGlobal('member', 'readRules', {});
    expect(refusals()).toEqual([]);
  });

  it('hold nothing that the caller supplied', async () => {
    const marker = 'supplied-by-the-caller';
    const context = {
      extension: { space: { id: hiddenSpace(), key: marker, name: marker } },
      locale: marker,
    };
    const groupId = world.groupId('site-admins');
    await world.call('space-settings', 'createGroup', { name: marker }, 'other-admin', context);
    await world.call(
      'space-settings',
      'deleteGroup',
      { groupId, typedName: marker, confirmSelf: true },
      'other-admin',
      context,
    );
    await world.call('space-settings', 'addMembers', { groupId, accountIds: [marker] }, 'other-admin', context);
    await world.call('space-settings', marker, {}, 'other-admin', context);
    await world.call('global-settings', 'transferGroup', { groupId, spaceKey: marker }, 'other-admin', context);
    const text = JSON.stringify([refusals(), world.forge.logs()]);
    expect(refusals().length).toBeGreaterThan(2);
    expect(text).not.toContain(marker);
    expect(text).not.toContain(groupId);
    expect(text).not.toContain(hiddenSpace());
  });
});
