import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { kvs } from '@forge/kvs';
import { afterEach, beforeEach, describe, it } from 'vitest';

import { openDataFolder } from '../../../../sandbox/data/folder';
import { keepIn } from '../../../../sandbox/data/keep';
import { createSandbox } from '../../../../sandbox/sandbox';
import type { Sandbox } from '../../../../sandbox/sandbox';
import { demoSeed } from '../../../../sandbox/site/seeds/demo';
import { createManualClock } from '../../../support/manual-clock';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-keep-'));
  mayGoOn = new Promise((resolve) => {
    goOn = resolve;
  });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Lets a rule's action go on. */
let goOn: () => void = () => {};
let mayGoOn: Promise<void>;

const app = {
  globalSettings: async () => kvs.set('opened', true),
  createPortalCustomer: async () => {
    await mayGoOn;
    await kvs.set('acted', true);
  },
};

async function open() {
  const sandbox = await createSandbox({ seed: demoSeed, app });
  const { clock, advance } = createManualClock();
  const data = await openDataFolder(folder);
  const writes: Promise<void>[] = [];
  async function write(text: string): Promise<void> {
    writes.push(data.write(text));
    await Promise.all(writes);
  }
  keepIn({ folder: { ...data, write }, sandbox, seed: 'demo', clock, tell: () => {} });
  const authorization = `Basic ${btoa('site-admin@example.com:sandbox')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  async function call(method: string, path: string, body?: object) {
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return sandbox.fetch(new Request(`http://localhost${path}`, init));
  }
  return { sandbox, call, data, advance, writes };
}

/** Everything that changed so far is saved. A disk takes real time, for which the clock does not wait. */
async function saved({ advance, writes }: Awaited<ReturnType<typeof open>>): Promise<void> {
  await Promise.all(writes);
  await advance(1000);
  await Promise.all(writes);
}

/** What the next start finds when this process dies a second after the last change. */
async function reopened(opened: Awaited<ReturnType<typeof open>>) {
  await saved(opened);
  opened.data.close();
  const next = await open();
  next.data.close();
  return next.sandbox;
}

const RULE = {
  id: 'rule-1',
  name: 'Welcome',
  projectKey: 'SUP',
  trigger: 'issueCreated',
  actionKey: 'create-portal-customer',
  inputs: { issueKey: '{{issue.key}}', email: '{{issue.summary}}' },
} as const;

function addRule({ site, automation }: Sandbox) {
  return automation.addRule({ ...RULE, owner: site.model.accountOf('agent').accountId });
}

describe('kept within a second, without anybody asking for it', () => {
  it('what a call changes on the site', async ({ expect }) => {
    const opened = await open();
    await opened.call('POST', '/wiki/rest/api/group', { name: 'kept-group' });
    expect((await reopened(opened)).site.model.group('kept-group').members.size).toBe(0);
  });

  it('what the app stores', async ({ expect }) => {
    const opened = await open();
    const { accountId } = opened.sandbox.site.model.accountOf('site-admin');
    await opened.sandbox.invoke({ moduleKey: 'global-settings', functionKey: 'open', accountId });
    expect((await reopened(opened)).forge.kvs.dump().plain).toMatchObject({ opened: true });
  });

  it('a rule of Automation', async ({ expect }) => {
    const opened = await open();
    const rule = addRule(opened.sandbox);
    expect((await reopened(opened)).automation.rules()).toEqual([rule]);
  });

  it('what a rule does after the issue is answered', async ({ expect }) => {
    const opened = await open();
    addRule(opened.sandbox);
    const fields = { project: { key: 'SUP' }, issuetype: { name: 'Task' }, summary: 'ada@acme.example' };
    await opened.call('POST', '/rest/api/3/issue', { fields });
    await saved(opened);
    goOn();
    await opened.sandbox.automation.settle();
    expect((await reopened(opened)).forge.kvs.dump().plain).toMatchObject({ acted: true });
  });

  it('a late effect', async ({ expect }) => {
    const opened = await open();
    opened.sandbox.faults.add({ on: 'rest', operationId: 'createGroup', drop: 'late' });
    await opened.call('POST', '/wiki/rest/api/group', { name: 'late-group' }).catch(() => {});
    await saved(opened);
    await opened.sandbox.faults.release();
    expect((await reopened(opened)).site.model.group('late-group').members.size).toBe(0);
  });
});

it('nothing is written while nothing but reads happens', async ({ expect }) => {
  const { call, data, advance } = await open();
  await call('GET', '/wiki/rest/api/user/current');
  await advance(5000);
  await expect(readFile(data.file)).rejects.toThrow('ENOENT');
  data.close();
});
