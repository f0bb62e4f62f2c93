import type { AuditCode } from '../../shared/broker/audit';
import type { ErrorCode } from '../../shared/result';
import { failureOf, isLost } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { Attempt, Outcome } from './entries';

/** What the audit is to be told of an effect: an entry, or one for each space that is concerned. */
export interface Recorded<T> {
  entries: readonly Omit<Attempt, 'id' | 'at'>[];
  effect: () => Promise<T>;
  /** What the effect brought to light, such as a new group's id, why it was done, or that it came to nothing. */
  found?: (value: T) => Partial<Pick<Outcome, 'groupId' | 'accountId' | 'code' | 'outcome' | 'found'>>;
  /** What a failure is called in the audit. */
  codeOf?: (code: ErrorCode) => AuditCode;
}

/** Records the attempt, has the effect, records the outcome. Without the first there is no second; after a lost answer there is no third. */
export async function recorded<T>(
  { ids, clock, auditLog }: BrokerPorts,
  { entries, effect, found = () => ({}), codeOf = (code) => code }: Recorded<T>,
): Promise<T> {
  const at = instant(clock);
  const attempts = entries.map((entry): Attempt => ({ id: ids.next(), at, ...entry }));
  function settle(outcome: Omit<Outcome, 'id' | 'at'>) {
    return auditLog.settle(attempts.map(({ id }) => ({ id, at: instant(clock), ...outcome })));
  }
  await auditLog.attempt(attempts);
  let value: T;
  try {
    value = await effect();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure !== undefined && !isLost(failure)) await settle({ outcome: 'failed', code: codeOf(failure.code) });
    throw thrown;
  }
  await settle({ outcome: 'succeeded', ...found(value) });
  return value;
}
