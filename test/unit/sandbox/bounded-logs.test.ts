// Nothing that the sandbox remembers of what happened grows without an end.
import { kvs } from '@forge/kvs';
import { beforeEach, describe, it } from 'vitest';

import { createRecentLog } from '../../../sandbox/recent-log';
import { createSandbox } from '../../../sandbox/sandbox';
import type { Sandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { stats, withConsumer } from './forge/queue/consumer-lab';

describe('a log', () => {
  it('keeps the newest rows, oldest first', ({ expect }) => {
    const log = createRecentLog<number>({ rows: 3, characters: Infinity });
    for (let row = 1; row <= 10; row += 1) log.add(row);
    expect(log.rows).toEqual([8, 9, 10]);
    log.clear();
    log.add(11);
    expect(log.rows).toEqual([11]);
  });

  it('keeps no more than so many characters of what rows hold, and always the newest row', ({ expect }) => {
    const log = createRecentLog<string>({ rows: 100, characters: 10 });
    for (const row of ['aaaa', 'bbbb', 'cccc']) log.add(row, row.length);
    expect(log.rows).toEqual(['bbbb', 'cccc']);
    log.add('d'.repeat(50), 50);
    expect(log.rows).toEqual(['d'.repeat(50)]);
    log.add('e', 1);
    expect(log.rows).toEqual(['e']);
  });
});

const ROWS = 10_000;
const MORE = ROWS + 5;

let sandbox: Sandbox;
let calls: number;
const app = {
  globalSettings: async () => {
    calls += 1;
    console.log(`call ${String(calls)}`);
    return kvs.get('nothing');
  },
};
beforeEach(async () => {
  calls = 0;
  sandbox = await createSandbox({ seed: demoSeed, app });
});

describe('what many page opens leave behind', () => {
  it('is a bounded log of storage requests and of lines', async ({ expect }) => {
    const { accountId } = sandbox.site.model.accountOf('site-admin');
    async function open() {
      return sandbox.invoke({ moduleKey: 'global-settings', functionKey: 'open', accountId });
    }
    for (let opened = 0; opened < MORE; opened += 1) await open();
    expect(calls).toBe(MORE);
    expect(sandbox.forge.kvs.requests()).toHaveLength(ROWS);
    expect(sandbox.forge.logs()).toHaveLength(ROWS);
    expect(sandbox.forge.logs().at(-1)).toContain(`call ${String(MORE)}`);
  });

  it('is a bounded log of REST calls', async ({ expect }) => {
    async function call() {
      return sandbox.fetch(new Request('http://localhost/wiki/rest/api/user/current'));
    }
    for (let called = 0; called < MORE; called += 1) await call();
    expect(sandbox.requests()).toHaveLength(ROWS);
  });
});

it('large bodies of storage requests are forgotten sooner', async ({ expect }) => {
  const text = 'x'.repeat(200 * 1024);
  const { accountId } = sandbox.site.model.accountOf('site-admin');
  const storing = await createSandbox({ seed: demoSeed, app: { globalSettings: async () => kvs.set('large', text) } });
  for (let stored = 0; stored < 100; stored += 1) {
    await storing.invoke({ moduleKey: 'global-settings', functionKey: 'open', accountId });
  }
  const kept = storing.forge.kvs.requests().map(({ body }) => JSON.stringify(body).length);
  expect(kept.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(16 * 1024 * 1024);
  expect(kept.length).toBeGreaterThan(50);
});

it('of jobs that are done the latest 1,000 are known, and all that are not done', async ({ expect }) => {
  const { lab, push } = withConsumer();
  const waiting = await push({ body: {}, delayInSeconds: 900 });
  const first = await push({ body: {} });
  for (let pushed = 0; pushed < 1000; pushed += 1) {
    await push({ body: {} });
    await lab.forge.settle();
    // Forge takes 500 events a minute.
    lab.advance(0.2);
  }
  await expect(stats(lab, first)).rejects.toThrow('was not found');
  expect(await stats(lab, waiting)).toMatchObject({ inProgress: 1 });
});
