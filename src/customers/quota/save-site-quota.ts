import { changeAs } from '../../broker/change-as';
import type { CustomerSettingsView } from '../../shared/customers/views';
import type { InJira } from '../in-jira';
import type { CustomerPorts } from '../ports';
import { nextDay } from './day-quota';

/** Stores how many new accounts the whole site may request in a UTC day. Fails with CONFLICT. */
export async function saveSiteQuota(
  ports: CustomerPorts,
  admin: InJira,
  { dailyPerSite, version: before }: { dailyPerSite: number; version: number },
): Promise<CustomerSettingsView['site']> {
  const version = await changeAs(ports, admin, {
    entries: [{ action: 'saveSiteQuota' }],
    write: () => ports.customerSettings.saveDailyPerSite(dailyPerSite, before),
  });
  const usedToday = await ports.customerQuota.usedOnSite();
  return { dailyPerSite, usedToday, resetsAt: nextDay(ports.clock), version };
}
