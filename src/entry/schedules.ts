import type { AuditAction } from '../broker/audit/entries';
import { settleAudit, type Look } from '../broker/audit/settle-audit';
import { brokerLooks } from '../broker/audit/settle-check-groups';
import { reportAccounts } from '../broker/closed-accounts/report-accounts';
import type { BrokerLook } from '../broker/operations';
import { orLog } from '../broker/or-log';
import { beforeUninstall } from '../broker/privileged-user/before-uninstall';
import { checkHealthDaily } from '../broker/privileged-user/check-health-daily';
import { sweepRuns } from '../broker/runs/sweep-runs';
import { peopleOfCustomers } from '../customers/closed-accounts/people-of-customers';
import { checkRightDaily } from '../customers/jira-right/check-right-daily';
import { groupLooks } from '../groups/audit/settle-groups';
import { peopleOfGroups } from '../groups/closed-accounts/people-of-groups';
import type { GroupLook } from '../groups/operations';
import { keepUp } from '../groups/upkeep/keep-up';
import { operations } from './call/operations';
import type { Ports } from './call/ports';
import { runKinds } from './runs';

/** Lists the functions that Forge runs on a schedule, with each product's part in them. */
export const schedules = {
  /** Daily. */
  healthCheck: (ports) => checkHealthDaily(ports, () => checkRightDaily(ports)),
  /** Hourly. */
  settleAudit: async (ports) => {
    // What one of them can't do must not keep the others from their work.
    await orLog(ports, 'runs not swept', () => sweepRuns(ports, runKinds));
    await settleAudit(ports, looksOf(ports));
    await keepUp(ports);
  },
  /** Weekly. */
  reportAccounts: (ports) => reportAccounts(ports, [peopleOfGroups(ports), peopleOfCustomers(ports)]),
  /** Before an uninstall. */
  beforeUninstall,
} as const satisfies Record<string, (ports: Ports) => Promise<void>>;

/** Returns the look for each action, by its row. A newer version may have stored a word that this one doesn't know. */
function looksOf(ports: Ports) {
  const looks: Record<BrokerLook | GroupLook, Look> = { ...brokerLooks(ports), ...groupLooks(ports) };
  return (action: AuditAction): Look | undefined => {
    const { look } = Object.hasOwn(operations, action) ? operations[action] : { look: 'none' as const };
    return look === 'none' ? undefined : looks[look];
  };
}
