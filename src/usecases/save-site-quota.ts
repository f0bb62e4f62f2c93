import type { Ports } from '../domain/ports';
import type { CustomerSettingsView } from '../shared/customer-views';
import { changeAs } from './steps/change-as';
import { nextDay } from './steps/day-quota';
import type { InJira } from './steps/in-jira';

/** Stores how many new accounts the whole site may ask for in a day, UTC. Fails with CONFLICT. */
export const saveSiteQuota = async (
  ports: Ports,
  admin: InJira,
  { dailyPerSite, version: seen }: { dailyPerSite: number; version: number },
): Promise<CustomerSettingsView['site']> => {
  const version = await changeAs(ports, admin, {
    entries: [{ action: 'saveSiteQuota' }],
    write: () => ports.customerSettings.saveDailyPerSite(dailyPerSite, seen),
  });
  const usedToday = await ports.customerQuota.usedOnSite();
  return { dailyPerSite, usedToday, resetsAt: nextDay(ports.clock), version };
};
