import type { AccountId } from '../../shared/ids';
import { forbidden } from '../errors';
import type { BrokerPorts } from '../ports';
import { provedUntil } from './proofs';

/** Returns the time until which this person counts as a site admin. Fails with NOT_SITE_ADMIN: they haven't proved it within the hour. */
export async function demandSiteAdmin(
  { siteAdminProofs, clock }: Pick<BrokerPorts, 'siteAdminProofs' | 'clock'>,
  accountId: AccountId,
): Promise<string> {
  const until = provedUntil((await siteAdminProofs.read()).value, accountId, clock.now());
  if (until === undefined) throw forbidden('NOT_SITE_ADMIN');
  return until;
}
