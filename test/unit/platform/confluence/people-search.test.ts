import { describe, it } from 'vitest';

import { createDirectory } from '../../../../src/platform/confluence/directory';
import { CALLER } from '../../../../src/platform/rest/identity';
import { json, requestDeps, scriptSite } from '../scripted-site';

function find(name: string) {
  return createDirectory(requestDeps({ budgetMs: 1 }), CALLER).findByName(name);
}
function found(...users: ({ accountId?: string; displayName?: string | null } | undefined)[]) {
  return json({ results: users.map((user) => ({ user, title: 'x' })) });
}

describe('a search by name', () => {
  it.for([
    ['Amara Adeyemi', 'amara adeyemi'],
    ['Adeyemi, Amara', 'adeyemi amara'],
    ['  Smith-Jones   Ann ', 'smith-jones ann'],
    ["Sinéad O'Brien", "sinéad o'brien"],
    ['Ann" or type = user or user.fullname ~ "b', 'ann or type user or user.fullname b'],
    ['Ann\\', 'ann'],
    ['A* B? (C) -d +e NOT f~2 "g"', 'a b c d e not f 2 g'],
    ['山田 太郎', '山田 太郎'],
  ])('of %j asks for its words alone', async ([name, words], { expect }) => {
    const calls = scriptSite([found()]);
    expect(await find(String(name))).toEqual({ accountIds: [], more: false });
    expect(calls.map(({ provider, accountId, path, query }) => [provider, accountId, path, query])).toEqual([
      [
        'user',
        undefined,
        '/wiki/rest/api/search/user',
        { cql: `type = user and user.fullname ~ "${String(words)}"`, limit: '11' },
      ],
    ]);
  });

  it.for(['*', '"', '\\', ' - ', '...', 'bob@acme.example', 'bob＠acme.example'])(
    'of %j finds nobody, and isn’t sent',
    async (name, { expect }) => {
      const calls = scriptSite([]);
      expect(await find(name)).toEqual({ accountIds: [], more: false });
      expect(calls).toEqual([]);
    },
  );

  it('puts those of exactly this name first, and leaves out who has no id', async ({ expect }) => {
    scriptSite([
      found(
        { accountId: 'a', displayName: 'Ann Leeman' },
        undefined,
        { accountId: 'b', displayName: null },
        { displayName: 'Ann Lee' },
        { accountId: 'c', displayName: 'ANN LEE' },
      ),
    ]);
    expect(await find('Ann Lee')).toEqual({ accountIds: ['c', 'a', 'b'], more: false });
  });

  it('gives ten, and says whether there are others', async ({ expect }) => {
    const users = Array.from({ length: 11 }, (_, index) => ({ accountId: `p${String(index)}`, displayName: 'Ann' }));
    scriptSite([found(...users)]);
    const { accountIds, more } = await find('Ann');
    expect([accountIds.length, more]).toEqual([10, true]);
  });
});
