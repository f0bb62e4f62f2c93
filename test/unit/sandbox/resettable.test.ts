import { Queue } from '@forge/events';
import { makeResolver } from '@forge/resolver';
import { beforeEach, describe, expect, it } from 'vitest';

import { stateText } from '../../../sandbox/data/kept-state';
import { manifestOf } from '../../../sandbox/forge/manifest';
import { createResettable } from '../../../sandbox/resettable';
import type { Resettable } from '../../../sandbox/resettable';
import { createSandbox } from '../../../sandbox/sandbox';
import type { Sandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { MANIFEST } from './forge/app-manifest';

let ran: string[];
let created: number;
/** Numbers of the sandboxes that events and schedules run in by themselves. */
let going: Set<number>;
let sandbox: Resettable;
beforeEach(async () => {
  ran = [];
  created = 0;
  going = new Set();
  const app = {
    page: makeResolver({ push: async () => new Queue({ key: 'jobs' }).push({ body: {}, delayInSeconds: 60 }) }),
    worker: async () => void ran.push('worker'),
    nightly: () => void ran.push('nightly'),
  };
  sandbox = await createResettable(async () => {
    created += 1;
    return noted(created, await createSandbox({ seed: demoSeed, app, manifest: manifestOf(MANIFEST) }));
  });
});

function noted(number: number, one: Sandbox): Sandbox {
  function start(): () => void {
    const stop = one.start();
    going.add(number);
    return () => {
      stop();
      going.delete(number);
    };
  }

  return { ...one, start };
}
async function reset(): Promise<number> {
  return (await sandbox.fetch(new Request('http://127.0.0.1/_sandbox/reset', { method: 'POST' }))).status;
}
async function push(): Promise<void> {
  const { accountId } = sandbox.site.model.accountOf('space-admin');
  await sandbox.invoke({ moduleKey: 'page', functionKey: 'push', accountId });
}

describe('/_sandbox/reset', () => {
  it('puts site, storage, queue, clock, faults and log back to the seed', async () => {
    const before = stateText(sandbox, 'demo');
    sandbox.site.model.deleteGroup(sandbox.site.model.group('demo-editors').id);
    sandbox.forge.kvs.set('any', 'stored');
    sandbox.faults.add({ on: 'rest', status: 503 });
    await sandbox.letPass({ days: 1 });
    await push();
    await sandbox.site.fetch(new Request('http://127.0.0.1/wiki/rest/api/group'), { kind: 'anonymous' });
    expect(stateText(sandbox, 'demo')).not.toBe(before);
    expect(await reset()).toBe(204);
    expect(sandbox.site.model.group('demo-editors').name).toBe('demo-editors');
    expect(Object.keys(sandbox.forge.kvs.dump().plain)).toEqual(Object.keys(demoSeed.appStorage.plain));
    expect([sandbox.faults.list(), sandbox.requests(), sandbox.forge.queue.pending()]).toEqual([[], [], []]);
    expect(sandbox.clockOffsetMs()).toBe(0);
  });

  it('goes on by itself where it did, and only the fresh one', async () => {
    await reset();
    expect([...going]).toEqual([]);
    const stop = sandbox.start();
    await push();
    await reset();
    expect([...going]).toEqual([3]);
    await sandbox.letPass({ minutes: 10 });
    expect(ran).toEqual(['nightly']);
    stop();
    expect([...going]).toEqual([]);
  });

  it('counts as a change, and so does what changes after it', async () => {
    let changes = 0;
    sandbox.onChange(() => {
      changes += 1;
    });
    await reset();
    expect(changes).toBe(1);
    await sandbox.site.fetch(new Request('http://127.0.0.1/wiki/rest/api/group', { method: 'POST' }), {
      kind: 'anonymous',
    });
    expect(changes).toBe(2);
  });

  it('leaves other paths to the site', async () => {
    expect((await sandbox.fetch(new Request('http://127.0.0.1/_sandbox/reset'))).status).toBe(404);
    expect(created).toBe(1);
  });
});

describe('another beginning', () => {
  /** Begins a day later with a stored word. */
  async function later(): Promise<Sandbox> {
    const one = await createSandbox({ seed: demoSeed, app: {} });
    const snapshot = one.takeSnapshot();
    one.forge.kvs.set('any', 'word');
    one.restore({ ...one.takeSnapshot(), now: snapshot.now + 86_400_000 });
    return one;
  }

  it('is there at once, and again after each reset', async () => {
    await sandbox.begin(later);
    sandbox.forge.kvs.set('any', 'other word');
    expect(await reset()).toBe(204);
    expect(sandbox.forge.kvs.dump().plain).toMatchObject({ any: 'word' });
    expect(sandbox.clockOffsetMs()).toBeGreaterThan(86_000_000);
  });

  it('that fails changes nothing, and a reset begins as before', async () => {
    await expect(sandbox.begin(async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(created).toBe(1);
    expect(await reset()).toBe(204);
    expect(created).toBe(2);
  });
});
