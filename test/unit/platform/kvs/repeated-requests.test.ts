import { describe, it } from 'vitest';

import { createRepeatedRequests } from '../../../../src/platform/kvs/repeated-requests';
import { createStorage, failureOf, minute } from './storage-lab';

const ANSWER = { status: 201, body: '{"outcome":"created"}' };

function lab() {
  const storage = createStorage();
  const requests = createRepeatedRequests(storage);
  return {
    ...storage,
    requests,
    begin: (body = 'digest', key = 'fingerprint') => storage.run(() => requests.begin(key, body)),
    finish: (answer = ANSWER) => storage.run(() => requests.finish('fingerprint', 'digest', answer)),
  };
}

describe('a request', () => {
  it('is new once', async ({ expect }) => {
    const { begin, kvs } = lab();
    expect([await begin(), await begin(), await begin('digest', 'another')]).toEqual(['new', 'running', 'new']);
    const options = { ttl: { value: 24, unit: 'HOURS' }, keyPolicy: 'FAIL_IF_EXISTS' };
    expect(kvs.requests()[0]).toMatchObject({ body: { options } });
  });

  it('that was answered has the same answer again', async ({ expect }) => {
    const { begin, finish } = lab();
    await begin();
    await finish();
    expect([await begin(), await begin()]).toEqual([ANSWER, ANSWER]);
  });

  it('can be answered by an empty body', async ({ expect }) => {
    const { begin, finish } = lab();
    await begin();
    await finish({ status: 204, body: '' });
    expect(await begin()).toEqual({ status: 204, body: '' });
  });

  it('with another body is told apart, under way or answered', async ({ expect }) => {
    const { begin, finish } = lab();
    await begin();
    expect(await begin('other')).toBe('otherBody');
    await finish();
    expect(await begin('other')).toBe('otherBody');
    expect(await begin()).toEqual(ANSWER);
  });

  it('is new for one of two at the same time', async ({ expect }) => {
    const { run, requests } = lab();
    function both() {
      return Promise.all([requests.begin('f', 'digest'), requests.begin('f', 'digest')]);
    }
    expect((await run(both)).toSorted()).toEqual(['new', 'running']);
  });
});

describe('a request that is forgotten', () => {
  it('is new again, and can be forgotten twice', async ({ expect }) => {
    const { begin, run, requests } = lab();
    function forget() {
      return run(() => requests.forget('fingerprint'));
    }
    await begin();
    await begin('digest', 'another');
    await forget();
    await forget();
    expect([await begin('other'), await begin('digest', 'another')]).toEqual(['new', 'running']);
  });
});

describe('a request that never ended', () => {
  it('runs for a minute, and is then taken over once', async ({ expect }) => {
    const { begin, at, run, requests } = lab();
    await begin();
    at(minute(1));
    expect(await begin()).toBe('running');
    at('2026-11-22T10:01:00.001Z');
    function both() {
      return Promise.all([requests.begin('fingerprint', 'digest'), requests.begin('fingerprint', 'digest')]);
    }
    expect((await run(both)).toSorted()).toEqual(['new', 'running']);
    expect(await begin()).toBe('running');
  });

  it('bars its key for other bodies all the same', async ({ expect }) => {
    const { begin, at } = lab();
    await begin();
    at(minute(5));
    expect(await begin('other')).toBe('otherBody');
  });
});

describe('after 24 hours', () => {
  it.for(['digest', 'other'])('a key is free, though Forge has not deleted it: body %s', async (body, { expect }) => {
    const { begin, finish, at, rows } = lab();
    await begin();
    await finish();
    at(minute(24 * 60));
    expect(await begin()).toEqual(ANSWER);
    at('2026-11-23T10:00:00.001Z');
    expect(Object.keys(rows('repeated-request'))).toHaveLength(1);
    expect(await begin(body)).toBe('new');
    expect(await begin(body)).toBe('running');
  });
});

describe('storage that fails', () => {
  it.for([
    ['on the first note', '/api/v1/entity/set', 500, 'unknown'],
    ['by refusing it for now', '/api/v1/entity/set', 429, 'nothing'],
  ] as const)('%s', async ([, target, status, changed], { expect }) => {
    const { begin, fail } = lab();
    fail(target, status);
    expect(await failureOf(begin())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed });
  });

  it('while one is taken over, or answered', async ({ expect }) => {
    const { begin, finish, at, fail } = lab();
    await begin();
    at(minute(2));
    fail('/api/v1/transaction');
    expect(await failureOf(begin())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'unknown' });
    fail('/api/v1/entity/set');
    expect(await failureOf(finish())).toEqual({ code: 'STORAGE_UNAVAILABLE', changed: 'unknown' });
  });
});
