// What the published packages send through `__forge_fetch__`. A new version that sends something else fails here first.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { asApp, asUser, requestConfluence, requestJira, route } from '@forge/api';
import { Queue } from '@forge/events';
import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import { afterAll, beforeAll, describe, it } from 'vitest';

interface Sent {
  descriptor: unknown;
  path: string;
  body: unknown;
}

const SEAMS = ['__forge_fetch__', '__forge_runtime__'] as const;
const before = SEAMS.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
let sent: Sent[] = [];

const metric = { incr: () => {}, measure: () => ({ stop: () => {} }) };

beforeAll(() => {
  async function forgeFetch(descriptor: unknown, path: string, init?: RequestInit) {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ descriptor, path, body });
    return Response.json({ data: [] }, { status: path.includes('/queue/publish/') ? 201 : 200 });
  }
  Object.defineProperty(globalThis, '__forge_fetch__', { configurable: true, value: forgeFetch });
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    value: { metrics: { counter: () => metric, timing: () => metric } },
  });
});

afterAll(() => {
  for (const [at, name] of SEAMS.entries()) Object.defineProperty(globalThis, name, before[at] ?? { value: undefined });
});

async function sentBy(call: () => Promise<unknown>): Promise<Sent | undefined> {
  sent = [];
  await call();
  return sent[0];
}

function confluence(provider: string, accountId?: string) {
  return {
    type: 'fpp',
    provider,
    remote: 'confluence',
    accountId,
  };
}
function jira(provider: string, accountId?: string) {
  return { ...confluence(provider, accountId), remote: 'jira' };
}
const path = route`/wiki/api/v2/spaces?limit=${1}`;
const KVS = { type: 'kvs', provider: 'app', remote: 'kvs' };
const entity = kvs.entity<{ name: string }>('employee');
const isAnna = new Filter<{ name: string }>().and('name', FilterConditions.equalTo('Anna'));
const annaClause = { property: 'name', condition: 'EQUAL_TO', values: ['Anna'] };

describe('@forge/api', () => {
  it.for([
    ['requestConfluence', () => requestConfluence(path), confluence('none')],
    ['asApp', () => asApp().requestConfluence(path), confluence('app')],
    ['asUser()', () => asUser().requestConfluence(path), confluence('user')],
    ['asUser(id)', () => asUser('acc').requestConfluence(path), confluence('user', 'acc')],
    ['requestJira', () => requestJira(path), jira('none')],
    ['asApp, of Jira', () => asApp().requestJira(path), jira('app')],
    ['asUser(), of Jira', () => asUser().requestJira(path), jira('user')],
    ['asUser(id), of Jira', () => asUser('acc').requestJira(path), jira('user', 'acc')],
    ["asUser('')", () => asUser('').requestConfluence(path), confluence('user', '')],
  ] as const)('%s says whose call it is', async ([, call, descriptor], { expect }) => {
    expect(await sentBy(call)).toMatchObject({ descriptor, path: '/wiki/api/v2/spaces?limit=1' });
  });
});

describe('@forge/events', () => {
  it('publishes as the app, with placeholders that the platform fills', async ({ expect }) => {
    const call = await sentBy(() => new Queue({ key: 'jobs' }).push({ body: { n: 1 }, delayInSeconds: 5 }));
    expect(call).toMatchObject({
      descriptor: { type: 'fpp', provider: 'app', remote: 'stargate' },
      path: '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}',
      body: { queueName: 'jobs', type: 'avi:forge:app:event', payload: [{ body: { n: 1 }, delayInSeconds: 5 }] },
    });
  });
});

describe('@forge/kvs', () => {
  it.for([
    ['/api/v1/get', () => kvs.get('k'), { key: 'k' }],
    ['/api/v1/secret/set', () => kvs.setSecret('k', 1), { key: 'k', value: 1 }],
    ['/api/v1/entity/delete', () => entity.delete('k'), { entityName: 'employee', key: 'k' }],
    ['/api/v1/batch/set', () => kvs.batchSet([{ key: 'k', value: 1 }]), [{ key: 'k', value: 1 }]],
    [
      '/api/v1/query',
      () => kvs.query().where('key', WhereConditions.beginsWith('p')).cursor('c').limit(3).getMany(),
      { limit: 3, after: 'c', where: [{ property: 'key', condition: 'BEGINS_WITH', values: ['p'] }] },
    ],
    [
      '/api/v1/entity/query',
      () =>
        entity
          .query()
          .index('by-team', { partition: ['red'] })
          .where(WhereConditions.between('a', 'b'))
          .filters(isAnna)
          .getMany(),
      {
        entityName: 'employee',
        indexName: 'by-team',
        partition: ['red'],
        range: { condition: 'BETWEEN', values: ['a', 'b'] },
        filters: { and: [annaClause] },
      },
    ],
    [
      '/api/v1/transaction',
      () => kvs.transact().set('k', 1).check('e', { entityName: 'employee', conditions: isAnna }).execute(),
      {
        set: [{ key: 'k', value: 1 }],
        check: [{ key: 'e', entityName: 'employee', conditions: { and: [annaClause] } }],
      },
    ],
  ] as const)('sends %s', async ([target, call, body], { expect }) => {
    expect(await sentBy(call)).toEqual({ descriptor: KVS, path: target, body });
  });
});

describe('the packages', () => {
  it('reach the platform from these files only', ({ expect }) => {
    const root = join(import.meta.dirname, '../../../../node_modules/@forge');
    const callers = ['api', 'events', 'kvs', 'resolver'].flatMap((name) =>
      readdirSync(join(root, name, 'out'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.js') && !file.includes('__test__'))
        .filter((file) => readFileSync(join(root, name, 'out', file), 'utf8').includes('__forge_fetch__'))
        .map((file) => `${name}/${file}`),
    );
    expect(callers.toSorted()).toEqual(['api/api/endpoint.js', 'api/api/fetch.js', 'api/sendEmail.js', 'kvs/index.js']);
  });
});
