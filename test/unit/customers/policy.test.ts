import { describe, it } from 'vitest';

import { isGrant } from '../../../src/broker/grant';
import { grantAddToProject, grantCreateCustomer, grantFindCustomer } from '../../../src/customers/policy';
import { accountRefusal, customerRefusal, projectRefusal, type CustomerFacts } from '../../../src/customers/refusals';
import { GroupId } from '../../../src/shared/ids';
import { ann, boss } from '../../support/ports/builders';
import { acme, aPolicy, aProject, globex, supportTeam, supId } from '../../support/ports/customers';

const nobodysGroups = new Set<GroupId>();
function request(domain = 'example.com', organizationIds = [acme]) {
  return {
    email: { address: `ada@${domain}`, domain },
    displayName: 'Ada',
    organizationIds,
  };
}
function factsWith(given: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    project: aProject(),
    policy: aPolicy(),
    projectOrganizations: { found: new Set([acme]), complete: true },
    privilegedUser: boss,
    request: request(),
    ...given,
  };
}
const taken = { allowed: true, value: { day: '2026-11-22' } } as const;
const used = { allowed: false, reason: 'AGENT_QUOTA_REACHED' } as const;

describe('a project', () => {
  it('lets its agents create customers where it is switched on', ({ expect }) => {
    expect(projectRefusal(aPolicy(), 'page', nobodysGroups)).toBeUndefined();
    expect(projectRefusal(aPolicy({ enabled: false }), 'page', nobodysGroups)).toBe('CUSTOMERS_OFF');
  });

  it('lets rules do it only where that is switched on too', ({ expect }) => {
    expect(projectRefusal(aPolicy(), 'rule', nobodysGroups)).toBe('RULES_OFF');
    expect(projectRefusal(aPolicy({ rules: true }), 'rule', nobodysGroups)).toBeUndefined();
    expect(projectRefusal(aPolicy({ rules: true, enabled: false }), 'rule', nobodysGroups)).toBe('CUSTOMERS_OFF');
  });

  it('lets only the named groups do it where some are named, on every road', ({ expect }) => {
    const policy = aPolicy({
      rules: true,
      creators: { kind: 'groups', groups: [{ groupId: supportTeam, name: 'support-team' }] },
    });
    for (const via of ['page', 'rule', 'api'] as const) {
      expect(projectRefusal(policy, via, nobodysGroups)).toBe('NOT_IN_CUSTOMER_GROUP');
      expect(projectRefusal(policy, via, new Set([GroupId.parse('other')]))).toBe('NOT_IN_CUSTOMER_GROUP');
      expect(projectRefusal(policy, via, new Set([supportTeam]))).toBeUndefined();
    }
  });
});

describe('an email domain', () => {
  function rule(allowedDomains: string[], deniedDomains: string[], domain: string) {
    return customerRefusal(factsWith({ policy: aPolicy({ allowedDomains, deniedDomains }), request: request(domain) }));
  }

  it.for([
    [[], [], 'any.example', undefined],
    [['acme.com'], [], 'acme.com', undefined],
    [['acme.com'], [], 'mail.acme.com', 'DOMAIN_NOT_ALLOWED'],
    [['acme.com'], [], 'notacme.com', 'DOMAIN_NOT_ALLOWED'],
    [['*.acme.com'], [], 'mail.acme.com', undefined],
    [['*.acme.com'], [], 'acme.com', 'DOMAIN_NOT_ALLOWED'],
    [['*.acme.com'], [], 'notacme.com', 'DOMAIN_NOT_ALLOWED'],
    [[], ['evil.com'], 'evil.com', 'DOMAIN_DENIED'],
    [['*.acme.com'], ['bad.acme.com'], 'bad.acme.com', 'DOMAIN_DENIED'],
    [['acme.com'], ['acme.com'], 'acme.com', 'DOMAIN_DENIED'],
  ] as const)('allowed %j, denied %j: %s %s', ([allowed, denied, domain, expected], { expect }) => {
    expect(rule([...allowed], [...denied], domain)).toBe(expected);
  });
});

describe('an organization', () => {
  it('may be chosen if it is one of the project, or listed', ({ expect }) => {
    const listed = {
      kind: 'listed' as const,
      organizations: [{ organizationId: globex, name: 'Globex' }],
    };
    expect(customerRefusal(factsWith())).toBeUndefined();
    expect(customerRefusal(factsWith({ request: request('example.com', [globex]) }))).toBe('ORGANIZATION_NOT_ALLOWED');
    expect(customerRefusal(factsWith({ policy: aPolicy({ organizations: listed }) }))).toBe('ORGANIZATION_NOT_ALLOWED');
    expect(
      customerRefusal(
        factsWith({ policy: aPolicy({ organizations: listed }), request: request('example.com', [globex]) }),
      ),
    ).toBeUndefined();
    expect(customerRefusal(factsWith({ policy: aPolicy({ organizations: { kind: 'none' } }) }))).toBe(
      'ORGANIZATION_NOT_ALLOWED',
    );
    expect(
      customerRefusal(
        factsWith({ policy: aPolicy({ organizations: { kind: 'none' } }), request: request('example.com', []) }),
      ),
    ).toBeUndefined();
  });
});

describe('an account that exists', () => {
  it.for([
    ['customer', true, false, undefined],
    ['customer', false, false, 'ACCOUNT_NOT_ELIGIBLE'],
    ['atlassian', true, false, 'EXISTING_ACCOUNT_NOT_ALLOWED'],
    ['atlassian', true, true, undefined],
    ['app', true, true, 'ACCOUNT_NOT_ELIGIBLE'],
    ['unknown', true, true, 'ACCOUNT_NOT_ELIGIBLE'],
  ] as const)('%s, active %j, existing accounts allowed %j: %s', ([kind, active, allowed, expected], { expect }) => {
    expect(accountRefusal(aPolicy({ existingAccounts: allowed }), { accountId: ann, kind, active })).toBe(expected);
  });
});

describe('a grant', () => {
  it('names the one account that may be created, as whom, and where', ({ expect }) => {
    const decision = grantCreateCustomer(factsWith(), taken);
    expect(decision).toEqual({
      allowed: true,
      value: {
        operation: 'createCustomer',
        actAs: boss,
        projectId: supId,
        email: 'ada@example.com',
        displayName: 'Ada',
      },
    });
    expect(decision.allowed && isGrant(decision.value)).toBe(true);
  });

  it('to look somebody up obeys the same policy and the same quota', ({ expect }) => {
    const denied = factsWith({ policy: aPolicy({ deniedDomains: ['example.com'] }) });
    for (const grant of [grantCreateCustomer, grantFindCustomer]) {
      expect(grant(denied, taken)).toEqual({ allowed: false, reason: 'DOMAIN_DENIED' });
      expect(grant(factsWith(), used)).toEqual({ allowed: false, reason: 'AGENT_QUOTA_REACHED' });
      expect(grant(factsWith(), taken).allowed).toBe(true);
    }
  });

  it('to add an account to the project is for accounts that the policy takes', ({ expect }) => {
    const account = { accountId: ann, kind: 'atlassian', active: true } as const;
    expect(grantAddToProject(factsWith(), account)).toEqual({ allowed: false, reason: 'EXISTING_ACCOUNT_NOT_ALLOWED' });
    expect(grantAddToProject(factsWith(), { ...account, kind: 'customer' })).toMatchObject({
      allowed: true,
      value: { operation: 'addToProject', actAs: boss, serviceDeskId: '1', accountId: ann },
    });
  });
});
