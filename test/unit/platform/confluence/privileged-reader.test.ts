import { describe, it } from 'vitest';

import { createPrivilegedReader } from '../../../../src/platform/confluence/privileged-reader';
import { GroupId } from '../../../../src/shared/ids';
import {
  aGroup,
  aPage,
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

function reader(granted = true) {
  return createPrivilegedReader(requestDeps({ budgetMs: 1, granted: () => granted }));
}
const SCOPE_MISMATCH = '{"code":401,"message":"Unauthorized; scope does not match"}';

describe('an impersonation', () => {
  it.for([
    ['the account itself', () => json({ accountId: LENDER }), { works: true }],
    ['another account', () => json({ accountId: PERSON }), { works: false, cause: 'noAppAccess' }],
    ['nobody', () => json({ accountId: null }), { works: false, cause: 'noAppAccess' }],
    [
      'a refusal by Forge',
      () => proxyError('IMPERSONATION_REFUSED'),
      { works: false, cause: 'noAppAccess', byForge: true },
    ],
    ['a refusal by Confluence', () => status(403), { works: false, cause: 'noAppAccess' }],
    [
      'no leave to act',
      () => proxyError('NEEDS_AUTHENTICATION_ERR'),
      { works: false, cause: 'noAppAccess', byForge: true },
    ],
    ['a 429', () => status(429), { works: undefined }],
    ['an outage', () => status(503), { works: undefined }],
    ['no answer', lost, { works: undefined }],
    ['an unknown shape', () => json([]), { works: undefined }],
  ] as const)('that yields %s', async ([, reply, expected], { expect }) => {
    const calls = scriptSite([reply()]);
    expect(await reader().impersonate(LENDER)).toEqual(expected);
    expect(calls.map(({ accountId, path }) => [accountId, path])).toEqual([[LENDER, '/wiki/rest/api/user/current']]);
  });
});

describe('an impersonation that Forge refuses', () => {
  it('waits for approval if a scope is missing', async ({ expect }) => {
    for (const reply of [status(401, {}, SCOPE_MISMATCH), proxyError('NEEDS_AUTHENTICATION_ERR')]) {
      scriptSite([reply]);
      expect(await reader(false).impersonate(LENDER)).toEqual({ works: false, cause: 'notApproved' });
    }
  });

  it('tells nothing if it can’t be told whether one is missing', async ({ expect }) => {
    scriptSite([proxyError('NEEDS_AUTHENTICATION_ERR')]);
    const deps = requestDeps({ budgetMs: 1, granted: () => undefined });
    expect(await createPrivilegedReader(deps).impersonate(LENDER)).toEqual({ works: undefined });
  });
});

describe('whether somebody is in a site-admin group', () => {
  const other = aGroup({ id: 'another-group' });
  function answer(siteAdmin: () => Response, own: () => Response) {
    return scriptSite(({ path }) => (path.endsWith('/memberof') ? own() : siteAdmin()));
  }

  it.for([
    ['in one', () => aPage([aGroup()]), () => aPage([other, aGroup()]), true],
    ['in none', () => aPage([aGroup()]), () => aPage([other]), false],
    ['there is none to see', () => aPage([]), () => aPage([other]), undefined],
    ['not shown', () => status(403), () => aPage([other]), undefined],
    ['an outage', () => aPage([aGroup()]), () => status(503), undefined],
  ] as const)('%s', async ([, siteAdmin, own, expected], { expect }) => {
    const calls = answer(siteAdmin, own);
    expect(await reader().isInSiteAdminGroup(LENDER)).toBe(expected);
    expect(
      calls.map(({ accountId, path, query }) => [accountId, path, query['accessType'] ?? query['accountId']]),
    ).toEqual([
      [LENDER, '/wiki/rest/api/group', 'site-admin'],
      [LENDER, '/wiki/rest/api/user/memberof', LENDER],
    ]);
  });
});

describe('what membership of a group gives', () => {
  function groups(...ids: string[]) {
    return ids.map((id) => aGroup({ id }));
  }
  const LISTS: Record<string, unknown[]> = {
    admin: groups('g-admin'),
    'site-admin': groups('g-site-admin'),
    user: groups('g-user', 'g-admin'),
  };
  const ASKED = ['g-admin', 'g-site-admin', 'g-user', 'g-other'].map((id) => GroupId.parse(id));
  const allUnknown = new Map(ASKED.map((id) => [id, 'unknown']));
  function answer(instead: Record<string, () => Response> = {}) {
    return scriptSite(({ query }) => {
      const accessType = String(query['accessType']);
      return instead[accessType]?.() ?? aPage(LISTS[accessType] ?? []);
    });
  }

  it('is read as the privileged user, from three complete lists', async ({ expect }) => {
    const calls = answer();
    expect([...(await reader().accessOf(LENDER, ASKED))]).toEqual([
      ['g-admin', { admin: true, product: true }],
      ['g-site-admin', { admin: true, product: false }],
      ['g-user', { admin: false, product: true }],
      ['g-other', { admin: false, product: false }],
    ]);
    expect(calls.map(({ accountId, query }) => [accountId, query['accessType'], query['limit']])).toEqual([
      [LENDER, 'admin', '200'],
      [LENDER, 'site-admin', '200'],
      [LENDER, 'user', '200'],
    ]);
  });

  it('counts a group on the second page of a list', async ({ expect }) => {
    const many = groups(...Array.from({ length: 200 }, (_, index) => `g-${String(index)}`));
    scriptSite(({ query }) => {
      if (query['accessType'] !== 'admin') return aPage(groups('g-x'));
      return query['start'] === '0' ? aPage(many) : aPage(groups('g-other'));
    });
    const access = await reader().accessOf(LENDER, ASKED);
    expect(access.get(GroupId.parse('g-other'))).toEqual({ admin: true, product: false });
  });

  it('is asked for again each time: nothing is kept', async ({ expect }) => {
    const calls = answer();
    const one = reader();
    await one.accessOf(LENDER, ASKED);
    await one.accessOf(LENDER, ASKED);
    expect(calls).toHaveLength(6);
  });

  const LIST_NAMES = ['admin', 'site-admin', 'user'];
  const FAULTS = {
    'is refused': () => status(403),
    fails: () => status(503),
    'is of an unknown shape': () => json([]),
    'comes again and again': () => aPage(groups(...Array.from({ length: 200 }, (_, index) => `g-${String(index)}`))),
  };
  const cases = LIST_NAMES.flatMap((list) =>
    Object.entries(FAULTS).map(([what, fault]) => [list, what, fault] as const),
  );
  it.for(cases)('is unknown for every group if the list of %s %s', async ([list, , fault], { expect }) => {
    answer({ [list]: fault });
    expect(await reader().accessOf(LENDER, ASKED)).toEqual(allUnknown);
  });

  it.for(['admin', 'site-admin'])(
    'is unknown if no group gives %s access, as every site has one',
    async (list, { expect }) => {
      answer({ [list]: () => aPage([]) });
      expect(await reader().accessOf(LENDER, ASKED)).toEqual(allUnknown);
    },
  );

  it('is not called unknown where nobody can be acted for, or somebody is to wait', async ({ expect }) => {
    answer({ admin: () => proxyError('IMPERSONATION_REFUSED') });
    expect(await failureOf(reader().accessOf(LENDER, ASKED))).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE' });
    answer({ user: () => status(429, { 'retry-after': '60' }) });
    expect(await failureOf(reader().accessOf(LENDER, ASKED))).toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('a group by name', () => {
  function answer(groups: unknown[], totalSize: number | undefined = 3) {
    return scriptSite(({ path }) => (path.endsWith('/picker') ? aPage(groups) : json({ results: [{}], totalSize })));
  }

  it('is the one of exactly this name, in any case, with its members', async ({ expect }) => {
    const calls = answer([
      aGroup({ id: 'g-1', name: 'my-it-dev' }),
      aGroup({ name: 'IT-Dev' }),
      aGroup({ id: 'g-3', name: 'it-dev-2' }),
    ]);
    expect(await reader().groupByName(LENDER, 'it-dev')).toMatchObject({
      group: { groupId: GROUP, name: 'IT-Dev' },
      members: 3,
    });
    expect(calls.map(({ accountId, path, query }) => [accountId, path, query])).toEqual([
      [LENDER, '/wiki/rest/api/group/picker', { query: 'it-dev', start: '0', limit: '200' }],
      [
        LENDER,
        `/wiki/rest/api/group/${GROUP}/membersByGroupId`,
        { start: '0', limit: '1', shouldReturnTotalSize: 'true' },
      ],
    ]);
  });

  it('is absent if only other names hold the text', async ({ expect }) => {
    answer([aGroup({ name: 'it-dev-2' })]);
    expect(await reader().groupByName(LENDER, 'it-dev')).toBeUndefined();
  });

  it('is not called empty if Confluence does not count', async ({ expect }) => {
    scriptSite(({ path }) => (path.endsWith('/picker') ? aPage([aGroup()]) : json({ results: [] })));
    expect(await failureOf(reader().groupByName(LENDER, 'it-dev'))).toEqual({
      code: 'UPSTREAM_CONTRACT',
      changed: 'nothing',
    });
  });
});

describe('one group', () => {
  it('is absent where Confluence does not know it', async ({ expect }) => {
    scriptSite([status(404)]);
    expect(await reader().group(LENDER, GROUP)).toBeUndefined();
  });

  it('is not called absent where the privileged user is refused', async ({ expect }) => {
    scriptSite([status(403)]);
    expect(await failureOf(reader().group(LENDER, GROUP))).toEqual({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' });
  });
});

describe('a membership', () => {
  it('is read from the side of the account, as the privileged user', async ({ expect }) => {
    const calls = scriptSite([aPage([aGroup()])]);
    expect(await reader().isMember(LENDER, PERSON, GROUP)).toBe(true);
    expect(calls.map(({ accountId, query }) => [accountId, query['accountId']])).toEqual([[LENDER, PERSON]]);
  });
});
