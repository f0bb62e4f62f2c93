import { Queue } from '@forge/events';
import { makeResolver } from '@forge/resolver';
import { beforeEach, describe, expect, it } from 'vitest';

import { manifestOf } from '../../../sandbox/forge/manifest';
import { createSandbox } from '../../../sandbox/sandbox';
import type { Sandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { MANIFEST } from './forge/app-manifest';

const HOUR = 3_600_000;

let ran: string[];
let sandbox: Sandbox;
beforeEach(async () => {
  ran = [];
  const app = {
    page: makeResolver({ push: async () => new Queue({ key: 'jobs' }).push({ body: {}, delayInSeconds: 60 }) }),
    worker: async () => {
      await new Promise((resolve) => setTimeout(resolve, 30_000));
      ran.push('worker');
    },
    nightly: () => void ran.push('nightly'),
  };
  sandbox = await createSandbox({ seed: demoSeed, app, manifest: manifestOf(MANIFEST) });
});

async function clock(method: string, body?: unknown) {
  const text = body === undefined ? null : JSON.stringify(body);
  const answer = await sandbox.fetch(new Request('http://127.0.0.1/_sandbox/clock', { method, body: text }));
  return { status: answer.status, body: (await answer.json()) as { now: number; offsetMs: number } };
}

describe('/_sandbox/clock', () => {
  it('lets time pass: what is due on the way runs, and what it waits for takes no time', async () => {
    const before = await clock('GET');
    expect(before).toEqual({ status: 200, body: { now: expect.any(Number), offsetMs: 0 } });
    const { accountId } = sandbox.site.model.accountOf('space-admin');
    await sandbox.invoke({ moduleKey: 'page', functionKey: 'push', accountId });
    const { status, body } = await clock('POST', { hours: 1 });
    expect(status).toBe(200);
    expect(body.offsetMs).toBeGreaterThan(HOUR - 10_000);
    expect(body.now - before.body.now).toBeGreaterThanOrEqual(HOUR);
    expect(ran).toEqual(['worker', 'nightly']);
  });

  it.each([[{ hours: -1 }], [{ weeks: 1 }], ['1 hour']])('refuses %j', async (body) => {
    expect(await clock('POST', body)).toMatchObject({ status: 400, body: { error: { code: 'INVALID_REQUEST' } } });
  });
});

describe('/_sandbox/usage', () => {
  it('shows what the app used since it was last cleared', async () => {
    async function usage(method: string): Promise<Response> {
      return sandbox.fetch(new Request('http://127.0.0.1/_sandbox/usage', { method }));
    }
    await sandbox.runScheduled('nightly');
    const background = { invocations: 1, ms: expect.any(Number) as number, gbSeconds: expect.any(Number) as number };
    expect(await (await usage('GET')).json()).toMatchObject({ calls: { invocations: 0 }, background });
    expect((await usage('DELETE')).status).toBe(204);
    expect(await (await usage('GET')).json()).toMatchObject({ background: { invocations: 0, ms: 0, gbSeconds: 0 } });
  });
});

describe('in code', () => {
  it('time passes the same, the queue settles alone, and calls take their time', async () => {
    sandbox.setLatency({ storageMs: 1, deliveryMs: 5 });
    const { accountId } = sandbox.site.model.accountOf('space-admin');
    await sandbox.invoke({ moduleKey: 'page', functionKey: 'push', accountId });
    await sandbox.settleQueue();
    expect(ran).toEqual([]);
    await sandbox.letPass({ minutes: 2 });
    expect(ran).toEqual(['worker']);
  });
});
