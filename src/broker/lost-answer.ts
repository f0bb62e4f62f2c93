import { failureOf } from './errors';
import { orLog } from './or-log';
import type { BrokerPorts } from './ports';

/**
 * Looks for the effect of a write whose answer was lost. If it's there, it holds, though nobody knows who caused it.
 *
 * Undefined: the answer wasn't lost, nothing is found, or the look fails too; then the write's own error stands.
 */
export async function lookAfterLoss<T>(
  ports: Pick<BrokerPorts, 'log'>,
  thrown: unknown,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const failure = failureOf(thrown);
  // If part of it is done, a look can't change that.
  const isLost = failure !== undefined && 'changed' in failure && failure.changed === 'unknown';
  return isLost ? orLog(ports, 'lost answer not settled', look) : undefined;
}
