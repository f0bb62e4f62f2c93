// What a change reads, and how often.
import { beforeEach, describe, expect, it } from 'vitest';

import type { AccountId, GroupId } from '../../../src/shared/ids';
import { isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
let groupId: GroupId;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  ({ groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha'));
});

function people(): AccountId[] {
  return Array.from({ length: 25 }, (_, index) => world.id(`person-${String(index + 20)}`));
}
async function add() {
  return world.asSpace('space-admin', 'DEMO', 'addMembers', { groupId, accountIds: people() });
}
function rows() {
  return world.requests().filter((row) => isWrite(row));
}

describe('a quick change', () => {
  it('reads the space once, and everything else once', async () => {
    world.site.clearRequests();
    valueOf(await add());
    const reads = world.requests().filter(({ method }) => method === 'GET');
    expect(reads.map(({ operationId }) => String(operationId)).toSorted()).toEqual([
      'getGroupByGroupId',
      'getGroups',
      'getGroups',
      'getGroups',
      'getSpaceOperations',
      'getSpaces',
    ]);
  });

  it('that is slow reads again for each started five seconds', async () => {
    world.onSite(async (request, _identity, pass) => {
      if (request.method === 'POST' && request.url.includes('/userByGroupId')) world.advance(500);
      return pass();
    });
    world.site.clearRequests();
    valueOf(await add());
    const proofs = world.requests().filter(({ operationId }) => operationId === 'getSpaceOperations');
    // Five people take 2.5 seconds: the door, and again before those who would be written later than 5 seconds after it.
    expect(proofs.length).toBeLessThanOrEqual(1 + Math.ceil(12.5 / 5));
    expect(rows()).toHaveLength(25);
  });
});
