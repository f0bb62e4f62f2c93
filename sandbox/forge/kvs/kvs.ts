// Forge's storage as @forge/kvs reaches it: one POST per operation, one table of operations.
// https://www.npmjs.com/package/@forge/kvs (out/storage-api.js)
import { ZodError } from 'zod';

import { connectionLost } from '../../connection-lost';
import type { StorageFault } from '../../contract/faults';
import type { KvsInspector } from '../../contract/storage';
import { createFaultList } from '../../fault-list';
import { pause } from '../../pause';
import { createRecentLog } from '../../recent-log';
import { approvedScopes } from '../installation';
import type { Installation } from '../installation';
import { acrossJson, isRecord, jsonBodyOf } from '../json';
import { BATCH_OPERATIONS } from './batch';
import { queryEntity } from './entity-query';
import { KvsRefusal } from './errors';
import { queryKeys } from './key-query';
import { SINGLE_OPERATIONS } from './single';
import { requireFit } from './stored-schema';
import { createStore } from './tables';
import type { Store, Table } from './tables';
import { transact } from './transaction';
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
    const answer =
      fault.status === undefined ? undefined : errorAnswer(fault.status, fault.code, 'Injected by the sandbox');
    const status = fault.drop === 'after' ? performed(target, body).status : (fault.status ?? 0);
    return { answer, status };
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
    tables: () => ({ plain: store.plain, secret: store.secret, entities: store.entities }),
    loadTables: ({ plain, secret, entities }) => {
      requireFit(installation.manifest.entities, entities);
      refill(store.plain, plain);
      refill(store.secret, secret);
      for (const [name, table] of store.entities) refill(table, entities.get(name) ?? new Map());
    },
    dump: () => dumpOf(store),
    set: (key, value) => void prepareSet(store, { kind: 'plain' }, { key, value: acrossJson(value) })(),
    setSecret: (key, value) => void prepareSet(store, { kind: 'secret' }, { key, value: acrossJson(value) })(),
    requests: () => log.rows,
    fail: faults.add,
    faults: faults.list,
    clearFaults: faults.clear,
  };
}

const OPERATIONS = new Map([
  ...SINGLE_OPERATIONS,
  ['/api/v1/query', queryKeys],
  ['/api/v1/entity/query', queryEntity],
  ['/api/v1/transaction', transact],
  ...BATCH_OPERATIONS,
] as const);

function perform(store: Store, target: string, body: unknown): Response {
  const operation = OPERATIONS.get(target);
  if (operation === undefined)
    return errorAnswer(501, 'NOT_MODELLED', `The sandbox does not model storage at ${target}`);
  try {
    const answer = operation(store, body);
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  } catch (thrown) {
    if (thrown instanceof KvsRefusal) return errorAnswer(thrown.status, thrown.code, thrown.message);
    if (thrown instanceof ZodError) return errorAnswer(400, 'INVALID_REQUEST', thrown.message);
    throw thrown;
  }
}

function errorAnswer(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status, headers: { 'x-trace-id': 'sandbox' } });
}

function delivered(answer: Response): Delivery {
  return { answer, status: answer.status };
}

function strikes({ target: prefix, entityName }: StorageFault, target: string, body: unknown): boolean {
  return target.startsWith(prefix) && (entityName === undefined || entitiesIn(body).includes(entityName));
}

/** Lists every entity that a request names, at any depth of a batch or transaction. */
function entitiesIn(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(entitiesIn);
  if (!isRecord(body)) return [];
  const { entityName, set, delete: remove, check } = body;
  return [...(typeof entityName === 'string' ? [entityName] : []), ...[set, remove, check].flatMap(entitiesIn)];
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
