// The mark of added records: one row that changes with each of them, since no condition holds on a record that doesn't exist.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
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
  /**
   * Sets a new one in the transaction that adds records. Returns it. `before`: the mark that must still stand, or the last one that this invocation has set
   * since while that one stood; absent: whatever stands.
   */
  set(transaction: Transaction, before?: number): number;
  /** Notes the mark that a transaction has set. Undefined: perhaps it hasn't. */
  note(mark: number | undefined): void;
}

/** Forge's documents don't say how large an integer may be: these fit into 32 bits. */
const MARKS = 2 ** 31 - 1;

/** Creates it for one invocation. Marks are drawn, not counted, so that whoever adds a single record needn't read the last one. */
export function createRecordMark(random: () => number = Math.random): RecordMark {
  let seen: number | undefined;
  let setting: { before: number | undefined; mark: number } | undefined;
  /** Marks that were read, and the last one that this invocation has set since: nobody else has added a record between them. */
  const own = new Map<number, number>();
  function draw(): number {
    return 1 + Math.floor(random() * MARKS);
  }
  async function readAgain(): Promise<number> {
    seen = (await readMark()) ?? (await firstMark(draw()));
    return seen;
  }
  return {
    last: async () => seen ?? readAgain(),
    readAgain,
    set(transaction, before) {
      const version = draw();
      const conditions = before === undefined ? {} : { conditions: stands(own.get(before) ?? before) };
      transaction.set<Row<object>>(RECORD_MARK_KEY, { version, content: {} }, { entityName: SETTING, ...conditions });
      setting = { before, mark: version };
      return version;
    },
    note(mark) {
      seen = mark;
      if (mark !== undefined && mark === setting?.mark && setting.before !== undefined) own.set(setting.before, mark);
    },
  };
}

function stands(mark: number) {
  return new Filter<Row<object>>().and('version', FilterConditions.equalTo(mark));
}

async function readMark(): Promise<number | undefined> {
  return (await kvs.entity<Row<object>>(SETTING).get(RECORD_MARK_KEY))?.version;
}

async function firstMark(mark: number): Promise<number> {
  await seedRow<Row<object>>(SETTING, RECORD_MARK_KEY, { version: mark, content: {} });
  const stored = await readMark();
  if (stored === undefined) throw new Error('A row that was stored is missing');
  return stored;
}
