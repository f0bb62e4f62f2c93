import type { Clock } from '../../broker/ports';
import type { CustomerPolicy } from '../../shared/customers/policy';
import type { DayQuota } from '../../shared/customers/views';
import type { CustomerPorts } from '../ports';
import type { QuotaSubject } from '../ports';

/** Reads how many new accounts the caller may still request today. It isn't a promise: others take from the site's quota too. */
export async function readDayQuota(
  { customerQuota, clock }: CustomerPorts,
  subject: QuotaSubject,
  { dailyPerAgent }: CustomerPolicy,
  dailyPerSite: number,
): Promise<DayQuota> {
  const [usedToday, usedOnSite] = await Promise.all([customerQuota.used(subject), customerQuota.usedOnSite()]);
  const ofAgent = Math.max(0, dailyPerAgent - usedToday);
  const ofSite = Math.max(0, dailyPerSite - usedOnSite);
  return {
    daily: dailyPerAgent,
    usedToday,
    left: Math.min(ofAgent, ofSite),
    limitedBy: ofAgent <= ofSite ? 'agent' : 'site',
    resetsAt: nextDay(clock),
  };
}

const DAY_MS = 86_400_000;

/** Returns the start of the next day: quotas are counted by UTC days. */
export function nextDay(clock: Clock): string {
  return new Date((Math.floor(clock.now() / DAY_MS) + 1) * DAY_MS).toISOString();
}
