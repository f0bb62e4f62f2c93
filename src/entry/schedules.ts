import { settleAudit } from '../broker/audit/settle-audit';
import { reportAccounts } from '../broker/closed-accounts/report-accounts';
import { beforeUninstall } from '../broker/privileged-user/before-uninstall';
import { checkHealthDaily } from '../broker/privileged-user/check-health-daily';
import { CUSTOMER_LOOKS } from '../customers/audit/settle-customers';
import { peopleOfCustomers } from '../customers/closed-accounts/people-of-customers';
import { checkRightDaily } from '../customers/jira-right/check-right-daily';
import { groupLooks } from '../groups/audit/settle-groups';
import { peopleOfGroups } from '../groups/closed-accounts/people-of-groups';
import type { Ports } from './call/ports';

/** What Forge runs without anybody present, with what each product brings to it. */
export const schedules = {
  /** Daily. */
  healthCheck: (ports) => checkHealthDaily(ports, () => checkRightDaily(ports)),
  /** Hourly. */
  settleAudit: (ports) => settleAudit(ports, { ...groupLooks(ports), ...CUSTOMER_LOOKS }),
  /** Weekly. */
  reportAccounts: (ports) => reportAccounts(ports, [peopleOfGroups(ports), peopleOfCustomers(ports)]),
  /** Before an uninstall. */
  beforeUninstall,
} as const satisfies Record<string, (ports: Ports) => Promise<void>>;
