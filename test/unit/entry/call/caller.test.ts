import { describe, it } from 'vitest';

import { readCall } from '../../../../src/entry/call/caller';

function platform(accountId?: unknown) {
  return { principal: { accountId }, installContext: 'site-1' };
}
function body(call: object, context: object = {}) {
  return { call, context };
}
function claiming(id?: unknown) {
  return readCall(body({}, { extension: { space: { id, key: 'DEV' } } }), {}).spaceClaim;
}

describe('the caller', () => {
  it('is whom the platform names', ({ expect }) => {
    expect(readCall(body({ functionKey: 'addMembers', payload: { a: 1 } }), platform('ann'))).toEqual({
      functionKey: 'addMembers',
      payload: { a: 1 },
      accountId: 'ann',
      installation: 'site-1',
      spaceClaim: undefined,
      projectClaim: undefined,
    });
  });

  it('is not whom the page names, wherever it does', ({ expect }) => {
    const forged = {
      call: { functionKey: 'x', payload: { accountId: 'boss' }, accountId: 'boss' },
      context: { accountId: 'boss', principal: { accountId: 'boss' } },
      principal: { accountId: 'boss' },
      accountId: 'boss',
    };
    expect(readCall(forged, platform('ann')).accountId).toBe('ann');
    expect(readCall(forged, {}).accountId).toBeUndefined();
  });

  it.for([undefined, null, '', 'unidentified', 7, {}, ['ann'], 'a b', 'x'.repeat(129)])(
    'is nobody if the platform names %j',
    (accountId, { expect }) => {
      expect(readCall(body({}), platform(accountId)).accountId).toBeUndefined();
    },
  );

  it('is nobody if the account is only inherited', ({ expect }) => {
    const principal: unknown = Object.create({ accountId: 'boss' });
    expect(readCall(body({}), { principal }).accountId).toBeUndefined();
  });
});

describe('the space that the page names', () => {
  it('is a claim', ({ expect }) => {
    expect(claiming('10')).toBe('10');
    expect(claiming(10)).toBe('10');
  });

  const odd: unknown[] = [
    undefined,
    null,
    '',
    'DEV',
    '1e3',
    '-1',
    '10/../20',
    '10\n',
    '1'.repeat(21),
    1.5,
    ['10'],
    { id: '10' },
    { toString: 1, valueOf: 1 },
    [[[]]],
  ];
  it.for(odd)('is none if it has not the shape of an id: %j', (id, { expect }) => {
    expect(claiming(id)).toBeUndefined();
  });
});

describe('a call without shape', () => {
  it.for([
    undefined,
    null,
    'text',
    7,
    [],
    {},
    { call: null },
    { call: [] },
    { call: { functionKey: { toString: 1 } } },
  ])('is a call of no function: %j', (odd, { expect }) => {
    const nothing = {
      functionKey: '',
      payload: {},
      accountId: undefined,
      installation: '',
      spaceClaim: undefined,
      projectClaim: undefined,
    };
    expect(readCall(odd, odd)).toEqual(nothing);
  });
});
