import type { Attempt, Outcome } from '../../domain/audit';
import { failureOf } from '../../domain/errors';
import type { Clock, Ports } from '../../domain/ports';
import type { ApiError } from '../../shared/result';

/** The instant, as it is stored. */
export const instant = (clock: Clock): string => new Date(clock.now()).toISOString();

/** Whether nobody knows if the effect took place: then the attempt stays open, and the hourly run settles it. */
export const isLost = (failure: ApiError | undefined): boolean =>
  failure === undefined || ('changed' in failure && failure.changed !== 'nothing');

/**
 * Records the attempt, has the effect, records the outcome. Without the first there is no second.
 *
 * `found` names what the effect brought to light, such as a new group's id.
 */
export const audited = async <T>(
  { ids, clock, auditLog }: Ports,
  entry: Omit<Attempt, 'id' | 'at'>,
  effect: () => Promise<T>,
  found: (value: T) => Pick<Outcome, 'groupId'> = () => ({}),
): Promise<T> => {
  const id = ids.next();
  await auditLog.attempt([{ id, at: instant(clock), ...entry }]);
  let value: T;
  try {
    value = await effect();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (!isLost(failure) && failure !== undefined) {
      await auditLog.settle([{ id, at: instant(clock), outcome: 'failed', code: failure.code }]);
    }
    throw thrown;
  }
  await auditLog.settle([{ id, at: instant(clock), outcome: 'succeeded', ...found(value) }]);
  return value;
};
