import { describe, expect, test } from 'vitest';

import { adfOf } from '../../../../../sandbox/site/jira/adf';
import { aWorld } from '../world';

const ISSUE = '/rest/api/3/issue';
function fields(change: object = {}) {
  return {
    fields: {
      project: { key: 'SUP' },
      issuetype: { name: 'Task' },
      summary: 'Access for Nora',
      description: adfOf('Please.\nnora@acme.example'),
      ...change,
    },
  };
}

function client(handle = 'agent') {
  const world = aWorld();
  return { ...world, ...world.as(world.basic(handle)) };
}

describe('creating an issue', () => {
  test('gives it the project’s next key, and tells who listens', async () => {
    const { site, post, accountId } = client();
    const heard: unknown[] = [];
    site.onIssueCreated((issue) => heard.push(issue));
    const { status, body } = await post(ISSUE, fields());
    expect(status).toBe(201);
    const { id, key } = body as { id: string; key: string };
    expect(key).toBe('SUP-2');
    expect(heard).toEqual([{ id, key, projectId: '10010', projectKey: 'SUP' }]);
    expect(site.issue('sup-2')).toEqual({
      key,
      summary: 'Access for Nora',
      description: 'Please.\nnora@acme.example',
      reporterAccountId: accountId('agent'),
      projectKey: 'SUP',
    });
    expect(site.issue(id)).toEqual(site.issue(key));
  });

  test.each([
    [{ project: { key: 'PRIV' } }, 'project'],
    [{ project: { key: 'NONE' } }, 'project'],
    [{ issuetype: { name: 'Story' } }, 'issuetype'],
    [{ summary: '' }, 'summary'],
    [{ summary: 'Two\nlines' }, 'summary'],
    [{ description: 'text' }, 'description'],
  ])('refuses %j and names the field', async (change, field) => {
    const { site, post } = client();
    site.onIssueCreated(() => expect.unreachable());
    expect(await post(ISSUE, fields(change))).toMatchObject({
      status: 400,
      body: { errorMessages: [], errors: { [field]: expect.any(String) } },
    });
  });

  test('does not model other fields', async () => {
    const { post } = client();
    expect(await post(ISSUE, fields({ labels: ['x'] }))).toMatchObject({
      status: 501,
      body: { message: expect.stringContaining('fields.labels') },
    });
    expect(await post(ISSUE, { ...fields(), update: {} })).toMatchObject({ status: 501 });
  });

  test('may be lost on the way back and has happened then', async () => {
    const { site, post } = client();
    site.faults.add({ on: 'rest', operationId: 'createIssue', drop: 'after', times: 1 });
    await expect(post(ISSUE, fields())).rejects.toThrow('fetch failed');
    expect(site.issue('SUP-2')).toMatchObject({ summary: 'Access for Nora' });
  });
});

describe('an issue', () => {
  test('is read by key or id, with the fields that are asked for', async () => {
    const { get, accountId } = client();
    const { body } = await get(`${ISSUE}/sup-1`);
    expect(body).toMatchObject({
      id: '10101',
      key: 'SUP-1',
      fields: { summary: 'Access for a new colleague', reporter: { accountId: accountId('acme-customer') } },
    });
    expect((await get(`${ISSUE}/10101?fields=summary,created`)).body).toHaveProperty('fields', {
      summary: 'Access for a new colleague',
      created: '2024-03-04T09:00:00.000+0000',
    });
    const { fields: less } = (await get(`${ISSUE}/10101?fields=*all,-comment`)).body as { fields: object };
    expect(Object.keys(less)).not.toContain('comment');
  });

  test('is hidden from those who may not browse its project', async () => {
    const { get } = client();
    expect(await get(`${ISSUE}/PRIV-1`)).toMatchObject({ status: 404 });
    expect(await get(`${ISSUE}/SUP-99`)).toMatchObject({ status: 404 });
    expect(await get('/rest/api/3/project/PRIV')).toMatchObject({ status: 404 });
    expect(await get('/rest/api/3/project/sup')).toMatchObject({ status: 404 });
    expect(await get('/rest/api/3/project/10010')).toMatchObject({
      status: 200,
      body: { key: 'SUP', projectTypeKey: 'service_desk' },
    });
  });

  test('is commented on by people and by the app', async () => {
    const { as, app, get, post, accountId } = client();
    const path = `${ISSUE}/SUP-1/comment`;
    expect(await post(path, { body: adfOf('One') })).toMatchObject({ status: 201, body: { jsdPublic: true } });
    expect(await as(app()).post(path, { body: adfOf('Two') })).toMatchObject({ status: 201 });
    const { body } = await get(`${path}?orderBy=-created&maxResults=1`);
    expect(body).toMatchObject({
      total: 2,
      maxResults: 1,
      comments: [{ body: adfOf('Two'), author: { accountId: accountId('app') } }],
    });
    expect(await post(path, { body: 'Three' })).toMatchObject({ status: 400 });
    expect(await post(path, { body: adfOf('Three'), visibility: {} })).toMatchObject({ status: 501 });
    expect(await post(`${ISSUE}/PRIV-1/comment`, { body: adfOf('Four') })).toMatchObject({ status: 404 });
  });
});

test('those outside of REST know the projects', () => {
  expect(aWorld().site.projects()).toEqual([
    { id: '10010', key: 'SUP', name: 'Support', serviceDeskId: '1' },
    { id: '10011', key: 'PRIV', name: 'Private clients', serviceDeskId: '2' },
    { id: '10012', key: 'DEVP', name: 'Development' },
  ]);
});
