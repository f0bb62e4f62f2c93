// Service projects and their organizations, which Jira Service Management pages by offset.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/
import type { FoundOrganizations, Organization, OrganizationPage, ProvedProject } from '../../customers/facts';
import type { JiraDirectory } from '../../customers/ports';
import { ProjectKey, type AccountId, type OrganizationId, type ProjectId } from '../../shared/ids';
import { MOST_ORGANIZATIONS_READ } from '../../shared/limits';
import { CALLER } from '../rest/identity';
import type { Answer } from '../rest/operation';
import { send, type RequestDeps } from '../rest/request';
import { holds } from './permissions';
import { serviceDeskReads } from './service-desk-operations';

export async function readProject(deps: RequestDeps, key: string): ReturnType<JiraDirectory['project']> {
  // What is no key never becomes part of an address.
  if (!ProjectKey.safeParse(key).success) return undefined;
  const [project, agent] = await Promise.all([
    readServiceDesk(deps, `projectKey:${key}`),
    holds(deps, CALLER, 'SERVICEDESK_AGENT', { projectKey: key }),
  ]);
  // Jira still finds a project by a key that it had before; the permission was asked for under this one.
  return project.key === key ? { project, agent } : undefined;
}

export async function readProjectById(deps: RequestDeps, projectId: ProjectId): Promise<ProvedProject | undefined> {
  const project = await readServiceDesk(deps, `projectId:${projectId}`);
  return project.projectId === projectId ? project : undefined;
}

const PER_PAGE = 50;

export async function readProjects(deps: RequestDeps, start: number): ReturnType<JiraDirectory['projects']> {
  const page = await send(deps, serviceDeskReads.getServiceDesks, CALLER, { query: { start, limit: PER_PAGE } });
  const nextStart = nextStartOf(page, start);
  return { projects: page.values.map(proved), ...(nextStart === undefined ? {} : { nextStart }) };
}

const ORGANIZATIONS_AT_ONCE = 200;

/** Organizations from `start` on, some pages of them. */
export async function readOrganizations(
  deps: RequestDeps,
  project: ProvedProject,
  start: number,
): Promise<OrganizationPage> {
  const organizations: Organization[] = [];
  for await (const page of pagesFrom(start, ofProject(deps, project))) {
    organizations.push(...page.organizations);
    const { nextStart } = page;
    if (nextStart === undefined) break;
    if (organizations.length >= ORGANIZATIONS_AT_ONCE) return { organizations, nextStart };
  }
  return { organizations };
}

/** Reads on until all that are wanted are found, the list ends, or more was read than one decision may read. */
export function findOrganizations(
  deps: RequestDeps,
  project: ProvedProject,
  wanted: readonly OrganizationId[],
): Promise<FoundOrganizations> {
  return find(ofProject(deps, project), wanted);
}

/** The same among the organizations that an account is in. */
export function findMemberships(
  deps: RequestDeps,
  accountId: AccountId,
  wanted: readonly OrganizationId[],
): Promise<FoundOrganizations> {
  return find(
    (query) => send(deps, serviceDeskReads.getOrganizations, CALLER, { query: { ...query, accountId }, once: true }),
    wanted,
  );
}

/** Jira finds by the beginning of a name or an address; a whole address is the beginning of few others. */
export async function hasCustomer(
  deps: RequestDeps,
  { serviceDeskId }: ProvedProject,
  accountId: AccountId,
  address: string,
): Promise<boolean> {
  const request = { path: { serviceDeskId }, query: { query: address, limit: PER_PAGE }, once: true } as const;
  const { values } = await send(deps, serviceDeskReads.getCustomers, CALLER, request);
  return values.some((customer) => customer.accountId === accountId);
}

export async function readOrganization(deps: RequestDeps, organizationId: OrganizationId): Promise<Organization> {
  const { id, name } = await send(deps, serviceDeskReads.getOrganization, CALLER, { path: { organizationId } });
  return { organizationId: id, name };
}

/** `identifier`: a project's key or id stands for its service desk with a prefix that says which. */
async function readServiceDesk(deps: RequestDeps, identifier: string): Promise<ProvedProject> {
  return proved(await send(deps, serviceDeskReads.getServiceDeskById, CALLER, { path: { serviceDeskId: identifier } }));
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

/** Pages may be shorter than asked for, so only Jira's own word ends the list; where it says nothing, a short page does. */
function nextStartOf({ values, isLastPage }: { values: unknown[]; isLastPage?: boolean | undefined }, start: number) {
  const isLast = isLastPage ?? values.length < PER_PAGE;
  return isLast || values.length === 0 ? undefined : start + values.length;
}

/** Asks for one page of organizations. */
type ReadPage = (query: { start: number; limit: number }) => Promise<Answer<typeof serviceDeskReads.getOrganizations>>;

/** There is no order to count on, so no page is asked for before the one before it. */
async function* pagesFrom(from: number, readPage: ReadPage): AsyncGenerator<OrganizationPage> {
  let start: number | undefined = from;
  while (start !== undefined) {
    const page: Answer<typeof serviceDeskReads.getOrganizations> = await readPage({ start, limit: PER_PAGE });
    start = nextStartOf(page, start);
    const organizations = page.values.map(({ id, name }) => ({ organizationId: id, name }));
    yield { organizations, ...(start === undefined ? {} : { nextStart: start }) };
  }
}

function ofProject(deps: RequestDeps, { serviceDeskId }: ProvedProject): ReadPage {
  return (query) =>
    send(deps, serviceDeskReads.getOrganizationsOfServiceDesk, CALLER, { path: { serviceDeskId }, query });
}

async function find(readPage: ReadPage, wanted: readonly OrganizationId[]): Promise<FoundOrganizations> {
  const missing = new Set(wanted);
  const found: Organization[] = [];
  let read = 0;
  for await (const { organizations, nextStart } of pagesFrom(0, readPage)) {
    for (const organization of organizations) {
      if (missing.delete(organization.organizationId)) found.push(organization);
    }
    read += organizations.length;
    if (missing.size === 0 || nextStart === undefined) break;
    if (read >= MOST_ORGANIZATIONS_READ) return { found, complete: false };
  }
  return { found, complete: true };
}
