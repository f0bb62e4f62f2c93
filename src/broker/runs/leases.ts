import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { RunNow } from './run-store';
import type { StoredRun } from './stored-run';

/** Time that a lease lasts while nobody waits: Forge ends a consumer after 120 seconds. */
export const UNATTENDED_LEASE_MS = 180_000;

/** Returns the name of a lease, which tells the baton of its holder. Whoever passes the baton on gives up their leases. */
export function leaseOf({ baton }: Pick<StoredRun, 'baton'>, id: string): string {
  return `${String(baton)}#${id}`;
}

/** Tells whether somebody works at a run now: they hold its baton and the lease of a part. */
export function isWorkedAt({ clock }: Pick<BrokerPorts, 'clock'>, { run, parts }: RunNow): boolean {
  const now = instant(clock);
  const own = leaseOf(run, '');
  return parts.some(
    ({ lease, leasedUntil, state }) =>
      state === 'open' && lease?.startsWith(own) === true && leasedUntil !== undefined && leasedUntil > now,
  );
}
