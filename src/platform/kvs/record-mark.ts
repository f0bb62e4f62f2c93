// The mark of added records: one row that changes with each of them, since no condition holds on a record that doesn't exist.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { randomInt } from 'node:crypto';

import { Filter, FilterConditions, kvs } from '@forge/kvs';

import { RECORD_MARK_KEY, SETTING } from './keys';
import { seedRow } from './seed-row';
import type { Row } from './versioned';

type Transaction = ReturnType<typeof kvs.transact>;

/** Knows the mark, as far as one invocation has seen it. While it stands, what had no record after it was read has none. */
export interface RecordMark {
  /** Returns the mark from before whatever is read next: the last one that this invocation saw or set. */
  last(): Promise<number>;
  /** Reads it anew. */
  readAgain(): Promise<number>;
  /** Notes the mark that a transaction has set. Undefined: perhaps it hasn't. */
  note(mark: number | undefined): void;
}

export function createRecordMark(): RecordMark {
  let seen: number | undefined;
  async function readAgain(): Promise<number> {
    seen = (await readMark()) ?? (await firstMark());
    return seen;
  }
  return {
    last: async () => seen ?? readAgain(),
    readAgain,
    note(mark) {
      seen = mark;
    },
  };
}

/** Sets a new mark in the transaction that adds records. Returns it. `before`: the mark that must still stand; absent: whatever stands. */
export function setMark(transaction: Transaction, before?: number): number {
  const version = anyMark();
  const conditions = new Filter<Row<object>>().and('version', FilterConditions.equalTo(before ?? 0));
  const options = { entityName: SETTING, ...(before !== undefined && { conditions }) };
  transaction.set<Row<object>>(RECORD_MARK_KEY, { version, content: {} }, options);
  return version;
}

async function readMark(): Promise<number | undefined> {
  return (await kvs.entity<Row<object>>(SETTING).get(RECORD_MARK_KEY))?.version;
}

async function firstMark(): Promise<number> {
  await seedRow<Row<object>>(SETTING, RECORD_MARK_KEY, { version: anyMark(), content: {} });
  const mark = await readMark();
  if (mark === undefined) throw new Error('A row that was stored is missing');
  return mark;
}

/** Forge's documents don't say how large an integer may be: these fit into 32 bits. Nobody adds one to a mark, so that whoever adds a record needn't read it. */
const MARKS = 2 ** 31 - 1;

function anyMark(): number {
  return randomInt(1, MARKS);
}
