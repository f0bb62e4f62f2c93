import { asApp, asUser, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import { makeResolver } from '@forge/resolver';
import { beforeEach, describe, expect, it } from 'vitest';

import { manifestOf } from '../../../sandbox/forge/manifest';
import { createSandbox } from '../../../sandbox/sandbox';
import type { Sandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { MANIFEST } from './forge/app-manifest';

async function told(run: () => Promise<unknown>): Promise<unknown> {
  return run().catch((thrown: Error) => ({ name: thrown.name, message: thrown.message }));
}

const app = {
  page: makeResolver({
    groups: async () => ({
      told: await told(async () => (await asApp().requestConfluence(route`/wiki/rest/api/group`)).status),
    }),
    read: async () => ({ told: await told(async () => (await kvs.get('any')) ?? 'nothing') }),
    write: async () => ({ told: await told(async () => kvs.set('any', 'kept').then(() => 'done')) }),
    create: async () => ({
      told: await told(async () => {
        const body = JSON.stringify({ name: 'demo-late' });
        const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
        return (await asUser().requestConfluence(route`/wiki/rest/api/group`, init)).status;
      }),
    }),
  }),
};

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox({ seed: demoSeed, app, manifest: manifestOf(MANIFEST) });
});

async function control(method: string, body?: unknown) {
  const text = body === undefined ? null : JSON.stringify(body);
  const answer = await sandbox.fetch(new Request('http://127.0.0.1/_sandbox/faults', { method, body: text }));
  return { status: answer.status, body: answer.status === 204 ? undefined : ((await answer.json()) as unknown) };
}
async function run(functionKey: string, handle = 'space-admin') {
  const { accountId } = sandbox.site.model.accountOf(handle);
  return ((await sandbox.invoke({ moduleKey: 'page', functionKey, accountId })) as { told: unknown }).told;
}

const REST = { on: 'rest', operationId: 'getGroups', status: 503, times: 2 };
const STORAGE = { on: 'storage', target: '/api/v1/get', status: 500, code: 'DOWN', times: 1 };

describe('/_sandbox/faults', () => {
  it('takes one fault or a list, lists what is left, and forgets all', async () => {
    expect(await control('POST', REST)).toEqual({ status: 201, body: [REST] });
    const queue = [
      { on: 'queue', effect: 'refuse', status: 429, times: 1 },
      { on: 'queue', effect: 'duplicate', times: 3 },
    ];
    expect(await control('POST', [STORAGE, ...queue])).toMatchObject({ status: 201 });
    expect(await run('groups')).toBe(503);
    expect(await control('GET')).toEqual({ status: 200, body: [{ ...REST, times: 1 }, STORAGE, ...queue] });
    expect(await control('DELETE')).toEqual({ status: 204, body: undefined });
    expect(await control('GET')).toEqual({ status: 200, body: [] });
    expect(await run('groups')).toBe(200);
  });

  it('forgets those with one name, and keeps the others', async () => {
    const named = { ...REST, name: 'outage' };
    await control('POST', [named, REST, { ...named, path: '/wiki/' }, STORAGE]);
    const forgotten = new Request('http://127.0.0.1/_sandbox/faults?name=outage', { method: 'DELETE' });
    expect((await sandbox.fetch(forgotten)).status).toBe(204);
    expect(await control('GET')).toEqual({ status: 200, body: [REST, STORAGE] });
  });

  it('takes each effect that the queue knows, narrowed to events', async () => {
    const aim = { on: 'queue', queueName: 'jobs', body: { kind: 'work' }, skip: 2, times: 1 };
    const faults = [
      { ...aim, effect: 'unanswered' },
      { ...aim, effect: 'unanswered', status: 503 },
      { ...aim, effect: 'late', lateMs: 60_000 },
      ...['lose', 'reorder', 'twice'].map((effect) => ({ ...aim, effect })),
    ];
    expect(await control('POST', faults)).toEqual({ status: 201, body: faults });
  });

  it('kills a function at a call of its own, and then no more', async () => {
    const kill = { on: 'function', effect: 'kill', moduleKey: 'page', atCall: 1, when: 'after', times: 1 };
    expect(await control('POST', kill)).toEqual({ status: 201, body: [kill] });
    await expect(run('write')).rejects.toMatchObject({ code: 'FUNCTION_OUT_OF_MEMORY' });
    expect(await run('read')).toBe('kept');
    await control('POST', kill);
    await control('DELETE');
    expect(await run('read')).toBe('kept');
  });

  it.each([
    ['one that says nothing of what goes wrong', { on: 'rest' }, ['status']],
    ['a status that no answer has', { on: 'rest', status: 199 }, ['status']],
    ['a field that it does not know', { on: 'rest', status: 500, operation: 'getGroups' }, ['']],
    ['one bad fault among good ones', [REST, { ...REST, times: 0 }], ['1.times']],
    ['a time for an effect that is not late', { on: 'rest', drop: 'after', afterMs: 5 }, ['afterMs']],
    ['a late event without a time', { on: 'queue', effect: 'late' }, ['lateMs']],
    ['an unknown place', { on: 'moon' }, ['on']],
    ['no JSON', undefined, ['']],
  ])('refuses %s, and adds none', async (_what, body, fields) => {
    const { status, body: answer } = await control('POST', body);
    const { error } = answer as { error: { code: string; fields: { field: string; message: string }[] } };
    expect([status, error.code, error.fields.map(({ field }) => field)]).toEqual([400, 'INVALID_REQUEST', fields]);
    expect(sandbox.faults.list()).toEqual([]);
  });
});

describe('what the app sees', () => {
  it('is a fetch that fails, if the answer is lost', async () => {
    sandbox.faults.add({ on: 'rest', identity: 'app', drop: 'after' });
    expect(await run('groups')).toEqual({ name: 'TypeError', message: 'fetch failed' });
    expect(await run('groups')).toBe(200);
    expect(sandbox.requests()).toMatchObject([{ status: 200, fault: true }, { status: 200 }]);
  });

  it('is an error of storage', async () => {
    sandbox.faults.add({ on: 'storage', delayMs: 1 });
    expect(await run('read')).toMatchObject({ name: 'ForgeKvsError' });
    expect(await run('read')).toBe('nothing');
  });

  it.each([
    ['before', 'nothing', 0],
    ['after', 'kept', 204],
  ] as const)('is no answer of storage, lost %s the effect', async (drop, stored, status) => {
    sandbox.faults.add({ on: 'storage', target: '/api/v1/set', drop });
    expect(await run('write')).toEqual({ name: 'TypeError', message: 'fetch failed' });
    expect(sandbox.forge.kvs.requests()).toMatchObject([{ target: '/api/v1/set', status }]);
    expect(await run('read')).toBe(stored);
  });

  it('is another answer of storage, though the effect took place', async () => {
    sandbox.faults.add({ on: 'storage', target: '/api/v1/set', drop: 'after', status: 504 });
    expect(await run('write')).toMatchObject({ name: 'ForgeKvsError' });
    expect(await run('read')).toBe('kept');
  });

  it('is a gateway’s word while the effect is still to come, until it is let go', async () => {
    await control('POST', { on: 'rest', operationId: 'createGroup', drop: 'late', status: 504 });
    expect(await run('create', 'site-admin')).toBe(504);
    const waiting = { on: 'rest', waiting: { method: 'POST', path: '/wiki/rest/api/group' } };
    expect(await control('GET')).toEqual({ status: 200, body: [waiting] });
    expect(() => sandbox.site.model.group('demo-late')).toThrow('demo-late');
    const released = await sandbox.fetch(new Request('http://127.0.0.1/_sandbox/faults/release', { method: 'POST' }));
    expect(released.status).toBe(204);
    expect(sandbox.site.model.group('demo-late').members.size).toBe(0);
    expect(await control('GET')).toEqual({ status: 200, body: [] });
  });

  it('refuses faults in code as over HTTP', () => {
    expect(() => sandbox.faults.add({ on: 'rest' })).toThrow('Say what goes wrong');
  });
});
