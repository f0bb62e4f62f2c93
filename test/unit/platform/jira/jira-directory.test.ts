import { describe, it } from 'vitest';

import { createJiraDirectory } from '../../../../src/platform/jira/jira-directory';
import { CALLER } from '../../../../src/platform/rest/identity';
import { OrganizationId } from '../../../../src/shared/ids';
import { failureOf, json, lost, requestDeps, scriptSite, status } from '../scripted-site';
import { aJsmPage, aServiceDesk, permission, PROJECT, project, sent } from './jira-lab';

function directory() {
  return createJiraDirectory(requestDeps({ budgetMs: 1 }), CALLER);
}
const serviceDesk = '/rest/servicedeskapi/servicedesk';
const unavailable = { code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' };

describe('whether the caller is a Jira administrator', () => {
  it.for([
    ['they are', () => permission('ADMINISTER', true), true],
    ['they are not', () => permission('ADMINISTER', false), false],
    ['the answer does not say', () => json({ permissions: {} }), false],
    ['they may not use Jira', () => status(401), false],
    ['they are nobody to Jira', () => status(404), false],
  ] as const)('%s', async ([, reply, expected], { expect }) => {
    const calls = scriptSite([reply()]);
    expect(await directory().isJiraAdmin()).toBe(expected);
    const query = { permissions: 'ADMINISTER' };
    expect(sent(calls)).toEqual([[undefined, 'jira', 'GET', '/rest/api/3/mypermissions', query, undefined]]);
  });

  it('is not known in an outage', async ({ expect }) => {
    scriptSite([status(503)]);
    expect(await failureOf(directory().isJiraAdmin())).toEqual(unavailable);
  });
});

describe('a service project', () => {
  function answer(service: () => Response, agent: () => Response) {
    return scriptSite(({ path }) => (path.startsWith(serviceDesk) ? service() : agent()));
  }
  function found() {
    return json(aServiceDesk());
  }
  function isAgent() {
    return permission('SERVICEDESK_AGENT', true);
  }

  it('is proved by two calls side by side', async ({ expect }) => {
    const calls = answer(found, isAgent);
    expect(await directory().project('SUP')).toEqual({ project, agent: true });
    const query = { projectKey: 'SUP', permissions: 'SERVICEDESK_AGENT' };
    expect(sent(calls)).toEqual([
      [undefined, 'jira', 'GET', `${serviceDesk}/projectKey:SUP`, {}, undefined],
      [undefined, 'jira', 'GET', '/rest/api/3/mypermissions', query, undefined],
    ]);
  });

  it('that others serve has no agent in the caller', async ({ expect }) => {
    answer(found, () => permission('SERVICEDESK_AGENT', false));
    expect(await directory().project('SUP')).toEqual({ project, agent: false });
  });

  it.for([
    ['hidden by an empty 403', () => status(403), isAgent],
    ['unknown', () => status(404), isAgent],
    ['of another key', () => json(aServiceDesk({ projectKey: 'NEW' })), isAgent],
    ['of which the permissions are hidden', found, () => status(404)],
    ['in a Jira that knows no agents', found, () => status(400)],
  ] as const)('%s is none', async ([, service, agent], { expect }) => {
    answer(service, agent);
    expect(await directory().project('SUP')).toBeUndefined();
  });

  it.for(['sup', '10001', '', 'SUP/1', '../X', 'projectId:1', `S${'A'.repeat(255)}`])(
    '%j is no key, and nobody is asked',
    async (key, { expect }) => {
      const calls = scriptSite([]);
      expect(await directory().project(key)).toBeUndefined();
      expect(calls).toEqual([]);
    },
  );

  it('is not known in an outage', async ({ expect }) => {
    scriptSite(() => lost());
    expect(await failureOf(directory().project('SUP'))).toEqual(unavailable);
  });

  it('that Jira describes by halves is a breach of its contract', async ({ expect }) => {
    answer(() => json({ id: '4', projectKey: 'SUP' }), isAgent);
    expect(await failureOf(directory().project('SUP'))).toEqual({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' });
  });

  it('is found by its id', async ({ expect }) => {
    const calls = scriptSite([found()]);
    expect(await directory().projectById(PROJECT)).toEqual(project);
    expect(calls.map(({ path }) => path)).toEqual([`${serviceDesk}/projectId:${PROJECT}`]);
  });

  it.for([
    ['another one', () => json(aServiceDesk({ projectId: '4' }))],
    ['nothing', () => status(404)],
  ] as const)('is not found by its id where Jira answers %s', async ([, reply], { expect }) => {
    scriptSite([reply()]);
    expect(await directory().projectById(PROJECT)).toBeUndefined();
  });
});

describe('service projects', () => {
  it.for([
    ['more to come', aJsmPage([aServiceDesk()], false), 51],
    ['the last page', aJsmPage([aServiceDesk()], true), undefined],
    ['a short page of which Jira says nothing', aJsmPage([aServiceDesk()]), undefined],
    ['an empty page that claims to have a successor', aJsmPage([], false), undefined],
  ] as const)('%s', async ([, page, nextStart], { expect }) => {
    const calls = scriptSite([page]);
    const read = await directory().projects(50);
    expect(read.nextStart).toBe(nextStart);
    expect(calls.map(({ path, query }) => [path, query])).toEqual([[serviceDesk, { start: '50', limit: '50' }]]);
  });

  it('are named as Jira names them', async ({ expect }) => {
    scriptSite([aJsmPage([aServiceDesk()], true)]);
    expect(await directory().projects(0)).toEqual({ projects: [project] });
  });
});

describe('organizations of a project', () => {
  function some(from: number, count: number) {
    return Array.from({ length: count }, (_, index) => ({ id: String(from + index), name: `O${from + index}` }));
  }

  it('come from as many pages as it takes, and go by what came', async ({ expect }) => {
    const calls = scriptSite([aJsmPage(some(1, 20), false), aJsmPage(some(21, 3), true)]);
    const { organizations, nextStart } = await directory().organizations(project);
    expect([organizations.length, nextStart]).toEqual([23, undefined]);
    expect(organizations[22]).toEqual({ organizationId: '23', name: 'O23' });
    expect(calls.map(({ path, query }) => [path, query['start']])).toEqual([
      [`${serviceDesk}/4/organization`, '0'],
      [`${serviceDesk}/4/organization`, '20'],
    ]);
  });

  it('are 200 at a time, and where the next begin', async ({ expect }) => {
    const calls = scriptSite(({ query }) => aJsmPage(some(Number(query['start']), 50), false));
    const first = await directory().organizations(project);
    expect([first.organizations.length, first.nextStart, calls.length]).toEqual([200, 200, 4]);
    const next = await directory().organizations(project, 200);
    expect([next.organizations[0]?.organizationId, next.nextStart]).toEqual(['200', 400]);
  });

  function wanted(...ids: number[]) {
    return ids.map((one) => OrganizationId.parse(String(one)));
  }

  it('are looked for no further than the last that is wanted', async ({ expect }) => {
    const calls = scriptSite(({ query }) => aJsmPage(some(Number(query['start']), 50), false));
    const { found, complete } = await directory().findOrganizations(project, wanted(260, 3));
    expect([found.map(({ organizationId }) => organizationId), complete, calls.length]).toEqual([
      ['3', '260'],
      true,
      6,
    ]);
  });

  it('are looked for to the end of the list', async ({ expect }) => {
    scriptSite([aJsmPage(some(1, 50), false), aJsmPage(some(51, 5), true)]);
    expect(await directory().findOrganizations(project, wanted(56))).toEqual({ found: [], complete: true });
  });

  it('are looked for among 2,000 at most: what is beyond is not known', async ({ expect }) => {
    const calls = scriptSite(({ query }) => aJsmPage(some(Number(query['start']), 50), false));
    expect(await directory().findOrganizations(project, wanted(2000))).toEqual({ found: [], complete: false });
    expect(calls).toHaveLength(40);
    expect(await directory().findOrganizations(project, wanted(1999))).toMatchObject({ complete: true });
  });

  it('are none where the caller is no agent', async ({ expect }) => {
    scriptSite([status(403)]);
    expect(await directory().organizations(project)).toEqual({ organizations: [] });
    scriptSite([status(403)]);
    expect(await directory().findOrganizations(project, wanted(1))).toEqual({ found: [], complete: true });
  });
});

describe('groups', () => {
  it("the caller's own are all of theirs, by id", async ({ expect }) => {
    const calls = scriptSite([json({ groups: { items: [{ groupId: 'a-1', name: 'a' }, { groupId: null }, {}] } })]);
    expect([...(await directory().groupsOfCaller())]).toEqual(['a-1']);
    expect(calls.map(({ path, query }) => [path, query])).toEqual([['/rest/api/3/myself', { expand: 'groups' }]]);
  });

  it.for([
    ['Jira leaves them out', () => json({})],
    ['Jira is not for them', () => status(403)],
  ] as const)("the caller's own are none where %s", async ([, reply], { expect }) => {
    scriptSite([reply()]);
    expect((await directory().groupsOfCaller()).size).toBe(0);
  });

  it('are searched for in any case, 50 at most', async ({ expect }) => {
    const groups = Array.from({ length: 60 }, (_, index) => ({ groupId: `g-${index}`, name: `team ${index}` }));
    const calls = scriptSite([json({ groups: [{ name: 'no id' }, ...groups] })]);
    const found = await directory().searchGroups('team');
    expect([found.length, found[0]]).toEqual([50, { groupId: 'g-0', name: 'team 0' }]);
    const query = { query: 'team', maxResults: '50', caseInsensitive: 'true' };
    expect(calls.map((call) => [call.path, call.query])).toEqual([['/rest/api/3/groups/picker', query]]);
  });
});
