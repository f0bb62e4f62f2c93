import { describe, it } from 'vitest';

import { createDirectory } from '../../../../src/platform/confluence/directory';
import { CALLER } from '../../../../src/platform/rest/identity';
import {
  aGroup,
  aPage,
  failureOf,
  GROUP,
  json,
  PERSON,
  requestDeps,
  scriptSite,
  status,
  type SeenCall,
} from '../scripted-site';

function directory() {
  return createDirectory(requestDeps({ budgetMs: 1 }), CALLER);
}
function asked(calls: readonly SeenCall[]) {
  return calls.map(({ path, query }) => [path, query]);
}
const refused = { code: 'ATLASSIAN_REFUSED', changed: 'nothing' };
function manyGroups(count: number, from = 0) {
  return Array.from({ length: count }, (_, index) => aGroup({ id: `g-${from + index}` }));
}

describe('a group', () => {
  it.for([
    [{}, { managedBy: 'ADMINS', usageType: 'USERBASE_GROUP' }],
    [
      { managedBy: 'EXTERNAL', usageType: 'TEAM_COLLABORATION' },
      { managedBy: 'EXTERNAL', usageType: 'TEAM_COLLABORATION' },
    ],
    // A kind that Atlassian adds later is not ours to touch.
    [
      { managedBy: 'ROBOTS', usageType: 'NEW' },
      { managedBy: 'EXTERNAL', usageType: 'TEAM_COLLABORATION' },
    ],
  ] as const)('described as %j is %j', async ([fields, expected], { expect }) => {
    scriptSite([json(aGroup(fields))]);
    expect(await directory().group(GROUP)).toEqual({ groupId: GROUP, name: 'it-dev', ...expected });
  });

  it.for([400, 404])('is hidden after %i', async (code, { expect }) => {
    scriptSite([status(code)]);
    expect(await directory().group(GROUP)).toBeUndefined();
  });

  it('is not taken for gone if Confluence refuses to show it', async ({ expect }) => {
    scriptSite([status(403)]);
    expect(await failureOf(directory().group(GROUP))).toEqual(refused);
  });
});

describe('a page of groups', () => {
  it.for([
    ['is full', () => aPage(manyGroups(200)), 200],
    ['is short', () => aPage(manyGroups(3)), undefined],
    ['is short, but has a next one', () => aPage(manyGroups(3), { _links: { next: '/x' } }), 3],
    ['was shortened by Confluence', () => aPage(manyGroups(50), { limit: 50 }), 50],
    ['is empty', () => aPage([], { _links: { next: '/x' } }), undefined],
  ] as const)('that %s', async ([, reply, nextStart], { expect }) => {
    const calls = scriptSite([reply(), reply()]);
    expect((await directory().searchGroups('it', 0)).nextStart).toBe(nextStart);
    expect((await directory().listGroups(0)).nextStart).toBe(nextStart);
    expect(asked(calls)).toEqual([
      ['/wiki/rest/api/group/picker', { query: 'it', start: '0', limit: '200' }],
      ['/wiki/rest/api/group', { start: '0', limit: '200' }],
    ]);
  });

  it('is not called empty if the caller is refused', async ({ expect }) => {
    scriptSite([status(403)]);
    expect(await failureOf(directory().searchGroups('it', 0))).toEqual(refused);
  });
});

describe('members', () => {
  function people(count: number) {
    return Array.from({ length: count }, (_, index) => ({ accountId: `557058:person-${index}` }));
  }

  it('come 25 at a time with their total', async ({ expect }) => {
    const calls = scriptSite([json({ results: people(25), totalSize: 60 })]);
    expect(await directory().members(GROUP, 25)).toMatchObject({ start: 25, total: 60, nextStart: 50 });
    expect(asked(calls)).toEqual([
      [`/wiki/rest/api/group/${GROUP}/membersByGroupId`, { start: '25', limit: '25', shouldReturnTotalSize: 'true' }],
    ]);
  });

  it.for([
    ['the last page', { results: people(10), totalSize: 35 }, { total: 35 }],
    ['a page that hides suspended people', { results: people(20), totalSize: 60 }, { total: 60, nextStart: 45 }],
    ['an empty page', { results: [], totalSize: 60 }, { total: 60 }],
    ['a page without a total', { results: people(3) }, { total: 28 }],
  ] as const)('on %s', async ([, answer, expected], { expect }) => {
    scriptSite([json(answer)]);
    const { accountIds, ...rest } = await directory().members(GROUP, 25);
    expect(accountIds).toHaveLength(answer.results.length);
    expect(rest).toEqual({ start: 25, ...expected });
  });

  it('who hide their account are left out', async ({ expect }) => {
    scriptSite([json({ results: [{ accountId: null }, ...people(1)], totalSize: 2 })]);
    expect(await directory().members(GROUP, 0)).toMatchObject({ accountIds: ['557058:person-0'], total: 2 });
  });

  it('of a group that isn’t found are none, but aren’t counted', async ({ expect }) => {
    scriptSite([status(404), status(404)]);
    expect(await directory().members(GROUP, 0)).toEqual({ accountIds: [], start: 0, total: 0 });
    expect(await directory().countMembers(GROUP)).toBeUndefined();
  });

  it('come 200 at a time with public names, where they show one', async ({ expect }) => {
    const results = [
      { accountId: '557058:person-0', publicName: ' Ada ', displayName: 'Ada Author' },
      { accountId: '557058:person-1', publicName: ' ' },
      { accountId: '557058:person-2', publicName: 7 },
      { accountId: null, publicName: 'Nobody' },
    ];
    const calls = scriptSite([json({ results, totalSize: 300 })]);
    expect(await directory().namedMembers(GROUP, 200)).toEqual({
      members: [
        { accountId: '557058:person-0', name: 'Ada' },
        { accountId: '557058:person-1' },
        { accountId: '557058:person-2' },
      ],
      total: 300,
      nextStart: 204,
    });
    expect(asked(calls)).toEqual([
      [`/wiki/rest/api/group/${GROUP}/membersByGroupId`, { start: '200', limit: '200', shouldReturnTotalSize: 'true' }],
    ]);
  });

  it('with names aren’t a whole list without a total', async ({ expect }) => {
    scriptSite([json({ results: people(3) })]);
    expect(await failureOf(directory().namedMembers(GROUP, 0))).toEqual({
      code: 'UPSTREAM_CONTRACT',
      changed: 'nothing',
    });
  });

  it('are counted by a call that lists one', async ({ expect }) => {
    const calls = scriptSite([json({ results: people(1), totalSize: 60 })]);
    expect(await directory().countMembers(GROUP)).toBe(60);
    expect(calls[0]?.query).toEqual({ start: '0', limit: '1', shouldReturnTotalSize: 'true' });
  });
});

describe('the groups of an account', () => {
  it('are read to the end', async ({ expect }) => {
    const calls = scriptSite([aPage(manyGroups(200)), aPage(manyGroups(2, 200))]);
    expect((await directory().groupsOf(PERSON)).size).toBe(202);
    expect(calls.map(({ query }) => query)).toEqual([
      { accountId: PERSON, start: '0', limit: '200' },
      { accountId: PERSON, start: '200', limit: '200' },
    ]);
  });

  it('are read only until the group is found', async ({ expect }) => {
    const calls = scriptSite([aPage([...manyGroups(199), aGroup()])]);
    expect(await directory().isMember(PERSON, GROUP)).toBe(true);
    expect(calls).toHaveLength(1);
  });

  it('are not called none for an account that Confluence does not know', async ({ expect }) => {
    scriptSite([status(404), status(404)]);
    const contract = { code: 'UPSTREAM_CONTRACT', changed: 'nothing' };
    expect(await failureOf(directory().isMember(PERSON, GROUP))).toEqual(contract);
    expect(await failureOf(directory().groupsOf(PERSON))).toEqual(contract);
  });

  it('are not called none if the caller is refused', async ({ expect }) => {
    scriptSite([status(403)]);
    expect(await failureOf(directory().groupsOf(PERSON))).toEqual(refused);
  });
});
