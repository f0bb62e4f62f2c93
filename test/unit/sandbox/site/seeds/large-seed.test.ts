import { describe, expect, test } from 'vitest';

import { demoSeed } from '../../../../../sandbox/site/seeds/demo';
import { largeSeed } from '../../../../../sandbox/site/seeds/large';
import { createSite } from '../../../../../sandbox/site/site';
import { findAccounts, findUsers, nameUser } from '../../../../../sandbox/web/people';

const site = createSite({ seed: largeSeed, clock: { now: () => 0 }, ids: { uuid: () => crypto.randomUUID() } });
const siteAdmin = site.model.accountOf('site-admin').accountId;
async function read(path: string): Promise<Record<string, unknown>> {
  const response = await site.fetch(new Request(`https://acme.example${path}`), {
    kind: 'basic',
    accountId: siteAdmin,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

describe('the large site', () => {
  test('has 50,000 people, 5,000 groups, 1,000 spaces and one group of 20,000', () => {
    expect(site.people()).toHaveLength(50_000);
    expect(site.model.groups.size).toBe(5000);
    expect(site.spaces()).toHaveLength(1000);
    expect(site.model.group('demo-everyone').members.size).toBe(20_000);
  });

  test('has the cast, groups and spaces of the demo, under the same ids', () => {
    function idsOf(seed: typeof demoSeed) {
      return [...seed.groups, ...seed.spaces].map(({ id }) => id);
    }
    expect(idsOf(largeSeed)).toEqual(expect.arrayContaining(idsOf(demoSeed)));
    expect(largeSeed.people.slice(0, demoSeed.people.length)).toEqual(demoSeed.people);
  });

  test('lists the groups of the demo first, so that they are on the first page', async () => {
    const { results } = (await read('/wiki/rest/api/group?limit=200')) as { results: { name: string }[] };
    const names = results.slice(0, demoSeed.groups.length + 1).map(({ name }) => name);
    expect(names.toSorted()).toEqual([...demoSeed.groups.map(({ name }) => name), 'demo-everyone'].toSorted());
  });

  test('has a space with 300 groups that match the pattern, which the space admin of the demo administers', () => {
    const names = [...site.model.groups.values()].map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('unit0001-'))).toHaveLength(300);
    expect(new Set(names).size).toBe(names.length);
    const { admins } = largeSeed.spaces.find(({ key }) => key === 'UNIT0001') ?? {};
    expect(admins).toContain('space-admin');
  });

  test('pages through its largest group', async () => {
    const path = `/wiki/rest/api/group/${site.model.group('demo-everyone').id}/membersByGroupId`;
    expect(await read(`${path}?start=19990&limit=25&shouldReturnTotalSize=true`)).toMatchObject({
      size: 10,
      totalSize: 20_000,
    });
  });

  test('finds people without showing all of them', () => {
    const viewer = site.person(siteAdmin);
    expect(findUsers(site, viewer, 'Amara')).toHaveLength(20);
    expect(findAccounts(site, 'person-49931')).toHaveLength(1);
    if (viewer === undefined) throw new Error('No viewer');
    expect(nameUser(site, viewer, siteAdmin)).toMatchObject({ name: 'Sofia Lindgren' });
  });
});
