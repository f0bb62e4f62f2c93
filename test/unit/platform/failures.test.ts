import { describe, it } from 'vitest';

import { AppError } from '../../../src/domain/errors';
import { CALLER, privilegedUser } from '../../../src/platform/rest/identity';
import { send } from '../../../src/platform/rest/request';
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
} from './scripted-site';

/** No time to wait, so that each case is one call. */
const deps = () => requestDeps({ budgetMs: 1 });
const lender = privilegedUser(LENDER);
const query = { groupId: GROUP, accountId: PERSON };

const OPERATIONS = {
  'read as the caller': () => send(deps(), 'getGroupByGroupId', CALLER, { query: { id: GROUP } }),
  'read as the privileged user': () => send(deps(), 'getGroupByGroupId', lender, { query: { id: GROUP } }),
  create: () => send(deps(), 'createGroup', lender, { body: { name: 'it-dev' } }),
  add: () =>
    send(deps(), 'addUserToGroupByGroupId', lender, { query: { groupId: GROUP }, body: { accountId: PERSON } }),
  remove: () => send(deps(), 'removeMemberFromGroupByGroupId', lender, { query }),
} as const;
type Name = keyof typeof OPERATIONS;

const SCOPE_MISMATCH = JSON.stringify({ code: 401, message: 'Unauthorized; scope does not match' });
const unavailable = (changed: string) => ({ code: 'UPSTREAM_UNAVAILABLE', changed });
const refused = { code: 'ATLASSIAN_REFUSED', changed: 'nothing' };
const unusable = (cause: string) => ({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause, accountId: LENDER });
const contract = (changed: string) => ({ code: 'UPSTREAM_CONTRACT', changed });
const noGroup = { code: 'NOT_FOUND', what: 'group' };
const nameInUse = { code: 'CONFLICT', what: 'groupName' };

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
  [
    '401 for a scope',
    () => status(401, {}, SCOPE_MISMATCH),
    {
      'read as the caller': { code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved' },
      'read as the privileged user': unusable('notApproved'),
      create: unusable('notApproved'),
    },
  ],
  ['404', () => status(404), { 'read as the caller': noGroup, add: noGroup, remove: noGroup }],
  ['400', () => status(400), { 'read as the caller': noGroup, create: nameInUse, remove: contract('nothing') }],
  ['409', () => status(409), { create: nameInUse }],
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
    'Forge needs consent',
    () => proxyError('NEEDS_AUTHENTICATION_ERR'),
    {
      'read as the caller': refused,
      'read as the privileged user': unusable('noAppAccess'),
      create: unusable('noAppAccess'),
    },
  ],
  [
    'Forge refuses the account',
    () => proxyError('IMPERSONATION_REFUSED', 403),
    {
      'read as the caller': refused,
      'read as the privileged user': unusable('noAppAccess'),
      add: unusable('noAppAccess'),
    },
  ],
  [
    'Forge refuses the account in a new way',
    () => proxyError('SOMETHING_NEW', 424),
    { 'read as the caller': contract('nothing'), create: unusable('noAppAccess') },
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
