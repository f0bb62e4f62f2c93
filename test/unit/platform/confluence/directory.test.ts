import { describe, it } from 'vitest';

import { createAccountReader } from '../../../../src/platform/confluence/accounts';
import { createDirectory } from '../../../../src/platform/confluence/directory';
import { CALLER } from '../../../../src/platform/rest/identity';
import { AccountId, SpaceId } from '../../../../src/shared/ids';
import {
  aPage,
  failureOf,
  json,
  PERSON,
  requestDeps,
  scriptSite,
  SPACE,
  status,
  type SeenCall,
} from '../scripted-site';

function directory() {
  return createDirectory(requestDeps({ budgetMs: 1 }), CALLER);
}
function asked(calls: readonly SeenCall[]) {
  return calls.map(({ path, query }) => [path, query]);
}
function aSpace(fields: Record<string, unknown> = {}) {
  return {
    id: SPACE,
    key: 'IT',
    name: 'IT space',
    type: 'global',
    status: 'current',
    ...fields,
  };
}
const contract = { code: 'UPSTREAM_CONTRACT', changed: 'nothing' };

describe('every read', () => {
  it('is made as the caller', async ({ expect }) => {
    const calls = scriptSite(() => aPage([]));
    const reads = directory();
    await Promise.all([
      reads.searchGroups('it', 0),
      reads.listGroups(0),
      reads.groupsOf(PERSON),
      reads.accounts([PERSON]),
    ]);
    expect(new Set(calls.map(({ provider, accountId }) => `${provider} ${String(accountId)}`))).toEqual(
      new Set(['user undefined']),
    );
  });
});

describe('the caller', () => {
  function administers(targetType: string) {
    return json({
      accountId: PERSON,
      operations: [
        { operation: 'use', targetType: 'application' },
        { operation: 'administer', targetType },
      ],
    });
  }

  it.for([
    ['application', true],
    ['space', false],
  ] as const)('who administers a %s is a Confluence admin: %s', async ([targetType, confluenceAdmin], { expect }) => {
    const calls = scriptSite([administers(targetType)]);
    expect(await directory().caller()).toEqual({ accountId: PERSON, confluenceAdmin });
    expect(asked(calls)).toEqual([['/wiki/rest/api/user/current', { expand: 'operations' }]]);
  });

  it.for([
    ['may not use Confluence', () => status(403)],
    ['is not signed in', () => status(401)],
    ['is anonymous', () => json({ type: 'anonymous', accountId: null })],
  ] as const)('is nobody if the caller %s', async ([, reply], { expect }) => {
    scriptSite([reply()]);
    expect(await directory().caller()).toBeUndefined();
  });

  it('is not nobody during an outage', async ({ expect }) => {
    scriptSite([status(503)]);
    expect(await failureOf(directory().caller())).toEqual({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
  });
});

describe('a space', () => {
  function answer(
    space: () => Response,
    operations = () =>
      json({ operations: [{ operation: 'administer', targetType: 'space' }, { operation: 'manage_users' }] }),
  ) {
    return scriptSite(({ path }) => (path.endsWith('/operations') ? operations() : space()));
  }

  it('comes with what the caller may do in it', async ({ expect }) => {
    const calls = answer(() => json({ results: [aSpace()] }));
    expect(await directory().space(SPACE)).toEqual({
      space: { spaceId: SPACE, key: 'IT', name: 'IT space', personal: false, current: true },
      operations: [{ operation: 'administer', targetType: 'space' }],
    });
    expect(asked(calls)).toEqual([
      ['/wiki/api/v2/spaces', { ids: '4711', limit: '1' }],
      ['/wiki/api/v2/spaces/4711/operations', {}],
    ]);
  });

  it.for([
    [{ status: 'archived' }, { current: false }],
    [{ status: undefined }, { current: false }],
    [{ type: 'personal', key: '~abc' }, { personal: true }],
    [{ type: undefined, key: '~abc' }, { personal: true }],
    [{ currentActiveAlias: 'SHOW' }, { key: 'SHOW', personal: false }],
    [{ currentActiveAlias: null }, { key: 'IT' }],
    [
      { key: '~abc', currentActiveAlias: 'mine' },
      { key: 'mine', personal: true },
    ],
  ] as const)('of %j is %j', async ([fields, expected], { expect }) => {
    answer(() => json({ results: [aSpace(fields)] }));
    expect(await directory().space(SPACE)).toMatchObject({ space: expected });
  });

  it.for([403, 404])('is hidden after %i', async (code, { expect }) => {
    answer(() => status(code));
    expect(await directory().space(SPACE)).toBeUndefined();
  });

  it('is hidden if no list holds it', async ({ expect }) => {
    answer(() => json({ results: [] }));
    expect(await directory().space(SPACE)).toBeUndefined();
  });

  it('is hidden if only its operations are', async ({ expect }) => {
    answer(
      () => json({ results: [aSpace()] }),
      () => status(404),
    );
    expect(await directory().space(SPACE)).toBeUndefined();
  });

  it('is not another one', async ({ expect }) => {
    answer(() => json({ results: [aSpace({ id: '4712' })] }));
    expect(await failureOf(directory().space(SPACE))).toEqual(contract);
  });
});

describe('several spaces', () => {
  async function byKey(...keys: string[]) {
    return [...(await directory().spacesByKey(keys, 2000)).spaces];
  }

  it('are asked for by id in one call', async ({ expect }) => {
    const calls = scriptSite([json({ results: [aSpace()] })]);
    const found = await directory().spacesById([SPACE, SpaceId.parse('4712')]);
    expect(found).toEqual([{ id: SPACE, key: 'IT', name: 'IT space', personal: false }]);
    expect(asked(calls)).toEqual([['/wiki/api/v2/spaces', { ids: '4711,4712', limit: '250' }]]);
  });

  it('are asked for by key in both spellings, and come once', async ({ expect }) => {
    const another = aSpace({ id: '4712', key: 'ITIL' });
    const calls = scriptSite([json({ results: [another, aSpace(), aSpace()] })]);
    expect(await byKey('it')).toMatchObject([['it', { key: 'IT' }]]);
    expect(asked(calls)).toEqual([['/wiki/api/v2/spaces', { keys: 'it,IT', limit: '250' }]]);
  });

  it('are looked for page by page by the keys that people see, if the filter doesn’t know them', async ({ expect }) => {
    const changed = aSpace({ id: '4713', key: 'OLD', currentActiveAlias: 'New' });
    const next = '/wiki/api/v2/spaces?limit=250&cursor=a%2Bb%3D';
    const calls = scriptSite([
      json({ results: [aSpace()] }),
      json({ results: [aSpace()], _links: { next } }),
      json({ results: [changed], _links: { next } }),
    ]);
    expect(await byKey('IT', 'NEW')).toMatchObject([
      ['it', { id: SPACE }],
      ['new', { id: '4713', key: 'New' }],
    ]);
    expect(asked(calls)).toEqual([
      ['/wiki/api/v2/spaces', { keys: 'IT,NEW', limit: '250' }],
      ['/wiki/api/v2/spaces', { limit: '250' }],
      ['/wiki/api/v2/spaces', { limit: '250', cursor: 'a+b=' }],
    ]);
  });

  it('are looked for among as many as may be looked at, and it is told if there are more', async ({ expect }) => {
    const more = { next: '/wiki/api/v2/spaces?cursor=more' };
    const calls = scriptSite(() => json({ results: [aSpace()], _links: more }));
    expect(await directory().spacesByKey(['NONE'], 500)).toEqual({ spaces: new Map(), complete: false });
    expect(calls).toHaveLength(3);
    scriptSite([json({ results: [] }), json({ results: [aSpace()], _links: more }), json({ results: [aSpace()] })]);
    expect(await directory().spacesByKey(['NONE'], 500)).toMatchObject({ complete: true });
  });

  it('are those that people know by the key, not those that had it before', async ({ expect }) => {
    const before = aSpace({ id: '4713', key: 'IT', currentActiveAlias: 'OLDIT' });
    const now = aSpace({ id: '4714', key: 'TECH', currentActiveAlias: 'IT' });
    scriptSite([json({ results: [before] }), json({ results: [before, now] })]);
    expect(await byKey('IT')).toMatchObject([['it', { id: '4714' }]]);
    scriptSite([json({ results: [before] }), json({ results: [before] })]);
    expect(await byKey('IT')).toMatchObject([['it', { id: '4713', key: 'OLDIT' }]]);
  });

  it('cost nothing if there are none', async ({ expect }) => {
    const calls = scriptSite([]);
    expect([await directory().spacesById([]), await byKey()]).toEqual([[], []]);
    expect(calls).toEqual([]);
  });
});

describe('accounts', () => {
  function answer() {
    return json({
      results: [
        { accountId: PERSON, accountType: 'atlassian', accountStatus: 'active' },
        { accountId: 'robot', accountType: 'new-kind' },
        { publicName: 'hidden' },
      ],
    });
  }
  const PERSON_FACTS = { accountId: PERSON, accountType: 'atlassian', status: 'active' };

  it('are looked up in one call; what is not known is unknown', async ({ expect }) => {
    const calls = scriptSite([answer()]);
    const found = await directory().accounts([PERSON, AccountId.parse('robot')]);
    expect(found).toEqual([PERSON_FACTS, { accountId: 'robot', accountType: 'unknown', status: 'unknown' }]);
    expect(calls.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/wiki/api/v2/users-bulk', { accountIds: [PERSON, 'robot'] }],
    ]);
  });

  it('cost nothing if there are none', async ({ expect }) => {
    const calls = scriptSite([]);
    expect(await directory().accounts([])).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('are read as the app where no person is present', async ({ expect }) => {
    const calls = scriptSite([answer(), json({ results: [] })]);
    const reader = createAccountReader(requestDeps());
    expect([await reader.account(PERSON), await reader.account(PERSON)]).toEqual([PERSON_FACTS, undefined]);
    expect(calls.map(({ provider }) => provider)).toEqual(['app', 'app']);
  });

  it('are not called unknown because the app may not see profiles', async ({ expect }) => {
    scriptSite([status(404)]);
    expect(await failureOf(createAccountReader(requestDeps()).account(PERSON))).toEqual({
      code: 'NOT_FOUND',
      what: 'account',
    });
  });
});
