import type { Attempt, Outcome } from '../../broker/audit/entries';
import { failureOf, isLost } from '../../broker/errors';
import { allow, refuse } from '../../broker/verdict';
import type { CustomerResult, OrganizationStep, ProjectStep } from '../../shared/customers/results';
import type { OrganizationId } from '../../shared/ids';
import type { ErrorCode } from '../../shared/result';
import type { JiraAccount } from '../facts';
import type { FreshDesk } from '../fresh-session';
import { grantAddToProject, placeRefusal, type CustomerAsk } from '../policy';
import type { CustomerPorts } from '../ports';
import { caseAt, type CustomerDesk } from '../project-session';
import type { AlreadyPlaced } from './already-there';
import { takeStep, type NotTaken, type Taken } from './attempt';

/** What came of one place. `notTaken`: why nothing was sent. */
export interface Placed<Outcome> {
  outcome: Outcome;
  notTaken?: NotTaken;
}

/** Somebody who has an account, and where it is to be. */
interface Placing {
  desks: FreshDesk;
  ask: CustomerAsk;
  account: JiraAccount;
  already: AlreadyPlaced;
}

/** Makes the account a customer of the project, as the privileged user. */
export async function addToProject(ports: CustomerPorts, placing: Placing): Promise<Placed<ProjectStep>> {
  const { desks, ask, account, already } = placing;
  try {
    const taken = await takeStep(ports, {
      desks,
      entry: (desk) => ({ action: 'addToProject', ...entryOf(desk, account), actedAs: desk.privilegedUser }),
      judge: (desk) => grantAddToProject(caseAt(desk, ask), account),
      perform: (grant) => ports.customerWriter.addToProject(grant),
      found: () => endingOf(already.inProject),
    });
    return placed(taken, already.inProject);
  } catch (thrown) {
    const name = failureName(thrown, ['ATLASSIAN_REFUSED', 'PRIVILEGED_USER_UNAVAILABLE']);
    return { outcome: name === 'notFound' ? 'failed' : name };
  }
}

/** Adds the account to an organization, by the caller's own right. */
export async function addToOrganization(
  ports: CustomerPorts,
  { desks, ask, account, already }: Placing,
  organizationId: OrganizationId,
): Promise<Placed<OrganizationStep['outcome']>> {
  const wasIn = already.organizations.has(organizationId);
  try {
    const taken = await takeStep(ports, {
      desks,
      entry: (desk) => ({ action: 'addToOrganization', ...entryOf(desk, account), organizationId }),
      judge: (desk) => {
        const rule = placeRefusal(caseAt(desk, ask), account);
        return rule === undefined ? allow(undefined) : refuse(rule);
      },
      perform: () => ports.agentWriter.addToOrganization(organizationId, account.accountId),
      found: () => endingOf(wasIn),
    });
    return placed(taken, wasIn);
  } catch (thrown) {
    // A scope that awaits approval says nothing of what the caller may do.
    return { outcome: failureName(thrown, ['ATLASSIAN_REFUSED']) };
  }
}

const THERE: readonly (ProjectStep | OrganizationStep['outcome'])[] = ['added', 'alreadyThere', 'notWanted'];

/** Whether the account is everywhere where it was to be. */
export function isPlaced({ project, organizations }: Pick<CustomerResult, 'project' | 'organizations'>): boolean {
  return [project, ...organizations.map(({ outcome }) => outcome)].every((outcome) => THERE.includes(outcome));
}

function entryOf(
  { caller, project, via }: CustomerDesk,
  { accountId }: JiraAccount,
): Omit<Attempt, 'id' | 'at' | 'action'> {
  return { caller, projectId: project.projectId, accountId, via };
}

/** They are asked for all the same: by then somebody may have taken them out. */
function endingOf(wasThere: boolean): Pick<Outcome, 'outcome'> {
  return { outcome: wasThere ? 'unchanged' : 'succeeded' };
}

function placed(taken: Taken<void>, wasThere: boolean): Placed<'added' | 'alreadyThere' | 'notTried'> {
  if ('notTaken' in taken) return { outcome: 'notTried', notTaken: taken.notTaken };
  return { outcome: wasThere ? 'alreadyThere' : 'added' };
}

type PlaceFailure = 'refused' | 'failed' | 'unknown' | 'notFound';

/** What a failed step is called, with the codes that are a refusal of whoever made it. It takes nothing back that an earlier one did. */
function failureName(thrown: unknown, refusals: readonly ErrorCode[]): PlaceFailure {
  const failure = failureOf(thrown);
  if (failure === undefined) throw thrown;
  if (refusals.includes(failure.code)) return 'refused';
  if (failure.code === 'NOT_FOUND') return 'notFound';
  return isLost(failure) ? 'unknown' : 'failed';
}
