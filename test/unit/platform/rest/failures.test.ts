import { describe, it } from 'vitest';

import { AppError } from '../../../../src/broker/errors';
import { requesterOf } from '../../../../src/broker/runs/requester';
import { groupReads, groupWrites } from '../../../../src/platform/confluence/group-operations';
import { spaceReads, userReads } from '../../../../src/platform/confluence/operations';
import { customerWrites } from '../../../../src/platform/jira/service-desk-operations';
import { APP, CALLER, privilegedUser, requester } from '../../../../src/platform/rest/identity';
import { send } from '../../../../src/platform/rest/request';
import {
  failureOf,
  GROUP,
  json,
  LENDER,
  lost,
  PERSON,
  proxyError,
  requestDeps,
  scriptSite,
  status,
} from '../scripted-site';

/** What the runtime tells of the granted scopes. */
let granted: boolean | undefined = true;
/** No time to wait, so that each case is one call. */
function deps() {
  return requestDeps({ budgetMs: 1, granted: () => granted });
}
const lender = privilegedUser(LENDER);
const query = { groupId: GROUP, accountId: PERSON };

const OPERATIONS = {
  'read as the caller': () => send(deps(), groupReads.getGroupByGroupId, CALLER, { query: { id: GROUP } }),
  'read as the privileged user': () => send(deps(), groupReads.getGroupByGroupId, lender, { query: { id: GROUP } }),
  'read as the app': () => send(deps(), userReads.createBulkUserLookup, APP, { body: { accountIds: [PERSON] } }),
  'read as whoever asked': () =>
    send(deps(), spaceReads.getSpaceOperations, requester(requesterOf({ runId: 'run', by: PERSON })), {
      path: { id: '1' },
    }),
  create: () => send(deps(), groupWrites.createGroup, lender, { body: { name: 'it-dev' } }),
  add: () =>
    send(deps(), groupWrites.addUserToGroupByGroupId, lender, {
      query: { groupId: GROUP },
      body: { accountId: PERSON },
    }),
  remove: () => send(deps(), groupWrites.removeMemberFromGroupByGroupId, lender, { query }),
  'create a customer': () => send(deps(), customerWrites.createCustomer, lender, { body: { email: 'a@b.example' } }),
} as const;
type Name = keyof typeof OPERATIONS;

const SCOPE_MISMATCH = JSON.stringify({ code: 401, message: 'Unauthorized; scope does not match' });
const MISSING_GRANTS = JSON.stringify({
  code: 403,
  message:
    'Access to the resource was denied due to missing scope grants. Your app was granted the following scopes: [read:group:confluence]',
});
function unavailable(changed: string) {
  return { code: 'UPSTREAM_UNAVAILABLE', changed };
}
const refused = { code: 'ATLASSIAN_REFUSED', changed: 'nothing' };
function unusable(cause: string) {
  return { code: 'PRIVILEGED_USER_UNAVAILABLE', cause, accountId: LENDER };
}
function contract(changed: string) {
  return { code: 'UPSTREAM_CONTRACT', changed };
}
const noRequester = { code: 'FORBIDDEN', reason: 'REQUESTER_UNAVAILABLE' };
const noGroup = { code: 'NOT_FOUND', what: 'group' };
const nameInUse = { code: 'CONFLICT', what: 'groupName' };
const accountExists = { code: 'CONFLICT', what: 'account' };
const notTaken = { code: 'INVALID_INPUT', fields: [] };

const CASES: [string, () => Response | Error, Partial<Record<Name, object>>][] = [
  [
    '401',
    () => status(401),
    { 'read as the caller': refused, 'read as the privileged user': refused, create: refused, remove: refused },
  ],
  [
    '403',
    () => status(403),
    { 'read as the caller': refused, 'read as the privileged user': refused, create: refused, add: refused },
  ],
  ['404', () => status(404), { 'read as the caller': noGroup, add: noGroup, remove: noGroup }],
  ['400', () => status(400), { 'read as the caller': noGroup, create: nameInUse, remove: contract('nothing') }],
  ['400', () => status(400), { add: notTaken, 'create a customer': notTaken }],
  [
    '409',
    () => status(409),
    {
      create: nameInUse,
      add: notTaken,
      'create a customer': accountExists,
      'read as the caller': contract('nothing'),
      remove: contract('nothing'),
    },
  ],
  ['410', () => status(410), { 'read as the caller': contract('nothing'), create: contract('nothing') }],
  ['302', () => status(302), { 'read as the caller': unavailable('nothing'), create: unavailable('unknown') }],
  [
    '429',
    () => status(429),
    {
      'read as the caller': { code: 'RATE_LIMITED', retryAfterSeconds: 30, changed: 'nothing' },
      add: { code: 'RATE_LIMITED', retryAfterSeconds: 30, changed: 'nothing' },
    },
  ],
  [
    '500',
    () => status(500),
    { 'read as the caller': unavailable('nothing'), create: unavailable('unknown'), remove: unavailable('unknown') },
  ],
  [
    'a lost answer',
    lost,
    {
      'read as the privileged user': unavailable('nothing'),
      create: unavailable('unknown'),
      add: unavailable('unknown'),
    },
  ],
  [
    'Forge lends no more tokens for now',
    () => proxyError('RATE_LIMITED', 429),
    { create: { code: 'RATE_LIMITED', retryAfterSeconds: 30, changed: 'nothing' } },
  ],
  [
    'Forge is down',
    () => proxyError('BAD_GATEWAY', 502),
    { 'read as the privileged user': unavailable('nothing'), create: unavailable('unknown') },
  ],
  [
    'an unknown shape',
    () => json({ group: 'other' }),
    { 'read as the caller': contract('nothing'), create: contract('unknown') },
  ],
  [
    'no JSON',
    () => status(200, {}, '<html>'),
    { 'read as the caller': contract('nothing'), create: contract('unknown') },
  ],
];

describe.each(CASES)('%s', (_name, reply, expected) => {
  it.for(Object.entries(expected) as [Name, object][])('on %s', async ([operation, failure], { expect }) => {
    scriptSite([reply()]);
    expect(await failureOf(OPERATIONS[operation]())).toEqual(failure);
  });
});

const SHAPES = {
  'an answered 401': () => status(401, {}, SCOPE_MISMATCH),
  'an answered 403': () => status(403, {}, MISSING_GRANTS),
  'a thrown NeedsAuthenticationError': () => proxyError('NEEDS_AUTHENTICATION_ERR'),
};
const shapes = Object.entries(SHAPES);

describe.each(shapes)('%s', (_name, reply) => {
  async function failure(name: Name, isGranted: boolean | undefined) {
    granted = isGranted;
    scriptSite([reply()]);
    return failureOf(OPERATIONS[name]());
  }

  it.for(['read as the caller', 'read as the app', 'read as the privileged user', 'create', 'remove'] as const)(
    'is an approval that is missing if a scope is not granted: %s',
    async (name, { expect }) => {
      expect(await failure(name, false)).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved' });
    },
  );

  it('is Forge not acting for the privileged user if all scopes are granted', async ({ expect }) => {
    expect(await failure('read as the privileged user', true)).toEqual(unusable('noAppAccess'));
    expect(await failure('create', true)).toEqual(unusable('noAppAccess'));
  });

  it('is a consent that is missing if it is the caller, and Atlassian’s no if it is the app', async ({ expect }) => {
    expect(await failure('read as the caller', true)).toEqual({ code: 'CONSENT_MISSING' });
    expect(await failure('read as the app', true)).toEqual(refused);
  });

  it.for([true, false, undefined])(
    'says of whoever asked that they can’t be acted for, and nothing of the privileged user: scopes granted: %s',
    async (isGranted, { expect }) => {
      expect(await failure('read as whoever asked', isGranted)).toEqual(noRequester);
    },
  );

  it('is of a cause that is not known if the runtime does not tell the scopes', async ({ expect }) => {
    expect(await failure('create', undefined)).toEqual(unusable('notKnown'));
    expect(await failure('read as the caller', undefined)).toEqual({
      code: 'PRIVILEGED_USER_UNAVAILABLE',
      cause: 'notKnown',
    });
  });
});

describe('another word of Forge’s proxy', () => {
  it.for([
    ['IMPERSONATION_REFUSED', 403, refused],
    ['SOMETHING_NEW', 424, contract('nothing')],
  ] as const)('concerns who is impersonated: %s', async ([code, answer, ofCaller], { expect }) => {
    granted = true;
    scriptSite([proxyError(code, answer)]);
    expect(await failureOf(OPERATIONS.add())).toEqual(unusable('noAppAccess'));
    scriptSite([proxyError(code, answer)]);
    expect(await failureOf(OPERATIONS['read as the caller']())).toEqual(ofCaller);
    scriptSite([proxyError(code, answer)]);
    expect(await failureOf(OPERATIONS['read as whoever asked']())).toEqual(noRequester);
  });

  it('is of a cause that is not known if the runtime does not tell the scopes', async ({ expect }) => {
    granted = undefined;
    scriptSite([proxyError('IMPERSONATION_REFUSED', 403)]);
    expect(await failureOf(OPERATIONS.create())).toEqual(unusable('notKnown'));
  });
});

describe('an answer without a body', () => {
  it.for([201, 204])('of %i is all that adding needs', async (code, { expect }) => {
    scriptSite([status(code)]);
    await expect(OPERATIONS.add()).resolves.toBeUndefined();
  });

  it('may be plain text that calls itself JSON', async ({ expect }) => {
    scriptSite([status(201, { 'content-type': 'application/json' }, 'done')]);
    await expect(OPERATIONS.add()).resolves.toBeUndefined();
  });
});

describe('the cause of a failure', () => {
  it('is the operation and the status, never a body', async ({ expect }) => {
    scriptSite([status(403, { secret: 'x' }, 'secret')]);
    const thrown = await OPERATIONS.create().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject({ message: 'ATLASSIAN_REFUSED', cause: { name: 'createGroup', status: 403 } });
    expect(JSON.stringify(thrown)).not.toContain('secret');
  });
});
