import { failureOf } from '../../broker/errors';
import { orLog } from '../../broker/or-log';
import { fiveAtATime } from '../../broker/side-by-side';
import type { CustomerPreview } from '../../shared/customers/results';
import type { PreviewView } from '../../shared/customers/views';
import type { OrganizationId } from '../../shared/ids';
import type { InProject } from '../in-project';
import type { CustomerPorts } from '../ports';
import { openToRead, type ReadingSession } from '../project-session';
import { readDayQuota } from '../quota/day-quota';
import { readRequest, type TypedPerson } from '../read-request';
import { accountRefusal, customerRefusal, kindOf } from '../refusals';

/** Returns what would happen to each person, read as the caller only, and the rest of the day's quota; also while all changes are paused. Doesn't change or promise anything. */
export async function previewCustomers(
  ports: CustomerPorts,
  inProject: InProject,
  { people, organizationIds }: { people: TypedPerson[]; organizationIds: OrganizationId[] },
): Promise<PreviewView> {
  const session = await openToRead(ports, inProject, organizationIds);
  const { caller, project, via } = inProject;
  const subject = { projectId: project.projectId, caller, via };
  const [quota, mayAdd, previews] = await Promise.all([
    readDayQuota(ports, subject, session.policy, session.dailyPerSite),
    mayAddToOrganizations(ports, organizationIds),
    previewAll(ports, session, people, organizationIds),
  ]);
  return { people: previews, quota, ...(mayAdd === false && { organizationsRefused: true }) };
}

/** Tells whether the caller can add people to organizations: a setting of the whole site, so one organization stands for all. Undefined: not known. */
async function mayAddToOrganizations(
  ports: CustomerPorts,
  [first]: readonly OrganizationId[],
): Promise<boolean | undefined> {
  if (first === undefined) return undefined;
  return orLog(ports, 'organization management not read', () => ports.agentWriter.mayAddToOrganization(first));
}

async function previewAll(
  ports: CustomerPorts,
  session: ReadingSession,
  people: readonly TypedPerson[],
  organizationIds: readonly OrganizationId[],
): Promise<CustomerPreview[]> {
  const previews: CustomerPreview[] = [];
  for (const some of fiveAtATime(people)) {
    previews.push(...(await Promise.all(some.map((person) => previewOf(ports, session, person, organizationIds)))));
  }
  return previews;
}

async function previewOf(
  ports: CustomerPorts,
  session: ReadingSession,
  person: TypedPerson,
  organizationIds: readonly OrganizationId[],
): Promise<CustomerPreview> {
  const read = readRequest(person, organizationIds);
  if ('refusal' in read) return { outcome: 'notAllowed', rule: read.refusal };
  const reason = customerRefusal({ ...session, request: read.request });
  if (reason !== undefined) return { outcome: 'notAllowed', rule: reason };
  try {
    const found = await ports.jira.findAccount(read.request.email.address);
    if (found === undefined) return { outcome: 'willBeCreated' };
    const { account, certain } = found;
    const refusal = accountRefusal(session.policy, account);
    if (refusal !== undefined) return { outcome: 'notAllowed', rule: refusal };
    if (!certain) return { outcome: 'namedByAddress', accountId: account.accountId };
    return { outcome: 'exists', kind: kindOf(account) };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return { outcome: 'unclear', code: failure.code };
  }
}
