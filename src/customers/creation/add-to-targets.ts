import type { Attempt, Outcome } from '../../broker/audit/entries';
import type { Sent } from '../../broker/audit/sent';
import { failureOf, isLost } from '../../broker/errors';
import { allow, refuse } from '../../broker/verdict';
import type { CustomerResult, OrganizationResult, ProjectOutcome } from '../../shared/customers/results';
import type { OrganizationId } from '../../shared/ids';
import type { ErrorCode } from '../../shared/result';
import type { JiraAccount } from '../facts';
import type { FreshSession } from '../fresh-session';
import { grantAddToProject, targetRefusal, type CustomerRequest } from '../policy';
import type { CustomerPorts } from '../ports';
import { factsOf, type ProjectSession } from '../project-session';
import { attempt, type NotSent } from './attempt';
import type { PresentTargets } from './present-targets';

/** What came of one target. `notSent`: why nothing was sent. */
export interface TargetResult<Outcome> {
  outcome: Outcome;
  notSent?: NotSent;
}

/** Somebody who has an account, and where it is to be. */
interface AccountToAdd {
  freshSession: FreshSession;
  request: CustomerRequest;
  account: JiraAccount;
  already: PresentTargets;
}

/** Makes the account a customer of the project, as the privileged user. */
export async function addToProject(ports: CustomerPorts, toAdd: AccountToAdd): Promise<TargetResult<ProjectOutcome>> {
  const { freshSession, request, account, already } = toAdd;
  try {
    const sent = await attempt(ports, {
      freshSession,
      entry: (session) => ({ action: 'addToProject', ...entryOf(session, account), actedAs: session.privilegedUser }),
      judge: (session) => grantAddToProject(factsOf(session, request), account),
      perform: (grant) => ports.customerWriter.addToProject(grant),
      found: () => endingOf(already.inProject),
    });
    return targetResult(sent, already.inProject);
  } catch (thrown) {
    const name = failureName(thrown, ['ATLASSIAN_REFUSED', 'PRIVILEGED_USER_UNAVAILABLE']);
    return { outcome: name === 'notFound' ? 'failed' : name };
  }
}

/** Adds the account to an organization, by the caller's own right. */
export async function addToOrganization(
  ports: CustomerPorts,
  { freshSession, request, account, already }: AccountToAdd,
  organizationId: OrganizationId,
): Promise<TargetResult<OrganizationResult['outcome']>> {
  const wasIn = already.organizations.has(organizationId);
  try {
    const sent = await attempt(ports, {
      freshSession,
      entry: (session) => ({ action: 'addToOrganization', ...entryOf(session, account), organizationId }),
      judge: (session) => {
        const reason = targetRefusal(factsOf(session, request), account);
        return reason === undefined ? allow(undefined) : refuse(reason);
      },
      perform: () => ports.agentWriter.addToOrganization(organizationId, account.accountId),
      found: () => endingOf(wasIn),
    });
    return targetResult(sent, wasIn);
  } catch (thrown) {
    // A scope that awaits approval says nothing of what the caller may do.
    return { outcome: failureName(thrown, ['ATLASSIAN_REFUSED']) };
  }
}

const THERE: readonly (ProjectOutcome | OrganizationResult['outcome'])[] = ['added', 'alreadyThere', 'notWanted'];

/** Tells whether the account is everywhere where it was to be. */
export function isInEveryTarget({
  project,
  organizations,
}: Pick<CustomerResult, 'project' | 'organizations'>): boolean {
  return [project, ...organizations.map(({ outcome }) => outcome)].every((outcome) => THERE.includes(outcome));
}

function entryOf(
  { caller, project, via }: ProjectSession,
  { accountId }: JiraAccount,
): Omit<Attempt, 'id' | 'at' | 'action'> {
  return { caller, projectId: project.projectId, accountId, via };
}

/** They are asked for all the same: by then somebody may have taken them out. */
function endingOf(wasThere: boolean): Pick<Outcome, 'outcome'> {
  return { outcome: wasThere ? 'unchanged' : 'succeeded' };
}

function targetResult(
  sent: Sent<void, NotSent>,
  wasThere: boolean,
): TargetResult<'added' | 'alreadyThere' | 'notTried'> {
  if ('notSent' in sent) return { outcome: 'notTried', notSent: sent.notSent };
  return { outcome: wasThere ? 'alreadyThere' : 'added' };
}

type TargetFailure = 'refused' | 'failed' | 'unknown' | 'notFound';

/** Returns what a failed call is called, with the codes that are a refusal of whoever made it. It takes nothing back that an earlier one did. */
function failureName(thrown: unknown, refusals: readonly ErrorCode[]): TargetFailure {
  const failure = failureOf(thrown);
  if (failure === undefined) throw thrown;
  if (refusals.includes(failure.code)) return 'refused';
  if (failure.code === 'NOT_FOUND') return 'notFound';
  return isLost(failure) ? 'unknown' : 'failed';
}
