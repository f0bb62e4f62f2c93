import { describe, it } from 'vitest';

import { readMembers } from '../../../../src/groups/members/read-members';
import { ann, bob, failureFrom, person } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

function people(count: number) {
  return Array.from({ length: count }, (_, index) => person(`p-${String(index)}`));
}

function owning(...members: ReturnType<typeof people>) {
  const world = aWorld();
  const { groupId } = world.owns({}, members);
  function read(start = 0) {
    return readMembers(world.ports, world.inDev, { groupId, start });
  }
  return { world, groupId, read };
}

describe('members for a list', () => {
  it('come with the names that Confluence shows, and without those that it doesn’t', async ({ expect }) => {
    const { world, read } = owning(ann, bob);
    world.site.names.set(ann, 'Ann Author');
    expect(await read()).toEqual({
      members: [{ accountId: 'ann', name: 'Ann Author' }, { accountId: 'bob' }],
      total: 2,
    });
  });

  it('come 200 at a time', async ({ expect }) => {
    const { read } = owning(...people(201));
    expect(await read()).toMatchObject({ total: 201, nextStart: 200 });
    expect(await read(200)).toEqual({ members: [{ accountId: 'p-200' }], total: 201 });
  });

  it('are 2,000 at most: a larger group isn’t read, from wherever', async ({ expect }) => {
    expect(await owning(...people(2_000)).read()).toMatchObject({ total: 2_000 });
    const { read } = owning(...people(2_001));
    for (const start of [0, 200, 2_000]) {
      expect(await failureFrom(read(start))).toEqual({ code: 'FORBIDDEN', reason: 'GROUP_TOO_LARGE' });
    }
  });

  it('are read as the caller alone, in one call', async ({ expect }) => {
    const { world, read } = owning(bob);
    await read();
    expect(world.journal.lines()).toEqual(['namedMembers g-writers']);
  });

  it('of a group without members are nobody', async ({ expect }) => {
    expect(await owning().read()).toEqual({ members: [], total: 0 });
  });

  it('of a group that is gone aren’t nobody', async ({ expect }) => {
    const { world, groupId, read } = owning(bob);
    world.site.groups.delete(groupId);
    world.site.members.delete(groupId);
    expect(await failureFrom(read())).toEqual({ code: 'NOT_FOUND', what: 'group' });
  });
});
