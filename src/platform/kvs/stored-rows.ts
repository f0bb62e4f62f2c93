// Whole rows as they are stored, for an export: those about customers, or all others.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { kvs, Sort, WhereConditions } from '@forge/kvs';

import type { Exportable, StoredRows } from '../../broker/ports';
import { omitUndefined } from '../omit-undefined';
import { queryEntries } from './audit-entries';
import { callerOf, type EntryRow } from './audit-rows';
import { readMany } from './batches';
import { reading } from './failures';
import { AUDIT_ENTRY, AUDIT_OUTCOME, isOfCustomers, RUN_PART_STATE } from './keys';

/** Creates the reader of all rows of this installation. The port describes how each method fails. */
export function createStoredRows(): StoredRows {
  return {
    attempt: (id) => reading(() => readAttempt(id)),
    page: (about, entity, after) => reading(() => readPage(about, entity, after)),
  };
}

async function readAttempt(id: string) {
  const row = await kvs.entity<EntryRow>(AUDIT_ENTRY).get(id);
  if (row?.kind !== 'attempt') return undefined;
  const { action, at } = row;
  return omitUndefined({ action, at, caller: callerOf(row) });
}

/** A part holds up to 100 lines of a run, so fewer of them fit into one answer: https://developer.atlassian.com/platform/forge/limits-invocation/ */
const MOST_ROWS = { 'run-part': 10 } as const;

/** Most rows that Forge answers in one query. */
const ROWS_A_PAGE = 100;

/** Rows of another entity under the same keys, and the field in which they go along. */
const BESIDE = {
  'run-part': { entity: RUN_PART_STATE, field: 'state' },
  'audit-entry': { entity: AUDIT_OUTCOME, field: 'outcome' },
} as const;

type About = 'site' | 'customers';

interface StoredRow {
  key: string;
  row: object;
}

async function readPage(
  about: About,
  entity: Exportable,
  after: string | undefined,
): Promise<{ rows: StoredRow[]; next?: string }> {
  if (about === 'customers' && entity === AUDIT_ENTRY) return readEntriesOfCustomers(after);
  const query = kvs.entity<object>(entity).query().index('by-key');
  if (after !== undefined) query.where(WhereConditions.greaterThan(after));
  const limit = hasOwn(MOST_ROWS, entity) ? MOST_ROWS[entity] : ROWS_A_PAGE;
  // A cursor doesn't outlast writes: the next page goes by key, and the cursor only says that there is one.
  const { results, nextCursor } = await query.sort(Sort.ASC).limit(limit).getMany();
  const own = results.filter(({ key, value }) => aboutOf(entity, key, value) === about);
  const next = nextCursor === undefined ? undefined : results.at(-1)?.key;
  return omitUndefined({ rows: await withBeside(entity, own), next });
}

/** They are few among those of the site, so they're read by their area. */
async function readEntriesOfCustomers(after: string | undefined) {
  const { entries, more } = await queryEntries({ name: 'by-area', partition: 'customers' }, ROWS_A_PAGE, { after });
  const rows = await withBeside(
    AUDIT_ENTRY,
    entries.map(({ id, row }) => ({ key: id, value: row })),
  );
  return omitUndefined({ rows, next: more ? entries.at(-1)?.row.sortKey : undefined });
}

function aboutOf(entity: Exportable, key: string, row: object): About {
  const isOf = {
    setting: () => isOfCustomers(key),
    'audit-entry': () => 'area' in row && row.area === 'customers',
    'customer-quota': () => true,
  };
  return hasOwn(isOf, entity) && isOf[entity]() ? 'customers' : 'site';
}

async function withBeside(entity: Exportable, found: readonly { key: string; value: object }[]): Promise<StoredRow[]> {
  const plain = found.map(({ key, value }) => ({ key, row: value }));
  if (!hasOwn(BESIDE, entity)) return plain;
  const { entity: other, field } = BESIDE[entity];
  const beside = await readMany<object>(
    other,
    found.map(({ key }) => key),
  );
  return plain.map(({ key, row }) => ({ key, row: omitUndefined({ ...row, [field]: beside.get(key) }) }));
}

function hasOwn<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}
