import { describe, it } from 'vitest';

import { createJiraPeople } from '../../../../src/platform/jira/people';
import { CALLER } from '../../../../src/platform/rest/identity';
import { json, lost, requestDeps, scriptSite, status } from '../scripted-site';
import { ADDRESS, aUser, permission, sent } from './jira-lab';

function people(isConnected: boolean | undefined = true) {
  return createJiraPeople(requestDeps({ budgetMs: 1 }), CALLER, () => isConnected);
}
const BOB = '557058:bob';
function bob(fields: Record<string, unknown> = {}) {
  return aUser({ accountId: BOB, accountType: 'atlassian', ...fields });
}
function hidden(fields: Record<string, unknown> = {}) {
  return bob({ emailAddress: undefined, ...fields });
}
const nobody = { shown: [], hidden: [] };

describe('the accounts of an email', () => {
  it.for([
    ['the one that shows it', [bob()], { shown: [BOB], hidden: [] }],
    ['in another case', [bob({ emailAddress: 'KIM@Example.com' })], { shown: [BOB], hidden: [] }],
    ['one that shows a longer one', [bob({ emailAddress: `${ADDRESS}.au` })], nobody],
    ['one that hides it', [hidden()], { shown: [], hidden: [BOB] }],
    ['one with an empty email', [hidden({ emailAddress: '' })], { shown: [], hidden: [BOB] }],
    ['one without a name', [hidden({ displayName: null })], { shown: [], hidden: [BOB] }],
    ['one that hides it and goes by it', [hidden({ displayName: ADDRESS })], nobody],
    ['one that hides it and goes by another', [hidden({ displayName: `Not ${ADDRESS}.au` })], nobody],
    ['one whose name only looks like an email', [hidden({ displayName: 'kim＠example.com' })], nobody],
    ['one that shows it and goes by it', [bob({ displayName: ADDRESS })], { shown: [BOB], hidden: [] }],
    ['a deactivated one', [bob({ active: false })], nobody],
    ['an app', [bob({ accountType: 'app' })], nobody],
    ['one without an id', [bob({ accountId: undefined })], nobody],
    ['both kinds', [hidden({ accountId: '557058:x' }), bob()], { shown: [BOB], hidden: ['557058:x'] }],
  ] as const)('%s', async ([, users, found], { expect }) => {
    const calls = scriptSite([json(users)]);
    expect(await people().findByEmail(ADDRESS)).toEqual(found);
    const query = { query: ADDRESS, maxResults: '50' };
    expect(sent(calls)).toEqual([[undefined, 'jira', 'GET', '/rest/api/3/user/search', query, undefined]]);
  });
});

describe('whether the caller may search people', () => {
  it('is Jira’s permission Browse users and groups', async ({ expect }) => {
    const calls = scriptSite([permission('USER_PICKER', true), permission('USER_PICKER', false)]);
    expect(await people().maySearch()).toBe('yes');
    expect(await people().maySearch()).toBe('mayNotSearch');
    expect(sent(calls)[0]).toEqual([
      undefined,
      'jira',
      'GET',
      '/rest/api/3/mypermissions',
      { permissions: 'USER_PICKER' },
      undefined,
    ]);
  });

  it('is no for somebody whom Jira refuses', async ({ expect }) => {
    scriptSite([status(403)]);
    expect(await people().maySearch()).toBe('mayNotSearch');
  });

  it('isn’t asked where Forge says that Jira isn’t connected, and is where it says nothing', async ({ expect }) => {
    const calls = scriptSite([permission('USER_PICKER', true)]);
    expect(await people(false).maySearch()).toBe('jiraNotConnected');
    expect(calls).toEqual([]);
    const silent = createJiraPeople(requestDeps({ budgetMs: 1 }), CALLER, () => undefined);
    expect(await silent.maySearch()).toBe('yes');
  });

  it('isn’t known if the answer is lost', async ({ expect }) => {
    scriptSite(() => lost());
    await expect(people().maySearch()).rejects.toThrow('UPSTREAM_UNAVAILABLE');
  });
});
