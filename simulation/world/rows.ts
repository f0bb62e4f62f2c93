// What calls change in the app's storage.
import { isRecord } from '../../sandbox/forge/json';
import type { KvsStore } from '../../sandbox/forge/kvs/kvs';
import type { Call, RowChange } from '../oracle/history';

type Tables = ReturnType<KvsStore['tables']>;

/** Matches requests that change no rows. */
const READS = /(\/get|\/query)$/;

/** Creates what compares the rows that a request names with what they were. */
export function createRowWatch(tables: Tables) {
  const known = new Map<string, Map<string, string>>();

  function textOf(entity: string, key: string): string | undefined {
    const table = entity === 'plain' || entity === 'secret' ? tables[entity] : tables.entities.get(entity);
    const row = table?.get(key);
    return row === undefined ? undefined : JSON.stringify(row.value);
  }

  function knownIn(entity: string): Map<string, string> {
    const rows = known.get(entity) ?? new Map<string, string>();
    known.set(entity, rows);
    return rows;
  }

  return {
    /** Returns what this call changed. */
    changedBy: ({ id: call, path, body, kind }: Call, here: { at: number; step: number }): RowChange[] => {
      if (kind !== 'kvs' || READS.test(path)) return [];
      return namedIn(path, body).flatMap(({ entity, key }) => {
        const rows = knownIn(entity);
        const [before, after] = [rows.get(key), textOf(entity, key)];
        if (before === after) return [];
        if (after === undefined) rows.delete(key);
        else rows.set(key, after);
        return [{ ...here, call, entity, key, was: valueOf(before), is: valueOf(after) }];
      });
    },
  };
}

/** Returns the rows that a request names. */
function namedIn(path: string, body: unknown): { entity: string; key: string }[] {
  const byDefault = path.includes('/secret') ? 'secret' : 'plain';
  return itemsOf(body).flatMap((item) => {
    const { key, entityName } = item;
    return typeof key === 'string' ? [{ entity: typeof entityName === 'string' ? entityName : byDefault, key }] : [];
  });
}

/** Returns the body itself, the items of a batch, or what a transaction sets and deletes. */
function itemsOf(body: unknown): Record<string, unknown>[] {
  if (Array.isArray(body)) return body.filter(isRecord);
  if (!isRecord(body)) return [];
  const parts = [body['set'], body['delete']].filter(Array.isArray).flat();
  return [body, ...parts].filter(isRecord);
}

function valueOf(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
