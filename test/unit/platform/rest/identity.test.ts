import { describe, it } from 'vitest';

import { issueGrant } from '../../../../src/broker/grant';
import { requesterOf } from '../../../../src/broker/runs/requester';
import { createGroupWriter } from '../../../../src/platform/confluence/group-writer';
import { createPrivilegedReader } from '../../../../src/platform/confluence/privileged-reader';
import { createRequesterReader } from '../../../../src/platform/confluence/spaces';
import { impersonationProblem } from '../../../../src/platform/rest/identity';
import type { AccountId } from '../../../../src/shared/ids';
import { failureOf, GROUP, LENDER, PERSON, requestDeps, scriptSite, SPACE, status } from '../scripted-site';

const UNUSABLE: [string, unknown, string][] = [
  ['nobody', undefined, 'notConfigured'],
  ['null', null, 'notConfigured'],
  ['an empty id', '', 'notConfigured'],
  ['a short id', 'abc1234', 'unsupportedAccountType'],
  ['a long id', 'a'.repeat(129), 'unsupportedAccountType'],
  ['a path', '../557058:lender', 'unsupportedAccountType'],
  ['a customer', 'qm:0000:customer-of-a-portal', 'unsupportedAccountType'],
];

describe.each(UNUSABLE)('%s', (_name, id, cause) => {
  // What a bug or a spoiled record would hand over, whatever the types say.
  const accountId = id as AccountId;

  it('is no account that Forge can act as', ({ expect }) => {
    expect(impersonationProblem(id)).toBe(cause);
  });

  it('never reaches Forge in a read', async ({ expect }) => {
    const calls = scriptSite([]);
    const reader = createPrivilegedReader(requestDeps());
    expect(await failureOf(reader.group(accountId, GROUP))).toEqual({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause });
    expect(await reader.impersonate(accountId)).toEqual({ works: false, cause });
    expect(await reader.isInSiteAdminGroup(accountId)).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('never reaches Forge as somebody who asked', async ({ expect }) => {
    const calls = scriptSite([]);
    const read = createRequesterReader(requestDeps()).space(requesterOf({ runId: 'run', by: accountId }), SPACE);
    expect(await failureOf(read)).toEqual({ code: 'FORBIDDEN', reason: 'REQUESTER_UNAVAILABLE' });
    expect(calls).toEqual([]);
  });

  it('never reaches Forge in a write', async ({ expect }) => {
    const calls = scriptSite([]);
    const grant = issueGrant('createGroup', accountId, { groupName: 'it-dev' });
    expect(await failureOf(createGroupWriter(requestDeps()).createGroup(grant))).toEqual({
      code: 'PRIVILEGED_USER_UNAVAILABLE',
      cause,
    });
    expect(calls).toEqual([]);
  });
});

describe('an account that Forge can act as', () => {
  it.for(['557058:lender-account', '5b10ac8d82e05b22cc7d4ef5', 'a'.repeat(128)])('is %s', (id, { expect }) => {
    expect(impersonationProblem(id)).toBeUndefined();
  });
});

describe('a write', () => {
  const subject = { groupId: GROUP, groupName: 'it-dev', accountId: PERSON };

  it.for([
    ['what only looks like a grant', { operation: 'addMember', actAs: LENDER, ...subject }],
    ['a copy of a grant', { ...issueGrant('addMember', LENDER, subject) }],
    ['a grant of another operation', issueGrant('removeMember', LENDER, subject)],
  ] as const)('is not made with %s', async ([, grant], { expect }) => {
    const calls = scriptSite([status(201)]);
    await expect(createGroupWriter(requestDeps()).addMember(grant as never)).rejects.toThrow(
      'addMember without a grant',
    );
    expect(calls).toEqual([]);
  });
});
