// One world: a site, the app on it, and everything that happens recorded. Nothing moves but by a draw.
import type { Clock, Ids } from '../../sandbox/contract/clock';
import type { AppModule } from '../../sandbox/contract/forge';
import type { Between } from '../../sandbox/forge/between';
import { isRecord } from '../../sandbox/forge/json';
import type { KvsStore } from '../../sandbox/forge/kvs/kvs';
import type { Manifest } from '../../sandbox/forge/manifest';
import { createSandbox } from '../../sandbox/sandbox';
import { createRandom } from '../deterministic/random';
import { beginAnew, timers, virtualNow } from '../deterministic/virtual';
import type { History } from '../oracle/history';
import { createCalls } from './calls';
import { createContainers } from './containers';
import { createRecord } from './record';
import type { Recorder } from './record';
import { createRowWatch } from './rows';
import { simulatedSite } from './seed';
import { createSiteWatch } from './site-watch';

export type World = Awaited<ReturnType<typeof createWorld>>;

export interface WorldParts {
  seed: number;
  /** Gives the packed app, with modules of its own each time. */
  load: () => AppModule;
  manifest: Manifest;
}

/** Creates the world of a seed. Another one in the same process must not be alive. */
export async function createWorld({ seed, load, manifest }: WorldParts) {
  beginAnew(seed);
  const containers = createContainers(load);
  // The sandbox wants what the world is made of before there is a sandbox to make it of.
  const late: { between?: Between; log?: (line: string) => void } = {};
  const sandbox = await createSandbox({
    seed: simulatedSite,
    app: containers.app,
    manifest,
    clock: virtualClock(),
    ids: idsOf(seed),
    between: { begin: (run) => defined(late.between).begin(run) },
    log: (line) => late.log?.(line),
  });
  // The inspector is the store itself.
  const kvs = sandbox.forge.kvs as KvsStore;
  const rows = createRowWatch(kvs.tables());
  const watch = createSiteWatch(sandbox.site.model);
  const record = createRecord({
    seed,
    beganAt: virtualNow(),
    site: watch.now,
    now: virtualNow,
    stored: () => kvs.dump(),
    waiting: () => sandbox.forge.queue.pending(),
  });
  const calls = createCalls({ record, performed: (call) => notePerformed({ record, rows, watch }, call) });
  Object.assign(late, { between: calls.between, log: record.logs });
  record.changes(watch.look({ ...record.here(), call: undefined }));
  return {
    sandbox,
    model: sandbox.site.model,
    record,
    history: record.history,
    calls,
    containers,
    timers,
    now: virtualNow,
    /** Returns the rows of an entity. */
    rowsOf: (entity: string) => storedRows(kvs, entity),
    /** Notes what somebody changed behind the app's back. */
    noteChange: () => record.changes(watch.look({ ...record.here(), call: undefined })),
  };
}

function* storedRows(kvs: KvsStore, entity: string): Iterable<[key: string, value: Record<string, unknown>]> {
  for (const [key, { value }] of kvs.tables().entities.get(entity) ?? []) if (isRecord(value)) yield [key, value];
}

interface Watches {
  record: Recorder;
  rows: ReturnType<typeof createRowWatch>;
  watch: ReturnType<typeof createSiteWatch>;
}

function notePerformed({ record, rows, watch }: Watches, call: History['calls'][number]): void {
  if (call.kind === 'kvs') record.rows(rows.changedBy(call, record.here()));
  if (call.kind === 'rest' && call.method !== 'GET') record.changes(watch.look({ ...record.here(), call: call.id }));
}

/** Builds the sandbox's clock on the virtual time. */
function virtualClock(): Clock {
  return {
    now: virtualNow,
    sleep: (ms) => new Promise((resolve) => void timers.set(resolve, ms)),
    setTimer: (run, ms) => {
      const timer = timers.set(run, ms);
      return { unref: () => {}, clear: () => timers.clear(timer) };
    },
  };
}

/** Makes ids of the platform and the site. */
function idsOf(seed: number): Ids {
  const random = createRandom(seed, 'ids');
  return {
    uuid: () => {
      const hex = Array.from({ length: 4 }, () => random.next().toString(16).padStart(8, '0')).join('');
      return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join(
        '-',
      );
    },
  };
}

function defined<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The world is not made yet');
  return thing;
}
