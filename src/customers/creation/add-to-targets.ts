import type { Attempt, Outcome } from '../../broker/audit/entries';
import type { Sent } from '../../broker/audit/sent';
import { failureOf, isLost } from '../../broker/errors';
import { ALLOWED, refuse } from '../../broker/verdict';
import type { CustomerResult, OrganizationResult, ProjectOutcome } from '../../shared/customers/results';
import type { OrganizationId } from '../../shared/ids';
import type { ErrorCode } from '../../shared/result';
import type { JiraAccount } from '../facts';
import type { FreshSession } from '../fresh-session';
import { grantAddToProject } from '../policy';
import type { CustomerPorts } from '../ports';
import { factsOf, type ProjectSession } from '../project-session';
import { targetRefusal, type CustomerRequest } from '../refusals';
import { attempt, type NotSent } from './attempt';
import type { PresentTargets } from './present-targets';

/** The result for one target. `notSent`: the reason why nothing was sent. */
export interface TargetResult<Outcome> {
  outcome: Outcome;
  notSent?: NotSent;
}

/** An account, and the targets to add it to. */
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
        return reason === undefined ? ALLOWED : refuse(reason);
      },
      perform: () => ports.agentWriter.addToOrganization(organizationId, account.accountId),
      found: () => endingOf(wasIn),
    });
    return targetResult(sent, wasIn);
  } catch (thrown) {
    // A scope that awaits approval says nothing about the caller's rights.
    return { outcome: failureName(thrown, ['ATLASSIAN_REFUSED']) };
  }
}

const THERE: readonly (ProjectOutcome | OrganizationResult['outcome'])[] = ['added', 'alreadyThere', 'notWanted'];

/** Tells whether the account is in every target. */
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

/** Returns the end of an addition. It's sent even for a member: they may have been removed by then. */
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

/** Returns the outcome of a failed call; `refusals` are the codes that refuse its actor. Earlier calls stay done. */
function failureName(thrown: unknown, refusals: readonly ErrorCode[]): TargetFailure {
  const failure = failureOf(thrown);
  if (failure === undefined) throw thrown;
  if (refusals.includes(failure.code)) return 'refused';
  if (failure.code === 'NOT_FOUND') return 'notFound';
  return isLost(failure) ? 'unknown' : 'failed';
}
