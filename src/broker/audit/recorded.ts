import type { AuditCode } from '../../shared/broker/audit';
import type { ErrorCode } from '../../shared/result';
import { failureOf, isLost } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { Attempt, Outcome } from './entries';

/** An effect with its audit entries: one, or one for each space concerned. */
export interface Recorded<T> {
  /** `id`: where somebody must know it before. */
  entries: readonly (Omit<Attempt, 'id' | 'at'> & { id?: string })[];
  effect: () => Promise<T>;
  /** Names what the effect revealed, such as a new group's id, the reason for it, or that it changed nothing. */
  found?: (value: T) => Partial<Pick<Outcome, 'groupId' | 'accountId' | 'code' | 'outcome' | 'found'>>;
  /** Gives the code under which a failure is recorded. */
  codeOf?: (code: ErrorCode) => AuditCode;
}

/** Records the attempt, runs the effect, and records the outcome. If the attempt can't be recorded, nothing runs; after a lost answer, the outcome stays open. */
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
