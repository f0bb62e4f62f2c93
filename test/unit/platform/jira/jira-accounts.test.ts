import { describe, it } from 'vitest';

import { issueGrant } from '../../../../src/broker/grant';
import { createCustomerWriter } from '../../../../src/platform/jira/customer-writer';
import { createJiraDirectory } from '../../../../src/platform/jira/jira-directory';
import { CALLER } from '../../../../src/platform/rest/identity';
import { failureOf, json, LENDER, requestDeps, scriptSite, status } from '../scripted-site';
import { ADDRESS, aUser, CUSTOMER, PROJECT, sent } from './jira-lab';

function deps() {
  return requestDeps({ budgetMs: 1 });
}
function findAsCaller(address = ADDRESS) {
  return createJiraDirectory(deps(), CALLER).findAccount(address);
}
function findAsLender() {
  return createCustomerWriter(deps()).find(issueGrant('findCustomer', LENDER, { projectId: PROJECT, email: ADDRESS }));
}
const account = { accountId: CUSTOMER, kind: 'customer', active: true };
const found = { account, certain: true };
const namedByAddress = { account, certain: false };
function hidden(fields: Record<string, unknown> = {}) {
  return aUser({ emailAddress: undefined, ...fields });
}
const other = aUser({ accountId: '557058:other', emailAddress: 'kim@example.com.au' });

describe('the account behind an address', () => {
  it.for([
    ['the one that shows it', [aUser()], found],
    ['in another case', [aUser({ emailAddress: 'KIM@Example.com' })], found],
    ['among others that begin alike', [other, hidden({ accountId: '557058:x' }), aUser()], found],
    ['the only one that hides its address', [hidden()], found],
    ['the only one with an empty address', [hidden({ emailAddress: '' })], found],
    ['one without a name', [hidden({ displayName: undefined })], found],
    ['none', [], undefined],
    ['another one', [other], undefined],
    ['several that hide their addresses', [hidden(), hidden({ accountId: '557058:x' })], undefined],
    ['one that hides among others, whose addresses show', [hidden(), other], found],
    [
      'one that hides beside somebody who only has that name',
      [hidden({ accountId: '557058:x', displayName: ADDRESS }), hidden()],
      found,
    ],
    ['one that is called like the address', [hidden({ displayName: `Not ${ADDRESS.toUpperCase()}` })], undefined],
    [
      'one whose name is the address, in any case',
      [hidden({ displayName: ` ${ADDRESS.toUpperCase()} ` })],
      namedByAddress,
    ],
    [
      'one whose name is the address among others of a longer one',
      [hidden({ displayName: ADDRESS }), hidden({ accountId: '557058:x', displayName: `${ADDRESS}.au` })],
      namedByAddress,
    ],
    [
      'two whose name is the address',
      [hidden({ displayName: ADDRESS }), hidden({ accountId: '557058:x', displayName: ADDRESS })],
      undefined,
    ],
    [
      'an Atlassian account whose name is the address',
      [hidden({ displayName: ADDRESS, accountType: 'atlassian' })],
      undefined,
    ],
    [
      'one whose name is the address, and whose own Jira shows',
      [aUser({ displayName: ADDRESS, emailAddress: 'other@example.com' })],
      undefined,
    ],
    ['one whose name and shown address it is', [aUser({ displayName: ADDRESS })], found],
    ['two that show it', [aUser(), aUser({ accountId: '557058:x' })], undefined],
    ['one without an id', [aUser({ accountId: undefined })], undefined],
  ] as const)('is found: %s', async ([, users, expected], { expect }) => {
    scriptSite([json(users)]);
    expect(await findAsCaller()).toEqual(expected);
  });

  it.for([
    ['an app', { accountType: 'app' }, { kind: 'app' }],
    ['one of a kind that is not known', { accountType: 'robot' }, { kind: 'unknown' }],
    ['one that is not said to be active', { active: undefined }, { active: false }],
  ] as const)('is told as it is: %s', async ([, fields, expected], { expect }) => {
    scriptSite([json([aUser(fields)])]);
    expect(await findAsCaller()).toMatchObject({ account: expected });
  });

  it('is asked for as the caller, or as the privileged user', async ({ expect }) => {
    const calls = scriptSite(() => json([aUser()]));
    await findAsCaller('a+b@example.com');
    expect(await findAsLender()).toEqual(found);
    function ask(query: string) {
      return { query, maxResults: '50' };
    }
    expect(sent(calls)).toEqual([
      [undefined, 'jira', 'GET', '/rest/api/3/user/search', ask('a+b@example.com'), undefined],
      [LENDER, 'jira', 'GET', '/rest/api/3/user/search', ask(ADDRESS), undefined],
    ]);
  });

  it('is none for a caller who may not look, and a failure for a privileged user who may not', async ({ expect }) => {
    scriptSite(() => status(403));
    expect(await findAsCaller()).toBeUndefined();
    expect(await failureOf(findAsLender())).toEqual({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' });
  });
});
