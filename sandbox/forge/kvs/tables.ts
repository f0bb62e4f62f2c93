// The stored data of one installation: plain keys, secrets, and one table per custom entity.
// https://developer.atlassian.com/platform/forge/storage-reference/entities/#partitioning
import type { Clock } from '../../contract/clock';
import type { Manifest } from '../manifest';
import type { Entity } from '../manifest-entities';
import { KvsRefusal } from './errors';

export interface Row {
  value: unknown;
  /** Milliseconds since the epoch, like all times here. */
  createdAt: number;
  updatedAt: number;
  expireAt: number | undefined;
}

export type Table = Map<string, Row>;

export interface Store {
  readonly clock: Clock;
  readonly manifest: Manifest;
  /** Time that expired rows can still be read. */
  readonly expiryLagMs: number;
  readonly plain: Table;
  readonly secret: Table;
  readonly entities: ReadonlyMap<string, Table>;
}

export type Compartment = { kind: 'plain' | 'secret' } | { kind: 'entity'; entity: Entity };

export function createStore(parts: Pick<Store, 'clock' | 'manifest' | 'expiryLagMs'>): Store {
  return {
    ...parts,
    plain: new Map(),
    secret: new Map(),
    entities: new Map([...parts.manifest.entities.keys()].map((name) => [name, new Map()])),
  };
}

export function entityNamed(store: Store, name: string): Entity {
  const entity = store.manifest.entities.get(name);
  if (entity === undefined) throw new KvsRefusal('SCHEMA_NOT_FOUND', name);
  return entity;
}

/** Returns the compartment of an operation that may name an entity. */
export function compartmentOf(store: Store, entityName: string | undefined): Compartment {
  return entityName === undefined ? { kind: 'plain' } : { kind: 'entity', entity: entityNamed(store, entityName) };
}

/** Returns the table without expired rows. */
export function liveTable(store: Store, compartment: Compartment): Table {
  const table = compartment.kind === 'entity' ? store.entities.get(compartment.entity.name) : store[compartment.kind];
  if (table === undefined) throw new KvsRefusal('SCHEMA_NOT_FOUND');
  const now = store.clock.now();
  for (const [key, { expireAt }] of table) {
    if (expireAt !== undefined && expireAt + store.expiryLagMs <= now) table.delete(key);
  }
  return table;
}

const METADATA: Readonly<Record<string, (row: Row) => Record<string, unknown>>> = {
  CREATED_AT: ({ createdAt }) => ({ createdAt }),
  UPDATED_AT: ({ updatedAt }) => ({ updatedAt }),
  EXPIRE_TIME: ({ expireAt }) => (expireAt === undefined ? {} : { expireTime: new Date(expireAt).toISOString() }),
};

/** Writes a row for an answer: metadata only where requested. */
export function entryOf(key: string, row: Row, fields: readonly string[] = []): Record<string, unknown> {
  return Object.assign({ key, value: row.value }, ...fields.map((field) => METADATA[field]?.(row)));
}
