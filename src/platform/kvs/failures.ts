// Failures of Forge's key-value store. Its error codes are only partly documented, so statuses decide.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/
import { ForgeKvsAPIError } from '@forge/kvs';

import { AppError } from '../../broker/errors';

/** Tells whether the store refused: a condition doesn't hold, a key exists, the request is wrong, or there are too many. */
export function isRefused(thrown: unknown): boolean {
  return (
    thrown instanceof ForgeKvsAPIError && thrown.responseDetails.status >= 400 && thrown.responseDetails.status < 500
  );
}

/** Runs a read; any error becomes STORAGE_UNAVAILABLE. */
export function reading<T>(run: () => Promise<T>): Promise<T> {
  return attempt(run, 'nothing');
}

/** Runs a write; any error becomes STORAGE_UNAVAILABLE, with `changed: 'unknown'` if the answer isn't clear. */
export function writing<T>(run: () => Promise<T>): Promise<T> {
  return attempt(run, 'unknown');
}

/** Runs a conditional write. If the store refuses it and `isConflict` confirms that the condition is the reason, fails with CONFLICT. */
export function writingUnless(
  isConflict: () => Promise<boolean>,
  what: 'settings' | 'record' | 'run',
  run: () => Promise<void>,
): Promise<void> {
  return writing(async () => {
    try {
      await run();
    } catch (thrown) {
      if (isRefused(thrown) && (await isConflict())) throw new AppError({ code: 'CONFLICT', what }, thrown);
      throw thrown;
    }
  });
}

async function attempt<T>(run: () => Promise<T>, changedIfLost: 'nothing' | 'unknown'): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError({ code: 'STORAGE_UNAVAILABLE', changed: isRefused(thrown) ? 'nothing' : changedIfLost }, thrown);
  }
}
