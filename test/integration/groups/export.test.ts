// From the door to a file, and back: what an export reads, as whom, and what stays of it.
import Papa from 'papaparse';
import { beforeEach, describe, expect, it } from 'vitest';

import type { NamedMember, NamedMemberPage } from '../../../src/shared/groups/member-views';
import type { GroupId } from '../../../src/shared/ids';
import { membersFile } from '../../../static/people-list/members-file';
import { readMembers } from '../../../static/people-list/read-members';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

function read(start = 0, handle = 'space-admin', space = 'DEMO') {
  return world.asSpace(handle, space, 'readMembers', { groupId, start });
}

/** Adds so many people of the demo site. */
function addPeople(count: number) {
  const people = Array.from({ length: count }, (_, index) => world.id(`person-${String(index + 1).padStart(2, '0')}`));
  for (const accountId of people) world.model.addMember(groupId, accountId);
  return people;
}

/** Confluence answers a page of members so, whatever the group has. */
function membersAre(answer: (page: { results: Record<string, unknown>[]; totalSize: number }) => object) {
  world.onSite(async (request, _identity, pass) => {
    const response = await pass();
    if (!request.url.includes('membersByGroupId')) return response;
    return Response.json(answer((await response.json()) as never));
  });
}

describe('an export', () => {
  it('is read as the caller alone, and brought back names the same people', async () => {
    const people = addPeople(60);
    const { members, ...rest } = valueOf(await read());
    expect(rest).toEqual({ total: 60 });
    expect(members.map(({ accountId }) => accountId).toSorted()).toEqual(people.toSorted());
    const account = world.model.accountOf('person-01');
    expect(members).toContainEqual({ accountId: account.accountId, name: account.name });
    expect(world.requests().every(({ identity }) => identity.kind === 'user' && !identity.impersonated)).toBe(true);
    expect(broughtBack(members)).toEqual(members.map((member) => ({ ...member, group: 'demo-alpha' })));
  });

  it('goes on where the page before ended', async () => {
    addPeople(60);
    membersAre(({ results }) => ({ results: results.slice(0, 40), totalSize: 60 }));
    const first = valueOf(await read());
    expect(first.nextStart).toBe(40);
    const second = valueOf(await read(40));
    expect(second.nextStart).toBeUndefined();
    expect(new Set(idsOf(first, second)).size).toBe(60);
  });

  it('holds no name that Confluence doesn’t show, and nobody whom it hides', async () => {
    addPeople(3);
    membersAre(({ results: [first, second, third], totalSize }) => ({
      results: [first, { ...second, publicName: '' }, { ...third, accountId: null }],
      totalSize,
    }));
    const { members, total } = valueOf(await read());
    expect(members.map(({ name }) => name !== undefined)).toEqual([true, false]);
    expect(total).toBe(3);
    expect(broughtBack(members).map(({ name }) => name !== undefined)).toEqual([true, false]);
  });

  it('holds no formula for a spreadsheet, whatever people are called', async () => {
    const [accountId] = addPeople(1);
    world.model.accountOf('person-01').name = '=HYPERLINK("https://evil.example","x"),\n@y';
    const { members } = valueOf(await read());
    const file = membersFile(members.map((member) => ({ ...member, group: '-demo' })));
    const cells = Papa.parse<string[]>(file).data.flat();
    expect(cells).toHaveLength(6);
    expect(cells.filter((cell) => /^[=@+\-\t\r]/.test(cell))).toEqual([]);
    expect(broughtBack(members, '-demo')).toMatchObject([{ accountId, group: '-demo' }]);
  });

  it('leaves no names in storage, and nothing in the audit', async () => {
    addPeople(3);
    const [before, audited] = [JSON.stringify(world.forge.kvs.dump()), world.auditRows().length];
    valueOf(await read());
    expect(JSON.stringify(world.forge.kvs.dump())).toBe(before);
    expect(world.auditRows()).toHaveLength(audited);
  });
});

describe('members for a list are refused', () => {
  it('of a group of another space, also to somebody who administers that one', async () => {
    addPeople(3);
    expect(errorOf(await read(0, 'other-admin', 'DEVOPS'))).toEqual({
      code: 'FORBIDDEN',
      reason: 'GROUP_OF_ANOTHER_SPACE',
    });
    expect(world.requests().some(({ operationId }) => operationId === 'getGroupMembersByGroupId')).toBe(false);
  });

  it('above 2,000, wherever they begin', async () => {
    addPeople(3);
    membersAre((page) => ({ ...page, totalSize: 2_001 }));
    for (const start of [0, 200, 2_000]) {
      expect(errorOf(await read(start))).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_TOO_LARGE' });
    }
    expect(errorOf(await read(2_001))).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'start' }] });
  });

  it('of a group that was deleted meanwhile: it isn’t an empty one', async () => {
    world.model.deleteGroup(groupId);
    expect(errorOf(await read())).toEqual({ code: 'NOT_FOUND', what: 'group' });
  });

  it('once the caller no longer administers the space', async () => {
    addPeople(3);
    world.model.setStatus(world.id('space-admin'), 'inactive');
    expect(await read()).toMatchObject({ ok: false });
  });
});

/** What a page makes of the file, to be compared with what was read. */
function broughtBack(members: readonly NamedMember[], group = 'demo-alpha') {
  const list = readMembers(membersFile(members.map((member) => ({ ...member, group }))));
  expect(list.problems).toEqual([]);
  return list.people.map(({ text, name, group: of }) => ({
    accountId: text,
    ...(name !== undefined && { name }),
    group: of,
  }));
}

function idsOf(...pages: NamedMemberPage[]) {
  return pages.flatMap(({ members }) => members.map(({ accountId }) => accountId));
}
