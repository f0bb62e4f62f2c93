// Service projects and their organizations, which Jira Service Management pages by offset.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/
import type { JiraDirectory } from '../../domain/customer-ports';
import type { Organization, ProvedProject } from '../../domain/projects';
import { ProjectKey, type ProjectId } from '../../shared/ids';
import { CALLER } from '../rest/identity';
import type { Answer } from '../rest/operations';
import { send, type RequestDeps } from '../rest/request';
import { holds } from './permissions';

const PER_PAGE = 50;
const MAX_ORGANIZATIONS = 200;

const proved = ({ id, projectId, projectKey, projectName }: Answer<'getServiceDeskById'>): ProvedProject => ({
  projectId,
  key: projectKey,
  name: projectName,
  serviceDeskId: id,
});

/** Pages may be shorter than asked for, so only Jira's own word ends the list; where it says nothing, a short page does. */
const nextStartOf = (
  { values, isLastPage }: { values: unknown[]; isLastPage?: boolean | undefined },
  start: number,
) => {
  const isLast = isLastPage ?? values.length < PER_PAGE;
  return isLast || values.length === 0 ? undefined : start + values.length;
};

/** `identifier`: a project's key or id stands for its service desk with a prefix that says which. */
const readServiceDesk = async (deps: RequestDeps, identifier: string): Promise<ProvedProject> =>
  proved(await send(deps, 'getServiceDeskById', CALLER, { path: { serviceDeskId: identifier } }));

export const readProject = async (deps: RequestDeps, key: string): ReturnType<JiraDirectory['project']> => {
  // What is no key never becomes part of an address.
  if (!ProjectKey.safeParse(key).success) return undefined;
  const [project, agent] = await Promise.all([
    readServiceDesk(deps, `projectKey:${key}`),
    holds(deps, CALLER, 'SERVICEDESK_AGENT', { projectKey: key }),
  ]);
  // Jira still finds a project by a key that it had before; the permission was asked for under this one.
  return project.key === key ? { project, agent } : undefined;
};

export const readProjectById = async (deps: RequestDeps, projectId: ProjectId): Promise<ProvedProject | undefined> => {
  const project = await readServiceDesk(deps, `projectId:${projectId}`);
  return project.projectId === projectId ? project : undefined;
};

export const readProjects = async (deps: RequestDeps, start: number): ReturnType<JiraDirectory['projects']> => {
  const page = await send(deps, 'getServiceDesks', CALLER, { query: { start, limit: PER_PAGE } });
  const nextStart = nextStartOf(page, start);
  return { projects: page.values.map(proved), ...(nextStart === undefined ? {} : { nextStart }) };
};

/** At most 200, page by page: there is no order to count on, so no page is asked for before the one before it. */
export const readOrganizations = async (
  deps: RequestDeps,
  { serviceDeskId }: ProvedProject,
): Promise<Organization[]> => {
  const organizations: Organization[] = [];
  let start: number | undefined = 0;
  while (start !== undefined && organizations.length < MAX_ORGANIZATIONS) {
    const query = { start, limit: PER_PAGE };
    const page: Answer<'getOrganizationsOfServiceDesk'> = await send(deps, 'getOrganizationsOfServiceDesk', CALLER, {
      path: { serviceDeskId },
      query,
    });
    organizations.push(...page.values.map(({ id, name }) => ({ organizationId: id, name })));
    start = nextStartOf(page, start);
  }
  return organizations.slice(0, MAX_ORGANIZATIONS);
};
