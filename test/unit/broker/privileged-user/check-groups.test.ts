import { describe, it } from 'vitest';

import {
  checkGroupName,
  grantCheckGroupCreate,
  grantCheckGroupDelete,
  grantProofCreate,
  grantProofDelete,
} from '../../../../src/broker/privileged-user/check-group-grants';
import { grantCheckMember } from '../../../../src/groups/policy';
import { aGroupId, ann, boss, person } from '../../../support/ports/builders';

const groupId = aGroupId('g-1');
const groupName = checkGroupName('0123456789ab');

describe('a check group', () => {
  it.for([groupName, groupName.toUpperCase()])('may be created and deleted: %s', (name, { expect }) => {
    expect(grantCheckGroupCreate(boss, name)).toEqual({
      allowed: true,
      value: { operation: 'writeTestCreate', actAs: boss, groupName: name },
    });
    expect(grantCheckGroupDelete(boss, { groupId, groupName: name })).toEqual({
      allowed: true,
      value: { operation: 'writeTestDelete', actAs: boss, groupId, groupName: name },
    });
  });

  it.for(['addMember', 'removeMember'] as const)('may have somebody come and go: %s', (operation, { expect }) => {
    expect(grantCheckMember(operation, boss, { groupId, name: groupName }, ann)).toEqual({
      allowed: true,
      value: { operation, actAs: boss, groupId, groupName, accountId: ann },
    });
  });

  it.for([boss, person('BOSS')])('never has the privileged user come and go: %s', (accountId, { expect }) => {
    const group = { groupId, name: groupName };
    expect(grantCheckMember('addMember', boss, group, accountId)).toEqual({
      allowed: false,
      reason: 'PRIVILEGED_USER_NOT_ADDED',
    });
    expect(grantCheckMember('removeMember', boss, group, accountId)).toEqual({
      allowed: false,
      reason: 'PRIVILEGED_USER_STAYS',
    });
  });

  it.for([
    'dev-writers',
    'space-steward-check-',
    'space-steward-check-1234567',
    'space-steward-check-0123456789ab\n',
    'my-space-steward-check-0123456789ab',
    'space-steward-check-0123456789ab-users',
  ])('is told by its name, so that no other group goes this way: %j', (name, { expect }) => {
    const no = { allowed: false, reason: 'GROUP_NAME_RESERVED' };
    expect(grantCheckGroupCreate(boss, name)).toEqual(no);
    expect(grantCheckGroupDelete(boss, { groupId, groupName: name })).toEqual(no);
    expect(grantCheckMember('addMember', boss, { groupId, name }, ann)).toEqual(no);
    expect(grantProofCreate(name)).toEqual(no);
    expect(grantProofDelete({ groupId, name })).toEqual(no);
  });

  it('may be created and deleted by the person who calls, whom the grant leaves unnamed', ({ expect }) => {
    expect(grantProofCreate(groupName)).toEqual({
      allowed: true,
      value: { operation: 'proveSiteAdminCreate', groupName },
    });
    expect(grantProofDelete({ groupId, name: groupName })).toEqual({
      allowed: true,
      value: { operation: 'proveSiteAdminDelete', groupId, groupName },
    });
  });
});
