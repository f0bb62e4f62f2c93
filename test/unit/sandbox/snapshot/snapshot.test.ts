// Whatever happened on a site, a snapshot brings it back: there, and on another sandbox that reads it as text.
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { makeResolver } from '@forge/resolver';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { createStandingClock } from '../../../../sandbox/clock';
import { fromText, toText } from '../../../../sandbox/data/state-text';
import { manifestOf } from '../../../../sandbox/forge/manifest';
import { createSandbox } from '../../../../sandbox/sandbox';
import type { Sandbox } from '../../../../sandbox/sandbox';
import { demoSeed } from '../../../../sandbox/site/seeds/demo';
import type { Snapshot } from '../../../../sandbox/snapshot/snapshot';
import { MANIFEST } from '../forge/app-manifest';

const START = Date.parse('2026-11-29T09:00:00.000Z');

/** A site with an app that pushes events, counts their deliveries, and stores. */
async function open() {
  const ran: string[] = [];
  const app = {
    page: makeResolver({
      push: async ({ payload }: { payload: unknown }) => new Queue({ key: 'jobs' }).push(payload as never),
      store: async ({ payload }: { payload: unknown }) => kvs.set('stored', payload),
    }),
    worker: async ({ body }: { body: { name: string } }) => {
      ran.push(body.name);
      await new Queue({ key: 'jobs' }).push({ body: { name: `${body.name}+` }, delayInSeconds: 600 });
    },
    nightly: () => void ran.push('nightly'),
  };
  const clock = createStandingClock(START);
  const sandbox = await createSandbox({ seed: demoSeed, app, manifest: manifestOf(MANIFEST), clock });
  return { sandbox, ran };
}

async function invoke(sandbox: Sandbox, functionKey: string, payload: unknown): Promise<void> {
  const { accountId } = sandbox.site.model.accountOf('space-admin');
  await sandbox.invoke({ moduleKey: 'page', functionKey, payload, accountId });
}

type Act = (sandbox: Sandbox) => unknown;

/** Things that happen on a site. */
const ACTS: readonly Act[] = [
  async (sandbox) => invoke(sandbox, 'push', { body: { name: 'one' }, delayInSeconds: 120 }),
  async (sandbox) =>
    invoke(sandbox, 'push', [
      { body: { name: 'two' }, concurrency: { key: 'k', limit: 1 } },
      { body: { name: 'too' } },
    ]),
  async (sandbox) => invoke(sandbox, 'store', { at: sandbox.clockOffsetMs() }),
  async (sandbox) => sandbox.letPass({ hours: 30 }),
  ({ site: { model } }) => model.addMember(model.addGroup('made'), model.accountOf('member').accountId),
  ({ site: { model } }) => model.groups.delete(model.group('support-team').id),
  ({ site: { model } }) => model.setStatus(model.accountOf('space-admin').accountId, 'inactive'),
  async ({ site }) =>
    site.fetch(new Request('http://127.0.0.1/wiki/rest/api/user/current'), { kind: 'app', scopes: [] }),
  ({ forge, site }) => forge.setConsent(site.model.accountOf('member').accountId, false),
  ({ forge, site }) => forge.appRest.issueToken(site.model.accountOf('member').accountId, ['read:forge-app:jira']),
  ({ forge }) => forge.appRest.setEnabled(false),
  ({ forge }) => forge.setUnapproved(['write:group:confluence']),
  ({ forge }) => forge.setShared(false),
];

async function happen(sandbox: Sandbox, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    try {
      await act(sandbox);
    } catch {
      // An earlier act may have made it impossible: that is a state as well.
    }
  }
}

function throughText(snapshot: Snapshot): Snapshot {
  return fromText(toText(snapshot)) as Snapshot;
}

describe('a snapshot', () => {
  it('brings back the site, storage, queue, schedules, clock, quota and consents, whatever happened before and after', async () => {
    const acts = fc.array(fc.constantFrom(...ACTS), { maxLength: 8 });
    const [{ sandbox }, { sandbox: other }] = [await open(), await open()];
    const beginning = sandbox.takeSnapshot();
    await fc.assert(
      fc.asyncProperty(acts, acts, async (before, after) => {
        sandbox.restore(beginning);
        await happen(sandbox, before);
        const snapshot = sandbox.takeSnapshot();
        await happen(sandbox, after);
        sandbox.restore(snapshot);
        expect(sandbox.takeSnapshot()).toEqual(snapshot);
        other.restore(throughText(snapshot));
        expect(other.takeSnapshot()).toEqual(snapshot);
      }),
      { numRuns: 25 },
    );
  });

  it('is a copy: what happens later doesn’t reach it, and it can be gone to again', async () => {
    const { sandbox } = await open();
    const first = throughText(sandbox.takeSnapshot());
    const kept = sandbox.takeSnapshot();
    await happen(sandbox, ACTS);
    sandbox.restore(kept);
    await happen(sandbox, ACTS);
    expect(kept).toEqual(first);
  });

  it('goes on where it was: events, their chains and schedules run at their times', async () => {
    const { sandbox, ran } = await open();
    await invoke(sandbox, 'push', [{ body: { name: 'a' } }, { body: { name: 'b' }, delayInSeconds: 60 }]);
    const snapshot = throughText(sandbox.takeSnapshot());
    await sandbox.letPass({ minutes: 15 });
    const other = await open();
    other.sandbox.restore(snapshot);
    await other.sandbox.letPass({ minutes: 15 });
    expect(other.ran).toEqual(ran);
    expect(ran).toEqual(['a', 'b', 'nightly', 'a+', 'b+']);
    expect(other.sandbox.takeSnapshot().forge.queue.chains).toEqual(sandbox.takeSnapshot().forge.queue.chains);
  });

  it('wakes what is due in a sandbox that runs by itself', async () => {
    const { sandbox, ran } = await open();
    await invoke(sandbox, 'push', { body: { name: 'due' } });
    const snapshot = sandbox.takeSnapshot();
    const other = await open();
    const stop = other.sandbox.start();
    other.sandbox.restore(snapshot);
    await vi.waitFor(() => expect(other.ran).toEqual(['due']));
    expect(ran).toEqual([]);
    stop();
  });

  it('isn’t taken while a function is under way', async () => {
    const { sandbox } = await open();
    const running = invoke(sandbox, 'store', {});
    expect(() => sandbox.takeSnapshot()).toThrow('A function is under way');
    await running;
  });

  it('with rows that the manifest doesn’t allow is refused, and nothing changes', async () => {
    const { sandbox } = await open();
    const before = sandbox.takeSnapshot();
    const odd = structuredClone(before);
    const row = { value: { team: 7 }, createdAt: 0, updatedAt: 0, expireAt: undefined };
    odd.forge.storage.entities.get('employee')?.set('e', row);
    odd.now += 1;
    expect(() => sandbox.restore(odd)).toThrow('employee e');
    expect(sandbox.takeSnapshot()).toEqual(before);
  });
});
