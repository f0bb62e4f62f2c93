// Organizations of Jira Service Management, of a service project and of an account.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-organization/
import type { FoundOrganizations, Organization, OrganizationPage, ProvedProject } from '../../customers/facts';
import type { AccountId, OrganizationId } from '../../shared/ids';
import { MOST_ORGANIZATIONS_READ } from '../../shared/limits';
import type { ReaderIdentity } from '../rest/identity';
import type { Answer } from '../rest/operation';
import { send, type RequestDeps } from '../rest/request';
import { nextStartOf, PER_PAGE } from './pages';
import { serviceDeskReads } from './service-desk-operations';

const ORGANIZATIONS_AT_ONCE = 200;

/** Reads some pages of organizations, starting at `start`. */
export async function readOrganizations(
  deps: RequestDeps,
  identity: ReaderIdentity,
  project: ProvedProject,
  start: number,
): Promise<OrganizationPage> {
  const organizations: Organization[] = [];
  for await (const page of pagesFrom(start, ofProject(deps, identity, project))) {
    organizations.push(...page.organizations);
    const { nextStart } = page;
    if (nextStart === undefined) break;
    if (organizations.length >= ORGANIZATIONS_AT_ONCE) return { organizations, nextStart };
  }
  return { organizations };
}

/** Reads on until all wanted ones are found, the list ends, or the limit for one decision is reached. */
export function findOrganizations(
  deps: RequestDeps,
  identity: ReaderIdentity,
  project: ProvedProject,
  wanted: readonly OrganizationId[],
): Promise<FoundOrganizations> {
  return find(ofProject(deps, identity, project), wanted);
}

/** The same among the organizations that an account is in. */
export function findMemberships(
  deps: RequestDeps,
  identity: ReaderIdentity,
  accountId: AccountId,
  wanted: readonly OrganizationId[],
): Promise<FoundOrganizations> {
  return find(
    (query) => send(deps, serviceDeskReads.getOrganizations, identity, { query: { ...query, accountId }, once: true }),
    wanted,
  );
}

export async function readOrganization(
  deps: RequestDeps,
  identity: ReaderIdentity,
  organizationId: OrganizationId,
): Promise<Organization> {
  const { id, name } = await send(deps, serviceDeskReads.getOrganization, identity, { path: { organizationId } });
  return { organizationId: id, name };
}

/** Asks for one page of organizations. */
type ReadPage = (query: { start: number; limit: number }) => Promise<Answer<typeof serviceDeskReads.getOrganizations>>;

/** Reads pages one after the other: the order isn't reliable, so a page is requested only after the one before it. */
async function* pagesFrom(from: number, readPage: ReadPage): AsyncGenerator<OrganizationPage> {
  let start: number | undefined = from;
  while (start !== undefined) {
    const page: Answer<typeof serviceDeskReads.getOrganizations> = await readPage({ start, limit: PER_PAGE });
    start = nextStartOf(page, start);
    const organizations = page.values.map(({ id, name }) => ({ organizationId: id, name }));
    yield { organizations, ...(start === undefined ? {} : { nextStart: start }) };
  }
}

function ofProject(deps: RequestDeps, identity: ReaderIdentity, { serviceDeskId }: ProvedProject): ReadPage {
  return (query) =>
    send(deps, serviceDeskReads.getOrganizationsOfServiceDesk, identity, { path: { serviceDeskId }, query });
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
