import { failureOf } from './errors';
import type { BrokerPorts } from './ports';

/** Does what must not hide what came before it: a failure is logged by its code, and the answer is undefined. */
export async function orLog<T>(
  { log }: Pick<BrokerPorts, 'log'>,
  event: string,
  run: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await run();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    log.warn(event, { code: failure.code });
    return undefined;
  }
}
