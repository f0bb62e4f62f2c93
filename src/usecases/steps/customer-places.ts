import { grantAddCustomer, type CustomerCase } from '../../domain/customer-policy';
import { failureOf, isLost } from '../../domain/errors';
import type { Ports } from '../../domain/ports';
import type { JiraAccount } from '../../domain/projects';
import type { CustomerResult, OrganizationStep, ProjectStep } from '../../shared/customer-results';
import type { OrganizationId } from '../../shared/ids';
import type { ErrorCode } from '../../shared/result';
import { audited } from './audited';
import type { CustomerDesk } from './customer-desk';

type PlaceFailure = 'refused' | 'failed' | 'unknown' | 'notFound';

/** What a failed step is called, with the codes that are a refusal of whoever made it. It takes nothing back that an earlier one did. */
const failureName = (thrown: unknown, refusals: readonly ErrorCode[]): PlaceFailure => {
  const failure = failureOf(thrown);
  if (failure === undefined) throw thrown;
  if (refusals.includes(failure.code)) return 'refused';
  if (failure.code === 'NOT_FOUND') return 'notFound';
  return isLost(failure) ? 'unknown' : 'failed';
};

/** Makes the account a customer of the project, as the privileged user, if the policy wants it. */
export const addToProject = async (
  ports: Ports,
  desk: CustomerDesk,
  subject: CustomerCase,
  account: JiraAccount,
): Promise<ProjectStep> => {
  if (!desk.policy.addToProject) return 'notWanted';
  const decision = grantAddCustomer(subject, account);
  if (!decision.granted) return 'refused';
  const { caller, project, privilegedUser, via } = desk;
  const { accountId } = account;
  const entry = {
    action: 'addToProject',
    caller,
    actedAs: privilegedUser,
    projectId: project.projectId,
    accountId,
    via,
  } as const;
  try {
    await audited(ports, entry, () => ports.customerWriter.addToProject(decision.grant));
    return 'added';
  } catch (thrown) {
    const name = failureName(thrown, ['ATLASSIAN_REFUSED', 'PRIVILEGED_USER_UNAVAILABLE']);
    return name === 'notFound' ? 'failed' : name;
  }
};

/** Adds the account to an organization, by the caller's own right. */
export const addToOrganization = async (
  ports: Ports,
  { caller, project, via }: CustomerDesk,
  account: JiraAccount,
  organizationId: OrganizationId,
): Promise<OrganizationStep> => {
  const { accountId } = account;
  const entry = {
    action: 'addToOrganization',
    caller,
    projectId: project.projectId,
    organizationId,
    accountId,
    via,
  } as const;
  try {
    await audited(ports, entry, () => ports.agentWriter.addToOrganization(organizationId, accountId));
    return { organizationId, outcome: 'added' };
  } catch (thrown) {
    // A scope that awaits approval says nothing of what the caller may do.
    return { organizationId, outcome: failureName(thrown, ['ATLASSIAN_REFUSED']) };
  }
};

/** Whether the account is everywhere where it was to be. */
export const isPlaced = ({ project, organizations }: Pick<CustomerResult, 'project' | 'organizations'>): boolean =>
  (project === 'added' || project === 'notWanted') && organizations.every(({ outcome }) => outcome === 'added');
