import { describe, it } from 'vitest';

import type { GroupAccess } from '../../../src/groups/facts';
import { nameRefusal, protectionRefusal } from '../../../src/groups/protection';
import { aGroup, someRules } from '../../support/ports/builders';

function access(given: Partial<Exclude<GroupAccess, 'unknown'>> = {}): GroupAccess {
  return {
    admin: false,
    product: false,
    ...given,
  };
}

describe('a name', () => {
  const reserved = [
    'confluence-users',
    'Confluence-Users',
    'confluence-',
    'jira-software-users',
    'dev-admins',
    'DEV-ADMINS',
    'org-admins',
    'site-admins',
    'administrators',
    'system-administrators',
    'atlassian-addons',
    'atlassian-addons-admin',
  ];
  it.for(reserved)('that Atlassian reserves is refused: %s', (name, { expect }) => {
    expect(nameRefusal(name, someRules())).toBe('GROUP_NAME_RESERVED');
  });

  it.for(['confluence', 'my-confluence-users', 'jira', 'dev-admins-2', 'admins', 'administrators-eu', 'dev-writers'])(
    'that only resembles one is free: %s',
    (name, { expect }) => {
      expect(nameRefusal(name, someRules())).toBeUndefined();
    },
  );

  it('on the block list is refused, in any case, and only that one', ({ expect }) => {
    const rules = someRules({ blockList: ['Payroll'] });
    expect(nameRefusal('payroll', rules)).toBe('GROUP_BLOCKED');
    expect(nameRefusal('payroll-eu', rules)).toBeUndefined();
  });

  it('is refused by a line of the block list that ends with *', ({ expect }) => {
    const rules = someRules({ blockList: ['Finance-*'] });
    expect(nameRefusal('finance-eu', rules)).toBe('GROUP_BLOCKED');
    expect(nameRefusal('my-finance-eu', rules)).toBeUndefined();
  });

  it('is refused whatever it is, if the block list is *', ({ expect }) => {
    expect(nameRefusal('anything', someRules({ blockList: ['*'] }))).toBe('GROUP_BLOCKED');
  });
});

describe('a group', () => {
  it('like any other is not protected', ({ expect }) => {
    expect(protectionRefusal(aGroup(), access(), someRules(), false)).toBeUndefined();
  });

  it('is not touched if nobody knows what it gives', ({ expect }) => {
    expect(protectionRefusal(aGroup(), 'unknown', someRules(), true)).toBe('PROTECTION_UNKNOWN');
  });

  it('that gives admin rights is not touched', ({ expect }) => {
    expect(protectionRefusal(aGroup(), access({ admin: true }), someRules(), true)).toBe('GROUP_GIVES_ADMIN_ACCESS');
  });

  it.for([
    aGroup({ managedBy: 'EXTERNAL' }),
    aGroup({ managedBy: 'TEAM_MEMBERS' }),
    aGroup({ managedBy: 'OPEN' }),
    aGroup({ usageType: 'TEAM_COLLABORATION' }),
  ])('that is managed elsewhere is not touched: $managedBy $usageType', (group, { expect }) => {
    expect(protectionRefusal(group, access(), someRules(), true)).toBe('GROUP_MANAGED_OUTSIDE');
  });

  it('is not touched under a reserved or blocked name', ({ expect }) => {
    const rules = someRules({ blockList: ['payroll'] });
    expect(protectionRefusal(aGroup({ name: 'jira-users' }), access(), rules, true)).toBe('GROUP_NAME_RESERVED');
    expect(protectionRefusal(aGroup({ name: 'Payroll' }), access(), rules, true)).toBe('GROUP_BLOCKED');
  });

  it('that gives product access is touched only if that was acknowledged', ({ expect }) => {
    const product = access({ product: true });
    expect(protectionRefusal(aGroup(), product, someRules(), false)).toBe('GROUP_GIVES_PRODUCT_ACCESS');
    expect(protectionRefusal(aGroup(), product, someRules(), true)).toBeUndefined();
  });

  it('that is protected in several ways is refused for the gravest', ({ expect }) => {
    const rules = someRules({ blockList: ['jira-users'] });
    const group = aGroup({ managedBy: 'EXTERNAL', name: 'jira-users' });
    const product = access({ product: true });
    const all = access({ admin: true, product: true });
    expect([
      protectionRefusal(group, 'unknown', rules, false),
      protectionRefusal(group, all, rules, false),
      protectionRefusal(group, product, rules, false),
      protectionRefusal({ ...group, managedBy: 'ADMINS' }, product, rules, false),
      protectionRefusal(
        { ...group, managedBy: 'ADMINS', name: 'payroll' },
        product,
        someRules({ blockList: ['*'] }),
        false,
      ),
    ]).toEqual([
      'PROTECTION_UNKNOWN',
      'GROUP_GIVES_ADMIN_ACCESS',
      'GROUP_MANAGED_OUTSIDE',
      'GROUP_NAME_RESERVED',
      'GROUP_BLOCKED',
    ]);
  });
});
