import { AppError } from '../domain/errors';
import type { Ports } from '../domain/ports';
import type { AccountId } from '../shared/ids';
import type { SaveOutcome } from '../shared/views';
import { takeEffect } from './steps/take-effect';

/** The person who was asked lends his rights. Checked as if he had picked himself; `refused` if a check failed. */
export const acceptNomination = async (
  ports: Ports,
  { caller }: { caller: AccountId },
  { version }: { version: number },
): Promise<SaveOutcome> => {
  const { value, version: stored } = await ports.settings.privilegedUser();
  // The page shows who asked and what for; only what was shown can be accepted.
  if (stored !== version || value.nominee?.accountId !== caller)
    throw new AppError({ code: 'CONFLICT', what: 'settings' });
  return takeEffect(ports, {
    action: 'acceptNomination',
    caller,
    accountId: caller,
    setBy: value.nominee.nominatedBy,
    seenVersion: version,
  });
};
