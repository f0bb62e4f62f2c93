// How Forge's key-value store fails. Its error codes are documented in part only, so statuses decide.
// https://developer.atlassian.com/platform/forge/storage-reference/kvs-reference/
import { ForgeKvsAPIError } from '@forge/kvs';

import { AppError } from '../../broker/errors';

/** The store answered that it did not do it: a condition does not hold, a key exists, the request is wrong or one too many. */
export const isRefused = (thrown: unknown): boolean =>
  thrown instanceof ForgeKvsAPIError && thrown.responseDetails.status >= 400 && thrown.responseDetails.status < 500;

const attempt = async <T>(run: () => Promise<T>, changedIfLost: 'nothing' | 'unknown'): Promise<T> => {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError({ code: 'STORAGE_UNAVAILABLE', changed: isRefused(thrown) ? 'nothing' : changedIfLost }, thrown);
  }
};

/** Runs a read; whatever goes wrong becomes STORAGE_UNAVAILABLE. */
export const reading = <T>(run: () => Promise<T>): Promise<T> => attempt(run, 'nothing');

/** Runs a write; whatever goes wrong becomes STORAGE_UNAVAILABLE, `changed: 'unknown'` if no clear answer came. */
export const writing = <T>(run: () => Promise<T>): Promise<T> => attempt(run, 'unknown');

/** Runs a conditional write. If the store refuses it, `isConflict` looks whether the condition is why: then CONFLICT. */
export const writingUnless = (
  isConflict: () => Promise<boolean>,
  what: 'settings' | 'record',
  run: () => Promise<void>,
): Promise<void> =>
  writing(async () => {
    try {
      await run();
    } catch (thrown) {
      if (isRefused(thrown) && (await isConflict())) throw new AppError({ code: 'CONFLICT', what }, thrown);
      throw thrown;
    }
  });
