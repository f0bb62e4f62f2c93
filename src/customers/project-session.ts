import { forbidden } from '../broker/errors';
import type { CustomerPolicy } from '../shared/customers/policy';
import type { JiraRight } from '../shared/customers/views';
import type { AccountId, GroupId, OrganizationId } from '../shared/ids';
import type { ApiError, ErrorCode, ForbiddenReason } from '../shared/result';
import type { InProject } from './in-project';
import { currentJiraRight, requireJiraRight } from './jira-right/jira-right';
import type { CustomerPorts } from './ports';
import { projectRefusal, type CustomerRequest, type CustomerFacts, type ProjectOrganizations } from './refusals';

/** All data that tells what would become of one request for customers, whoever the customers are. */
export interface ReadingSession extends InProject {
  /** Time of the oldest request behind it. */
  readAt: number;
  policy: CustomerPolicy;
  dailyPerSite: number;
  projectOrganizations: ProjectOrganizations;
}

/** The same, to carry the request out. */
export interface ProjectSession extends ReadingSession {
  privilegedUser: AccountId;
}

const NO_GROUPS: ReadonlySet<GroupId> = new Set();

/** Returns the reason why this caller may not create customers here, or undefined. Reads their groups only if the policy names some. */
export async function refusalIn(
  { jira }: CustomerPorts,
  { via }: InProject,
  policy: CustomerPolicy,
): Promise<ForbiddenReason | undefined> {
  const needsGroups = policy.enabled && policy.creators.kind === 'groups';
  return projectRefusal(policy, via, needsGroups ? await jira.groupsOfCaller() : NO_GROUPS);
}

/** Opens a project for one request. Fails with FORBIDDEN or PRIVILEGED_USER_UNAVAILABLE before anybody is looked up. */
export async function openSession(
  ports: CustomerPorts,
  inProject: InProject,
  organizationIds: readonly OrganizationId[],
  right: 'ifUnknown' | 'now' = 'ifUnknown',
): Promise<ProjectSession> {
  const { right: found, ...session } = await readSession(ports, inProject, organizationIds, right);
  return { ...session, privilegedUser: requireJiraRight(found) };
}

/** Opens a project to tell what would be done: also while all changes are paused. Fails as `openSession` does otherwise. */
export async function openToRead(
  ports: CustomerPorts,
  inProject: InProject,
  organizationIds: readonly OrganizationId[],
): Promise<ReadingSession> {
  const { right, ...session } = await readSession(ports, inProject, organizationIds, 'ifUnknown');
  if (right.name !== 'paused') requireJiraRight(right);
  return session;
}

/**
 * Reads everything again that a request depends on: the stored data, and Jira's facts about the agent, the project, its organizations and the privileged
 * user.
 *
 * Fails as `openSession` does, and with FORBIDDEN if the caller is no longer an agent, or somebody else is the privileged user now.
 */
export async function reopenSession(
  ports: CustomerPorts,
  { caller, via, project, privilegedUser }: ProjectSession,
  organizationIds: readonly OrganizationId[],
): Promise<ProjectSession> {
  const provedAt = ports.clock.now();
  const proved = await ports.jira.project(project.key);
  if (proved?.agent !== true || proved.project.projectId !== project.projectId) throw forbidden('NOT_AGENT');
  const session = await openSession(ports, { caller, via, project: proved.project, provedAt }, organizationIds, 'now');
  if (session.privilegedUser !== privilegedUser) throw forbidden('PRIVILEGED_USER_CHANGED');
  return session;
}

/** Returns all facts for a decision about one person, as this session knows them. */
export function factsOf(
  { project, policy, projectOrganizations, privilegedUser }: ProjectSession,
  request: CustomerRequest,
): CustomerFacts {
  return { project, policy, projectOrganizations, privilegedUser, request };
}

/** Returns the code of the failure that ended a request. */
export function whyOf(failure: ApiError): ForbiddenReason | ErrorCode {
  return failure.code === 'FORBIDDEN' ? failure.reason : failure.code;
}

async function readSession(
  ports: CustomerPorts,
  inProject: InProject,
  organizationIds: readonly OrganizationId[],
  wish: 'ifUnknown' | 'now',
): Promise<ReadingSession & { right: JiraRight }> {
  const { customerSettings } = ports;
  const [{ value: policy }, { value: dailyPerSite }] = await Promise.all([
    customerSettings.policy(inProject.project.projectId),
    customerSettings.dailyPerSite(),
  ]);
  const refusal = await refusalIn(ports, inProject, policy);
  if (refusal !== undefined) throw forbidden(refusal);
  const [right, projectOrganizations] = await Promise.all([
    currentJiraRight(ports, wish),
    organizationsOf(ports, inProject, policy, organizationIds),
  ]);
  const readAt = inProject.provedAt;
  return { ...inProject, readAt, policy, dailyPerSite, projectOrganizations, right };
}

const NO_ORGANIZATIONS: ProjectOrganizations = { found: new Set(), complete: true };

async function organizationsOf(
  { jira }: CustomerPorts,
  { project }: InProject,
  policy: CustomerPolicy,
  wanted: readonly OrganizationId[],
): Promise<ProjectOrganizations> {
  if (wanted.length === 0 || policy.organizations.kind !== 'ofProject') return NO_ORGANIZATIONS;
  const { found, complete } = await jira.findOrganizations(project, wanted);
  return { found: new Set(found.map(({ organizationId }) => organizationId)), complete };
}
