import { failureOf } from './errors';
import { orLog } from './or-log';
import type { BrokerPorts } from './ports';

/**
 * Looks what became of a write whose answer was lost. What it finds holds, and nobody knows who brought it about.
 *
 * Undefined: the answer was not lost, nothing is found, or the look fails too; then what the write threw stands.
 */
export async function lookAfterLoss<T>(
  ports: Pick<BrokerPorts, 'log'>,
  thrown: unknown,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const failure = failureOf(thrown);
  // Where part of it is done, no look can change that.
  const isLost = failure !== undefined && 'changed' in failure && failure.changed === 'unknown';
  return isLost ? orLog(ports, 'lost answer not settled', look) : undefined;
}
