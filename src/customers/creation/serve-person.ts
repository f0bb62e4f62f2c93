import type { Together } from '../../broker/audit/together';
import type { CustomerResult, ProjectOutcome } from '../../shared/customers/results';
import type { OrganizationId } from '../../shared/ids';
import type { CustomerPorts } from '../ports';
import { addToOrganization, addToProject, isInEveryTarget, type TargetResult } from './add-to-targets';
import { sessionNow } from './attempt';
import { NOWHERE, readPresentTargets } from './present-targets';
import { settleAccount } from './settle-account';
import type { RequestInSession } from './settled-account';

const NOT_WANTED: TargetResult<ProjectOutcome> = { outcome: 'notWanted' };

/** Settles one person's account, then adds it to the project and to organizations, unless it is there already. */
export async function servePerson(
  all: CustomerPorts,
  at: RequestInSession,
  { join, aside, auditLog }: Together,
): Promise<CustomerResult> {
  const ports = { ...all, auditLog };
  const { organizationIds } = at.request;
  const { result: accountResult, account, afterCreation } = await settleAccount(ports, at);
  if (account === undefined) return onlyAccount(accountResult, organizationIds);
  const known = await sessionNow(at.freshSession);
  const mayBeThere = accountResult.outcome !== 'created' && 'session' in known;
  const already = mayBeThere ? await readPresentTargets(ports, known.session, at.request, account) : NOWHERE;
  const toAdd = { ...at, account, already };
  const isWanted = 'notSent' in known || known.session.policy.addToProject;
  async function addToOne(organizationId: OrganizationId) {
    return {
      organizationId,
      ...(await join(() => addToOrganization(ports, toAdd, organizationId))),
    };
  }
  const [project, organizations] = await aside(() =>
    Promise.all([
      isWanted ? join(() => addToProject(ports, toAdd)) : NOT_WANTED,
      Promise.all(organizationIds.map(addToOne)),
    ]),
  );
  const result: CustomerResult = {
    account: accountResult,
    project: project.outcome,
    organizations: organizations.map(({ organizationId, outcome }) => ({ organizationId, outcome })),
    ...whyOfTargets([project, ...organizations]),
  };
  return afterCreation === true && !isInEveryTarget(result) ? withoutOrigin(result) : result;
}

/** Returns the result for a person for whom only the account was settled. */
export function onlyAccount(
  account: CustomerResult['account'],
  organizationIds: readonly OrganizationId[],
): CustomerResult {
  return { account, project: 'notTried', organizations: notTried(organizationIds) };
}

function notTried(organizationIds: readonly OrganizationId[]): CustomerResult['organizations'] {
  return organizationIds.map((organizationId) => ({ organizationId, outcome: 'notTried' }));
}

function whyOfTargets(targets: readonly TargetResult<unknown>[]): Pick<CustomerResult, 'why'> {
  const notSent = targets.find((target) => target.notSent !== undefined)?.notSent;
  if (notSent === undefined) return {};
  return { why: 'refusal' in notSent ? notSent.refusal : notSent.why };
}

/**
 * Hides whether there was an account before unless the request succeeded: otherwise anybody could find out by making a later call fail.
 */
function withoutOrigin(result: CustomerResult): CustomerResult {
  return {
    ...result,
    account: { outcome: 'thereNow' },
    project: result.project === 'alreadyThere' ? 'added' : result.project,
    organizations: result.organizations.map(({ organizationId, outcome }) => ({
      organizationId,
      outcome: outcome === 'alreadyThere' ? 'added' : outcome,
    })),
  };
}
