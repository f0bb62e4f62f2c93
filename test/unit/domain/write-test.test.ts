import { describe, it } from 'vitest';

import { checkGroupName, grantWriteTestCreate, grantWriteTestDelete } from '../../../src/domain/policy';
import { aGroupId, boss } from '../../support/ports/builders';

const groupId = aGroupId('g-1');

describe('the group of a write test', () => {
  it('may be created and deleted as the candidate', ({ expect }) => {
    const groupName = checkGroupName('0123456789ab');
    expect(grantWriteTestCreate(boss, groupName)).toEqual({
      granted: true,
      grant: { operation: 'createGroup', actAs: boss, groupName },
    });
    expect(grantWriteTestDelete(boss, { groupId, groupName })).toEqual({
      granted: true,
      grant: { operation: 'deleteGroup', actAs: boss, groupId, groupName },
    });
  });

  it.for([
    'dev-writers',
    'space-steward-check-',
    'space-steward-check-1234567',
    'space-steward-check-0123456789AB',
    'space-steward-check-0123456789ab\n',
    'my-space-steward-check-0123456789ab',
    'space-steward-check-0123456789ab-users',
  ])('is told by its name, so that no other group goes this way: %j', (groupName, { expect }) => {
    const no = { granted: false, reason: 'GROUP_NAME_RESERVED' };
    expect(grantWriteTestCreate(boss, groupName)).toEqual(no);
    expect(grantWriteTestDelete(boss, { groupId, groupName })).toEqual(no);
  });
});
