import { AppError, failureOf } from '../../broker/errors';

/**
 * Stores the effect of a write that took place on the site. If that fails, the write itself still stands: the failure says so
 * (STORAGE_UNAVAILABLE, `changed: 'some'`). A created group is left to be adopted; the attempt to delete one stays open, as the hourly run
 * forgets the record of a group that is gone.
 */
export async function afterWrite<T>(note: () => Promise<T>): Promise<T> {
  try {
    return await note();
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    throw new AppError({ code: 'STORAGE_UNAVAILABLE', changed: 'some' }, thrown);
  }
}
