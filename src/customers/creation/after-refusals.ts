import { instant } from '../../broker/instant';
import { orLog } from '../../broker/or-log';
import type { CustomerResult } from '../../shared/customers/results';
import type { CustomerRefusal } from '../../shared/result';
import { currentJiraRight } from '../jira-right/jira-right';
import type { CustomerPorts } from '../ports';
import type { ProjectSession } from '../project-session';

/** Records one refusal for each reason, counted by the hour, without the people it was about. */
export async function recordRefusals(
  { auditLog, clock }: CustomerPorts,
  { caller, project }: ProjectSession,
  results: readonly CustomerResult[],
): Promise<void> {
  const reasons = new Set<CustomerRefusal>(
    results.flatMap(({ account }) => (account.outcome === 'notAllowed' ? [account.rule] : [])),
  );
  function refuse(reason: CustomerRefusal) {
    return auditLog.refuse({
      at: instant(clock),
      caller,
      action: 'createCustomer',
      reason,
      projectId: project.projectId,
    });
  }
  await Promise.all([...reasons].map(refuse));
}

/** Checks, at most once a minute, whether a refused privileged user is still a Jira administrator. */
export async function checkRightAfterRefusal(ports: CustomerPorts, results: readonly CustomerResult[]): Promise<void> {
  const isRefused = results.some(
    ({ account, project }) =>
      project === 'refused' ||
      (account.outcome === 'failed' &&
        (account.code === 'ATLASSIAN_REFUSED' || account.code === 'PRIVILEGED_USER_UNAVAILABLE')),
  );
  if (isRefused) await orLog(ports, 'refusal not explained', () => currentJiraRight(ports, 'ifStale'));
}
