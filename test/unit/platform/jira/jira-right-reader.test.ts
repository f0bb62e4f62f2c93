import { RequestProductNotAllowedError } from '@forge/api';
import { describe, it } from 'vitest';

import { createJiraDirectory } from '../../../../src/platform/jira/jira-directory';
import { createJiraRightReader } from '../../../../src/platform/jira/jira-right-reader';
import { CALLER } from '../../../../src/platform/rest/identity';
import { AccountId } from '../../../../src/shared/ids';
import { json, LENDER, lost, proxyError, requestDeps, scriptSite, status } from '../scripted-site';
import { permission } from './jira-lab';

function reader(granted?: boolean) {
  return createJiraRightReader(requestDeps({ budgetMs: 1, granted: () => granted }));
}
const SCOPE_MISMATCH = '{"code":401,"message":"Unauthorized; scope does not match"}';
const noAccess = { works: false, noAccess: true };
function noJira() {
  return new RequestProductNotAllowedError('jira', 'confluence');
}

describe('the right of the privileged user in Jira', () => {
  it.for([
    ['they administer it', () => permission('ADMINISTER', true), { works: true }],
    ['they do not', () => permission('ADMINISTER', false), { works: false }],
    ['Forge does not act as them', () => proxyError('IMPERSONATION_REFUSED'), noAccess],
    ['the app is not in Jira', noJira, noAccess],
    ['Jira is not for them', () => status(403), noAccess],
    ['a 429', () => status(429), { works: undefined }],
    ['an outage', () => status(503), { works: undefined }],
    ['no answer', lost, { works: undefined }],
    ['an unknown shape', () => json([]), { works: undefined }],
  ] as const)('%s', async ([, reply, expected], { expect }) => {
    const calls = scriptSite([reply()]);
    expect(await reader(true).isJiraAdmin(LENDER)).toEqual(expected);
    expect(calls.map(({ accountId, remote }) => [accountId, remote])).toEqual([[LENDER, 'jira']]);
  });

  it.for([
    ['scopes await approval', false],
    ['it can’t be told whether scopes do', undefined],
  ] as const)('is not known while %s', async ([, granted], { expect }) => {
    for (const reply of [status(401, {}, SCOPE_MISMATCH), proxyError('NEEDS_AUTHENTICATION_ERR')]) {
      scriptSite([reply]);
      expect(await reader(granted).isJiraAdmin(LENDER)).toEqual({ works: undefined });
    }
  });

  it('is none for an account that Forge can not act as', async ({ expect }) => {
    const calls = scriptSite([]);
    expect(await reader().isJiraAdmin(AccountId.parse('qm:1:customer'))).toEqual(noAccess);
    expect(calls).toEqual([]);
  });
});

describe('a site where the app is not in Jira', () => {
  it('has no service projects, and is asked once', async ({ expect }) => {
    const calls = scriptSite(() => noJira());
    const directory = createJiraDirectory(requestDeps(), CALLER);
    expect(await directory.projects(0)).toEqual({ projects: [] });
    expect(await directory.isJiraAdmin()).toBe(false);
    expect(calls).toHaveLength(2);
  });
});
