// Forge's storage as @forge/kvs reaches it: one POST per operation, one table of operations.
// https://www.npmjs.com/package/@forge/kvs (out/storage-api.js)
import { connectionLost } from '../../connection-lost';
import type { StorageFault } from '../../contract/faults';
import type { KvsInspector } from '../../contract/storage';
import { createFaultList } from '../../fault-list';
import { pause } from '../../pause';
import { createRecentLog } from '../../recent-log';
import { approvedScopes } from '../installation';
import type { Installation } from '../installation';
import { acrossJson, jsonBodyOf } from '../json';
import { errorAnswer, perform } from './perform';
import { requireFit } from './stored-schema';
import { strikes } from './strikes';
import { createStore } from './tables';
import type { Store, Table } from './tables';
import { prepareSet } from './writes';

export interface KvsStore extends KvsInspector {
  answer(target: string, init: RequestInit): Promise<Response>;
  /** Returns all rows, for saving. */
  tables(): Pick<Store, 'plain' | 'secret' | 'entities'>;
  /** Sets the time that each request takes, in milliseconds. */
  setLatency(ms: number): void;
  /** Replaces all rows with saved ones. */
  loadTables(kept: Pick<Store, 'plain' | 'secret' | 'entities'>): void;
}

/** Matches requests that change no rows. */
const READS = /(\/get|\/query)$/;

/** Holds the app's answer, undefined if it is lost, and the status for the log. */
interface Delivery {
  answer: Response | undefined;
  status: number;
}

/** Quoted, with its status, by a public lint rule of a third party. */
const WITHOUT_SCOPE = 'Request principal is not authorized to use storage resource';

export function createKvsStore(installation: Installation, expiryLagMs: number, changed = () => {}): KvsStore {
  const store = createStore({ clock: installation.clock, manifest: installation.manifest, expiryLagMs });
  const faults = createFaultList<StorageFault>();
  let latencyMs = 0;
  const log = createRecentLog<{ target: string; status: number; body: unknown }>();

  function performed(target: string, body: unknown): Response {
    const answer = perform(store, target, body);
    if (answer.ok && !READS.test(target)) changed();
    return answer;
  }

  async function respond(target: string, body: unknown): Promise<Delivery> {
    if (!approvedScopes(installation).includes('storage:app')) {
      return delivered(new Response(WITHOUT_SCOPE, { status: 500 }));
    }
    const fault = faults.take((one) => strikes(one, target, body));
    if (fault === undefined) return delivered(performed(target, body));
    await pause(installation.clock, fault.delayMs ?? 0);
    return struck(fault, () => performed(target, body));
  }

  return {
    answer: async (target, init) => {
      const body = jsonBodyOf(init);
      await pause(installation.clock, latencyMs);
      const { answer, status } = await respond(target, body);
      log.add({ target, status, body }, typeof init.body === 'string' ? init.body.length : 0);
      if (answer === undefined) throw connectionLost();
      return answer;
    },
    setLatency: (ms) => {
      latencyMs = ms;
    },
    ...rowsOf(store, installation),
    requests: () => log.rows,
    fail: faults.add,
    faults: faults.list,
    clearFaults: faults.clear,
  };
}

function delivered(answer: Response): Delivery {
  return { answer, status: answer.status };
}

/** Answers as a fault wishes; the request is performed only if its answer is what is lost. */
function struck(fault: StorageFault, performed: () => Response): Delivery {
  const answer =
    fault.status === undefined ? undefined : errorAnswer(fault.status, fault.code, 'Injected by the sandbox');
  const status = fault.drop === 'after' ? performed().status : (fault.status ?? 0);
  return { answer, status };
}

/** Gives access to the rows apart from the app's requests. */
function rowsOf(
  store: Store,
  { manifest }: Installation,
): Pick<KvsStore, 'tables' | 'loadTables' | 'dump' | 'set' | 'setSecret'> {
  return {
    tables: () => ({ plain: store.plain, secret: store.secret, entities: store.entities }),
    loadTables: ({ plain, secret, entities }) => {
      requireFit(manifest.entities, entities);
      refill(store.plain, plain);
      refill(store.secret, secret);
      for (const [name, table] of store.entities) refill(table, entities.get(name) ?? new Map());
    },
    dump: () => dumpOf(store),
    set: (key, value) => void prepareSet(store, { kind: 'plain' }, { key, value: acrossJson(value) })(),
    setSecret: (key, value) => void prepareSet(store, { kind: 'secret' }, { key, value: acrossJson(value) })(),
  };
}

function refill(table: Table, rows: Table): void {
  table.clear();
  for (const [key, row] of rows) table.set(key, { ...row, expireAt: row.expireAt });
}

function dumpOf(store: Store): ReturnType<KvsInspector['dump']> {
  return {
    plain: valuesOf(store.plain),
    secret: valuesOf(store.secret),
    entities: Object.fromEntries([...store.entities].map(([name, table]) => [name, valuesOf(table)])),
  };
}

function valuesOf(table: Table): Record<string, unknown> {
  return Object.fromEntries([...table].map(([key, { value }]) => [key, acrossJson(value)]));
}
