import type { SaveOutcome } from '../../shared/broker/views';
import { AppError } from '../errors';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { takeEffect } from './take-effect';

/** Accepts a nomination: the nominee lends their rights. They are checked as if they had picked themselves; `refused` if a check failed. */
export async function acceptNomination(
  ports: BrokerPorts,
  nominee: OnSite,
  { version }: { version: number },
): Promise<SaveOutcome> {
  const { value, version: stored } = await ports.settings.privilegedUser();
  // The page shows who asked and what for; only what was shown can be accepted.
  if (stored !== version || value.nominee?.accountId !== nominee.caller)
    throw new AppError({ code: 'CONFLICT', what: 'settings' });
  const setBy = value.nominee.nominatedBy;
  return takeEffect(ports, nominee, { action: 'acceptNomination', setBy, version });
}
