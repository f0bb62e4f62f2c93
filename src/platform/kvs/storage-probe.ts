// Tries how Forge's store refuses writes, on a row that nothing else uses.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/
import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';

import type { StorageAnswer, StorageProbe } from '../../groups/store-ports';
import { isRefused, writing } from './failures';
import { PROBE_KEY, SETTING } from './keys';

interface Row {
  version: number;
  content: object;
}

const row = kvs.entity<Row>(SETTING);

const SECOND: Row = { version: 2, content: {} };

export function createStorageProbe(): StorageProbe {
  return {
    writeUsedKey: () => probe(() => row.set(PROBE_KEY, SECOND, { keyPolicy: 'FAIL_IF_EXISTS' })),
    writeAgainstCondition: () =>
      probe(() => {
        const conditions = new Filter<Row>().and('version', FilterConditions.equalTo(SECOND.version));
        return kvs.transact().set<Row>(PROBE_KEY, SECOND, { entityName: SETTING, conditions }).execute();
      }),
  };
}

const FIRST: Row = { version: 1, content: {} };

/** Stores the first row, writes the second one against it, and reads which of them stands. */
function probe(write: () => Promise<unknown>): Promise<StorageAnswer> {
  return writing(async () => {
    await row.set(PROBE_KEY, FIRST);
    let before = 'accepted';
    let failure: unknown;
    try {
      await write();
    } catch (thrown) {
      before = answerIn(thrown);
      failure = thrown;
    }
    const refused = isRefused(failure);
    const stands = (await row.get(PROBE_KEY))?.version === FIRST.version;
    await row.delete(PROBE_KEY);
    // Not stored, but not an answer to the question either.
    if (stands && failure !== undefined && (!refused || isLimit(failure))) throw failure;
    return { holds: refused && stands, answer: stands ? before : `${before}, overwritten` };
  });
}

function answerIn(thrown: unknown): string {
  return thrown instanceof ForgeKvsAPIError ? `${String(thrown.responseDetails.status)} ${thrown.code}` : 'no answer';
}

function isLimit(thrown: unknown): boolean {
  return thrown instanceof ForgeKvsAPIError && thrown.responseDetails.status === 429;
}
