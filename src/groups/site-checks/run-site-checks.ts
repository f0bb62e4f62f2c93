import { instant } from '../../broker/instant';
import type { OnSite } from '../../broker/on-site';
import { readPrivilegedUser, requirePrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { bothRight, stillPrivileged, stillProved } from '../../broker/privileged-user/still-right';
import type { SiteCheck } from '../../shared/groups/site-checks';
import type { SiteChecksView } from '../../shared/groups/views';
import type { AccountId } from '../../shared/ids';
import type { GroupPorts } from '../ports';
import { checkGroups } from './check-groups';
import { demandCheckMember } from './check-member';
import { checkReading } from './check-reading';
import { checkSpace } from './check-space';
import { checkStorage } from './check-storage';

/**
 * Tries the app's assumptions about Confluence and Forge on this site. Only changes a group that it makes for this and deletes.
 *
 * `memberId`: the account put into that group and taken out again; absent: the caller's. Fails with PRIVILEGED_USER_UNAVAILABLE or INVALID_INPUT
 * (`memberId`) before anything is tried; any other problem is an assumption that isn't tried, with the reason, or a clear answer other than expected.
 */
export async function runSiteChecks(
  ports: GroupPorts,
  by: OnSite,
  { spaceKey, memberId }: { spaceKey?: string | undefined; memberId?: AccountId | undefined },
): Promise<SiteChecksView> {
  const { accountId: actAs } = requirePrivilegedUser(await readPrivilegedUser(ports));
  if (memberId !== undefined) await demandCheckMember(ports, memberId, actAs);
  const stillThey = stillPrivileged(ports, actAs);
  const checks = [
    ...(await checkReading(ports, actAs)),
    ...(await checkGroups(ports, {
      actAs,
      caller: by.caller,
      memberId,
      stillRight: bothRight(stillThey, stillProved(ports, by)),
      stillMayDelete: stillThey,
    })),
    ...(await checkSpace(ports, spaceKey)),
    ...(await checkStorage(ports)),
  ];
  const at = instant(ports.clock);
  return { at, checks, report: reportOf(ports, at, checks) };
}

function reportOf(
  { environment: { appVersion, environmentType } }: GroupPorts,
  at: string,
  checks: SiteCheck[],
): string {
  const holding = checks.filter(({ outcome }) => outcome === 'holds').length;
  return [
    'Space Steward site checks',
    `Made: ${at}`,
    `App version: ${appVersion} (${environmentType})`,
    `Hold: ${String(holding)} of ${String(checks.length)}`,
    ...checks.map(lineOf),
  ].join('\n');
}

function lineOf(check: SiteCheck): string {
  return check.outcome === 'notRun'
    ? `  ${check.assumption}: not tried (${[check.why, ...(check.answer === undefined ? [] : [check.answer])].join(', ')})`
    : `  ${check.assumption}: ${check.outcome} (${check.answer})`;
}
