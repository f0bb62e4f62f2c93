import { AppError, failureOf } from '../../domain/errors';

/**
 * Notes what a write on the site has already brought about. If that fails, the write itself still stands: the failure says so
 * (STORAGE_UNAVAILABLE, `changed: 'some'`), and the attempt stays open: the hourly run forgets a deleted group's record, and leaves a
 * created group to be adopted.
 */
export const afterWrite = async <T>(note: () => Promise<T>): Promise<T> => {
  try {
    return await note();
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    throw new AppError({ code: 'STORAGE_UNAVAILABLE', changed: 'some' }, thrown);
  }
};
