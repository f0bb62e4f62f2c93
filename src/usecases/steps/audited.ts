import type { Attempt, Outcome } from '../../domain/audit';
import { failureOf, isLost } from '../../domain/errors';
import { instant } from '../../domain/instant';
import type { Ports } from '../../domain/ports';
import type { AuditCode } from '../../shared/audit';
import type { ErrorCode } from '../../shared/result';

/**
 * Records the attempt, has the effect, records the outcome. Without the first there is no second; after a lost answer there is no third.
 *
 * `found` names what the effect brought to light, such as a new group's id, why it was done, or that it came to nothing; `codeOf` what a failure
 * is called in the audit.
 */
export const audited = async <T>(
  { ids, clock, auditLog }: Ports,
  entry: Omit<Attempt, 'id' | 'at'>,
  effect: () => Promise<T>,
  found: (value: T) => Partial<Pick<Outcome, 'groupId' | 'accountId' | 'code' | 'outcome' | 'found'>> = () => ({}),
  codeOf: (code: ErrorCode) => AuditCode = (code) => code,
): Promise<T> => {
  const id = ids.next();
  await auditLog.attempt([{ id, at: instant(clock), ...entry }]);
  let value: T;
  try {
    value = await effect();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure !== undefined && !isLost(failure)) {
      await auditLog.settle([{ id, at: instant(clock), outcome: 'failed', code: codeOf(failure.code) }]);
    }
    throw thrown;
  }
  await auditLog.settle([{ id, at: instant(clock), outcome: 'succeeded', ...found(value) }]);
  return value;
};
