import { describe, it } from 'vitest';

import { issueGrant } from '../../../../src/broker/grant';
import { createCustomerWriter } from '../../../../src/platform/jira/customer-writer';
import { failureOf, json, LENDER, lost, proxyError, requestDeps, scriptSite, status } from '../scripted-site';
import { ADDRESS, CUSTOMER, PROJECT, sent } from './jira-lab';

const grants = {
  create: issueGrant('createCustomer', LENDER, { projectId: PROJECT, email: ADDRESS, displayName: 'Kim' }),
  find: issueGrant('findCustomer', LENDER, { projectId: PROJECT, email: ADDRESS }),
  add: issueGrant('addToProject', LENDER, { projectId: PROJECT, serviceDeskId: '4', accountId: CUSTOMER }),
};
function writer() {
  return createCustomerWriter(requestDeps());
}
const refused = { code: 'ATLASSIAN_REFUSED', changed: 'nothing' };
const lostWrite = { code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' };
const unusable = { code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'noAppAccess', accountId: LENDER };
const RETRY_SOON = { 'retry-after': '1' };

describe('creating a customer', () => {
  it('answers the new account, and asks for a 409 where there is one already', async ({ expect }) => {
    const calls = scriptSite([json({ accountId: CUSTOMER, emailAddress: ADDRESS }, 201)]);
    expect(await writer().create(grants.create)).toEqual({ accountId: CUSTOMER });
    const body = { email: ADDRESS, displayName: 'Kim' };
    const query = { strictConflictStatusCode: 'true' };
    expect(sent(calls)).toEqual([[LENDER, 'jira', 'POST', '/rest/servicedeskapi/customer', query, body]]);
  });

  it.for([
    [409, 'exists'],
    [400, 'rejected'],
  ] as const)('that answers %i is %s', async ([code, outcome], { expect }) => {
    scriptSite([status(code)]);
    expect(await writer().create(grants.create)).toBe(outcome);
  });

  it.for([
    ['401', () => status(401), refused],
    ['403', () => status(403), refused],
    ['a refusal by Forge', () => proxyError('IMPERSONATION_REFUSED'), unusable],
    ['an answer without an id', () => json({}, 201), { code: 'UPSTREAM_CONTRACT', changed: 'unknown' }],
    ['an outage', () => status(503), lostWrite],
    ['no answer', lost, lostWrite],
  ] as const)('fails once, and is not repeated: %s', async ([, reply, failure], { expect }) => {
    const calls = scriptSite(() => reply());
    expect(await failureOf(writer().create(grants.create))).toEqual(failure);
    expect(calls).toHaveLength(1);
  });

  it('is left to whoever asked where Jira asks to wait', async ({ expect }) => {
    const calls = scriptSite([status(429, RETRY_SOON)]);
    expect(await failureOf(writer().create(grants.create))).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterSeconds: 1,
    });
    expect(calls).toHaveLength(1);
  });
});

describe('adding a customer to a project', () => {
  it('is one call that may be made again', async ({ expect }) => {
    const calls = scriptSite([status(204)]);
    await writer().addToProject(grants.add);
    const path = '/rest/servicedeskapi/servicedesk/4/customer';
    expect(sent(calls)).toEqual([[LENDER, 'jira', 'POST', path, {}, { accountIds: [CUSTOMER] }]]);
  });

  it.for([
    ['403', () => status(403), refused],
    ['404', () => status(404), { code: 'NOT_FOUND', what: 'project' }],
    ['400', () => status(400), { code: 'UPSTREAM_CONTRACT', changed: 'nothing' }],
    ['no answer', lost, lostWrite],
  ] as const)('fails: %s', async ([, reply, failure], { expect }) => {
    scriptSite([reply()]);
    expect(await failureOf(writer().addToProject(grants.add))).toEqual(failure);
  });
});

describe('without a grant', () => {
  it.for([
    ['creates', 'createCustomer', () => writer().create({ ...grants.create } as never)],
    ['creates with one to find', 'createCustomer', () => writer().create(grants.find as never)],
    ['finds', 'findCustomer', () => writer().find({ ...grants.find } as never)],
    ['adds', 'addToProject', () => writer().addToProject({ ...grants.add } as never)],
  ] as const)('nobody %s', async ([, operation, call], { expect }) => {
    const calls = scriptSite([]);
    await expect(call()).rejects.toThrow(`${operation} without a grant`);
    expect(calls).toEqual([]);
  });
});
