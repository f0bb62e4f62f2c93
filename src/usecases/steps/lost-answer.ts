import { failureOf, isLost } from '../../domain/errors';
import type { Ports } from '../../domain/ports';

/**
 * Reads what became of a write whose answer was lost.
 *
 * Throws what the write threw if its answer was not lost, or if reading fails too: then the result is still unknown.
 */
export const readAfterLoss = async <T>({ log }: Ports, thrown: unknown, read: () => Promise<T>): Promise<T> => {
  const failure = failureOf(thrown);
  if (failure === undefined || !isLost(failure)) throw thrown;
  try {
    return await read();
  } catch (unread) {
    const code = failureOf(unread)?.code;
    if (code === undefined) throw unread;
    log.warn('lost answer not settled', { code });
    throw thrown;
  }
};
