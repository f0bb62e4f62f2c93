// Service projects and their customers.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/
import type { ProvedProject } from '../../customers/facts';
import type { JiraDirectory } from '../../customers/ports';
import { ProjectKey, type AccountId, type ProjectId } from '../../shared/ids';
import type { ReaderIdentity } from '../rest/identity';
import type { Answer } from '../rest/operation';
import { send, type RequestDeps } from '../rest/request';
import { nextStartOf, PER_PAGE } from './pages';
import { holds } from './permissions';
import { serviceDeskReads } from './service-desk-operations';

export async function readProject(
  deps: RequestDeps,
  identity: ReaderIdentity,
  key: string,
): ReturnType<JiraDirectory['project']> {
  // Text that can't be a key never becomes part of an address.
  if (!ProjectKey.safeParse(key).success) return undefined;
  const [project, agent] = await Promise.all([
    readServiceDesk(deps, identity, `projectKey:${key}`),
    holds(deps, identity, 'SERVICEDESK_AGENT', { projectKey: key }),
  ]);
  // Jira still finds a project by a key that it had before; the permission was asked for under this one.
  return project.key === key ? { project, agent } : undefined;
}

export async function readProjectById(
  deps: RequestDeps,
  identity: ReaderIdentity,
  projectId: ProjectId,
): Promise<ProvedProject | undefined> {
  const project = await readServiceDesk(deps, identity, `projectId:${projectId}`);
  return project.projectId === projectId ? project : undefined;
}

export async function readProjects(
  deps: RequestDeps,
  identity: ReaderIdentity,
  start: number,
): ReturnType<JiraDirectory['projects']> {
  const page = await send(deps, serviceDeskReads.getServiceDesks, identity, { query: { start, limit: PER_PAGE } });
  const nextStart = nextStartOf(page, start);
  return { projects: page.values.map(proved), ...(nextStart === undefined ? {} : { nextStart }) };
}

/** Tells whether the account is a customer. Jira matches the start of a name or an address; few others start with a whole address. */
export async function hasCustomer(
  deps: RequestDeps,
  identity: ReaderIdentity,
  { serviceDeskId }: ProvedProject,
  { accountId, address }: { accountId: AccountId; address: string },
): Promise<boolean> {
  const request = { path: { serviceDeskId }, query: { query: address, limit: PER_PAGE }, once: true } as const;
  const { values } = await send(deps, serviceDeskReads.getCustomers, identity, request);
  return values.some((customer) => customer.accountId === accountId);
}

/** Reads a service desk. `identifier`: a project's key or id, with a prefix that says which, stands for its service desk. */
async function readServiceDesk(
  deps: RequestDeps,
  identity: ReaderIdentity,
  identifier: string,
): Promise<ProvedProject> {
  return proved(
    await send(deps, serviceDeskReads.getServiceDeskById, identity, { path: { serviceDeskId: identifier } }),
  );
}

function proved({
  id,
  projectId,
  projectKey,
  projectName,
}: Answer<typeof serviceDeskReads.getServiceDeskById>): ProvedProject {
  return {
    projectId,
    key: projectKey,
    name: projectName,
    serviceDeskId: id,
  };
}
