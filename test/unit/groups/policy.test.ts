import { describe, expectTypeOf, it } from 'vitest';

import { failureOf } from '../../../src/broker/errors';
import { isGrant } from '../../../src/broker/grant';
import {
  grantAddMember,
  grantCreateGroup,
  grantDeleteGroup,
  grantRemoveMember,
  groupRefusal,
  spaceRefusal,
  type DecisionFacts,
} from '../../../src/groups/policy';
import { DEFAULT_PATTERN, formGroupName, type FormedName } from '../../../src/shared/groups/group-pattern';
import {
  aGroup,
  anAccount,
  ann,
  aRecord,
  aSpace,
  bob,
  boss,
  fails,
  hrId,
  person,
  someRules,
} from '../../support/ports/builders';
import { SITE_ADMINS } from '../../support/ports/site';

const access = { admin: false, product: false };
const givesProductAccess = { admin: false, product: true };

/** The groups of a privileged user who is not in the group in question, and of one who is. */
const ELSEWHERE = new Set([SITE_ADMINS]);
const INSIDE = new Set([SITE_ADMINS, aGroup().groupId]);

/** A group of Ann's space that nothing speaks against. */
function factsWith(given: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    space: aSpace(),
    record: aRecord(),
    group: aGroup(),
    access,
    rules: someRules(),
    privilegedUser: boss,
    ...given,
  };
}
const personal = aSpace({ personal: true, key: '~ann' });
const withPersonal = someRules({ personalSpaces: true });

/** Every reason for which no group of a space is touched, in the order in which they count. */
const REFUSALS: [name: string, given: Partial<DecisionFacts>, reason: string][] = [
  ['has no record', { record: undefined }, 'GROUP_OF_ANOTHER_SPACE'],
  ['has the record of another space', { record: aRecord({ spaceId: hrId }) }, 'GROUP_OF_ANOTHER_SPACE'],
  ['comes with the record of another group', { record: aRecord({ groupId: 'g-other' }) }, 'GROUP_OF_ANOTHER_SPACE'],
  ['is of an archived space', { space: aSpace({ current: false }) }, 'SPACE_NOT_CURRENT'],
  ['is of a space that is off', { rules: someRules({ where: { spaces: 'only', spaceIds: [hrId] } }) }, 'SPACE_OFF'],
  ['is of a personal space while those are off', { space: personal }, 'PERSONAL_SPACE_OFF'],
  ['can not be told from admin groups', { access: 'unknown' }, 'PROTECTION_UNKNOWN'],
  ['gives admin access', { access: { admin: true, product: false } }, 'GROUP_GIVES_ADMIN_ACCESS'],
  ['is managed outside', { group: aGroup({ managedBy: 'EXTERNAL' }) }, 'GROUP_MANAGED_OUTSIDE'],
  ['gives product access that nobody acknowledged', { access: givesProductAccess }, 'GROUP_GIVES_PRODUCT_ACCESS'],
];

describe('a group of a space', () => {
  it('may be touched if nothing speaks against it', ({ expect }) => {
    expect(groupRefusal(factsWith())).toBeUndefined();
    expect(groupRefusal(factsWith({ space: personal, rules: withPersonal }))).toBeUndefined();
  });

  it('may be touched though it gives product access, if its record says that this was acknowledged', ({ expect }) => {
    const record = aRecord({ grantsProductAccess: true });
    expect(groupRefusal(factsWith({ access: givesProductAccess, record }))).toBeUndefined();
  });

  it.for(REFUSALS)('that %s gets no grant of any kind', ([, given, reason], { expect }) => {
    const subject = factsWith(given);
    const no = { allowed: false, reason };
    expect(groupRefusal(subject)).toBe(reason);
    expect(grantAddMember(subject, bob, anAccount(bob))).toEqual(no);
    expect(grantRemoveMember(subject, bob)).toEqual(no);
    expect(grantDeleteGroup(subject, ELSEWHERE)).toEqual(no);
  });

  it('is said to be of another space before anything else about it is said', ({ expect }) => {
    const subject = factsWith({
      record: undefined,
      space: aSpace({ current: false }),
      group: aGroup({ managedBy: 'OPEN' }),
    });
    expect(groupRefusal(subject)).toBe('GROUP_OF_ANOTHER_SPACE');
  });
});

describe('creating a group', () => {
  function formed(freePart: string): FormedName {
    const name = formGroupName(DEFAULT_PATTERN, 'DEV', freePart);
    if (name === undefined) throw new Error('No name');
    return name;
  }

  it('is granted in a current space, for that name and as the privileged user', ({ expect }) => {
    const decision = grantCreateGroup(aSpace(), formed('writers'), {
      rules: someRules(),
      privilegedUser: boss,
      isFull: false,
    });
    expect(decision).toEqual({
      allowed: true,
      value: { operation: 'createGroup', actAs: boss, groupName: 'dev-writers' },
    });
  });

  it.for([
    ['SPACE_NOT_CURRENT', aSpace({ current: false, personal: true }), 'x', someRules()],
    ['SPACE_OFF', aSpace(), 'x', someRules({ where: { spaces: 'only', spaceIds: [hrId] } })],
    ['SPACE_OFF', personal, 'x', someRules({ where: { spaces: 'except', spaceIds: [personal.spaceId] } })],
    ['PERSONAL_SPACE_OFF', personal, 'x', someRules()],
    ['PERSONAL_SPACE_NO_CREATE', personal, 'x', withPersonal],
    ['GROUP_NAME_RESERVED', aSpace(), 'admins', someRules()],
    ['GROUP_BLOCKED', aSpace(), 'x', someRules({ blockList: ['dev-x'] })],
  ] as const)('is refused with %s', ([reason, space, freePart, rules], { expect }) => {
    expect(grantCreateGroup(space, formed(freePart), { rules, privilegedUser: boss, isFull: false })).toEqual({
      allowed: false,
      reason,
    });
  });

  it('is refused once the space has as many groups as the rules allow', ({ expect }) => {
    const decision = grantCreateGroup(aSpace(), formed('x'), {
      rules: someRules(),
      privilegedUser: boss,
      isFull: true,
    });
    expect(decision).toEqual({ allowed: false, reason: 'TOO_MANY_GROUPS' });
  });

  it('is granted for no name but one that the pattern has formed', () => {
    expectTypeOf(grantCreateGroup).parameter(1).toEqualTypeOf<FormedName>();
    expectTypeOf<string>().not.toExtend<FormedName>();
  });

  it('is not possible in an archived space even where personal spaces are on', ({ expect }) => {
    expect(spaceRefusal(aSpace({ personal: true, current: false }), withPersonal)).toBe('SPACE_NOT_CURRENT');
  });
});

describe('deleting a group', () => {
  it('is granted as the privileged user', ({ expect }) => {
    expect(grantDeleteGroup(factsWith(), ELSEWHERE)).toMatchObject({
      value: { operation: 'deleteGroup', actAs: boss, groupId: 'g-writers', groupName: 'dev-writers' },
    });
  });

  it('is refused if the record does not allow it, also when the privileged user is inside', ({ expect }) => {
    const subject = factsWith({ record: aRecord({ deletable: false }) });
    expect(grantDeleteGroup(subject, INSIDE)).toEqual({ allowed: false, reason: 'GROUP_NOT_DELETABLE' });
  });

  it('is refused while the privileged user is inside', ({ expect }) => {
    expect(grantDeleteGroup(factsWith(), INSIDE)).toEqual({ allowed: false, reason: 'PRIVILEGED_USER_STAYS' });
  });

  it('is refused if the privileged user seems to be in no group at all', ({ expect }) => {
    expect(grantDeleteGroup(factsWith(), new Set())).toEqual({ allowed: false, reason: 'PROTECTION_UNKNOWN' });
  });
});

describe('adding a person', () => {
  it("is granted for an active person, under the group's present name", ({ expect }) => {
    const group = aGroup({ name: 'dev-renamed' });
    expect(grantAddMember(factsWith({ group }), bob, anAccount(bob))).toEqual({
      allowed: true,
      value: { operation: 'addMember', actAs: boss, groupId: 'g-writers', groupName: 'dev-renamed', accountId: bob },
    });
  });

  it.for([
    ['an app', anAccount(bob, { accountType: 'app' })],
    ['a customer', anAccount(bob, { accountType: 'customer' })],
    ['of a kind nobody knows', anAccount(bob, { accountType: 'unknown' })],
    ['deactivated', anAccount(bob, { status: 'inactive' })],
    ['closed', anAccount(bob, { status: 'closed' })],
    ['in a status nobody knows', anAccount(bob, { status: 'unknown' })],
    ['unknown to Confluence', undefined],
    ['described by the facts of somebody else', anAccount(ann)],
  ] as const)('is refused if the account is %s', ([, account], { expect }) => {
    expect(grantAddMember(factsWith(), bob, account)).toEqual({ allowed: false, reason: 'ACCOUNT_NOT_ELIGIBLE' });
  });

  it.for([boss, person('BOSS')])('is never granted for the privileged user: %s', (accountId, { expect }) => {
    const no = { allowed: false, reason: 'PRIVILEGED_USER_NOT_ADDED' };
    expect(grantAddMember(factsWith(), accountId, anAccount(accountId))).toEqual(no);
  });
});

describe('removing a person', () => {
  it('is granted for accounts of any kind, since no fact about them is asked for', ({ expect }) => {
    expect(grantRemoveMember(factsWith(), bob)).toMatchObject({
      allowed: true,
      value: { accountId: bob, actAs: boss },
    });
  });

  it('is never granted for the privileged user', ({ expect }) => {
    expect(grantRemoveMember(factsWith(), boss)).toEqual({ allowed: false, reason: 'PRIVILEGED_USER_STAYS' });
  });
});

describe('a grant', () => {
  const decision = grantAddMember(factsWith(), bob, anAccount(bob));
  const grant = decision.allowed ? decision.value : Object.freeze({ accountId: ann });

  it('is what the policy made', ({ expect }) => {
    expect(isGrant(grant)).toBe(true);
  });

  it('can not be changed afterwards', ({ expect }) => {
    expect(Object.isFrozen(grant)).toBe(true);
    expect(() => Object.assign(grant, { accountId: ann })).toThrow(TypeError);
  });

  it('is not a copy of one, an object that looks like one, or one that inherits from one', ({ expect }) => {
    const copies = [{ ...grant }, structuredClone(grant), JSON.parse(JSON.stringify(grant)), Object.create(grant)];
    expect(copies.map((copy: object) => isGrant(copy))).toEqual([false, false, false, false]);
    expect(isGrant({ operation: 'addMember', actAs: boss, groupId: 'g', groupName: 'g', accountId: bob })).toBe(false);
  });
});

describe('a thrown value', () => {
  it('is a failure only if it is one of ours', ({ expect }) => {
    expect(failureOf(fails({ code: 'AUDIT_UNAVAILABLE' }))).toEqual({ code: 'AUDIT_UNAVAILABLE' });
    expect([new Error('no'), { failure: { code: 'INTERNAL' } }, undefined].map(failureOf)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
