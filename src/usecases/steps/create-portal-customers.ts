import type { CustomerCase } from '../../domain/customer-policy';
import { failureOf } from '../../domain/errors';
import { instant } from '../../domain/instant';
import type { Ports } from '../../domain/ports';
import type { AccountStep, CustomerResult, CustomerRule } from '../../shared/customer-results';
import type { OrganizationId } from '../../shared/ids';
import { settleAccount } from './customer-account';
import { readAsk, type TypedPerson } from './customer-ask';
import { reopenDesk, type CustomerDesk } from './customer-desk';
import { addToOrganization, addToProject, isPlaced } from './customer-places';
import { quotaOf } from './customer-quota';
import type { AtDesk } from './customer-settled';
import { oneAfterAnother } from './in-turn';
import { readJiraRight } from './jira-right';
import { orLog } from './or-log';
import { fiveAtATime } from './side-by-side';

/** Time that the steps of one person may need. */
const RESERVE_MS = 6_000;

const notTried = (organizationIds: readonly OrganizationId[]): CustomerResult['organizations'] =>
  organizationIds.map((organizationId) => ({ organizationId, outcome: 'notTried' }));

const onlyAccount = (
  account: CustomerResult['account'],
  organizationIds: readonly OrganizationId[],
): CustomerResult => ({ account, project: 'notTried', organizations: notTried(organizationIds) });

const serve = async (ports: Ports, at: AtDesk): Promise<CustomerResult> => {
  const { desk, subject } = at;
  const { organizationIds } = subject.ask;
  const { step, account, afterCreation } = await settleAccount(ports, at);
  if (account === undefined) return onlyAccount(step, organizationIds);
  const [project, organizations] = await Promise.all([
    addToProject(ports, desk, subject, account),
    Promise.all(organizationIds.map((organizationId) => addToOrganization(ports, desk, account, organizationId))),
  ]);
  const result = { account: step, project, organizations };
  return afterCreation === true && !isPlaced(result) ? withoutOrigin(result) : result;
};

/** Only a request that succeeded says whether there was an account before: else anybody could ask by having a later step fail. */
const withoutOrigin = (result: CustomerResult): CustomerResult => ({ ...result, account: { outcome: 'thereNow' } });

/** One refusal for each rule, counted by the hour: nothing of whom it was about. */
const recordRefusals = async (
  { auditLog, clock }: Ports,
  { caller, project }: CustomerDesk,
  results: readonly CustomerResult[],
): Promise<void> => {
  const rules = new Set<CustomerRule>(
    results.flatMap(({ account }) => (account.outcome === 'notAllowed' ? [account.rule] : [])),
  );
  const refuse = (reason: CustomerRule) =>
    auditLog.refuse({ at: instant(clock), caller, action: 'createCustomer', reason, projectId: project.projectId });
  await Promise.all([...rules].map(refuse));
};

/** A refusal of the privileged user may mean that he is no Jira administrator any more: looked at, at most once a minute. */
const lookAfterRefusal = async (ports: Ports, results: readonly CustomerResult[]): Promise<void> => {
  const isRefused = results.some(
    ({ account, project }) =>
      project === 'refused' ||
      (account.outcome === 'failed' &&
        (account.code === 'ATLASSIAN_REFUSED' || account.code === 'PRIVILEGED_USER_UNAVAILABLE')),
  );
  if (isRefused) await orLog(ports, 'refusal not explained', () => readJiraRight(ports, 'ifStale'));
};

/**
 * Makes people customers of a project: finds or creates each account, adds it to the project and to organizations.
 *
 * Each has their own result, in the order given. Before every further five people all is read again that the request stands on: what has changed ends the
 * rest, which is `notTried`, as is what time does not allow. Asking again changes nothing that is done.
 */
export async function createPortalCustomers(
  ports: Ports,
  opened: CustomerDesk,
  people: readonly TypedPerson[],
  organizationIds: readonly OrganizationId[],
): Promise<CustomerResult[]> {
  const results: CustomerResult[] = [];
  let desk: CustomerDesk | NotTried = opened;
  for (const [index, some] of fiveAtATime(people).entries()) {
    if (ports.deadline.remainingMs() < RESERVE_MS) desk = { outcome: 'notTried' };
    else if (index > 0 && 'project' in desk) desk = await reopened(ports, desk, organizationIds);
    if ('project' in desk) results.push(...(await serveSome(ports, desk, some, organizationIds)));
    else results.push(...repeated(onlyAccount(desk, organizationIds), some.length));
  }
  await recordRefusals(ports, opened, results);
  await lookAfterRefusal(ports, results);
  return results;
}

type NotTried = Extract<AccountStep, { outcome: 'notTried' }>;

/** What was allowed for five people may be allowed no longer. */
async function reopened(
  ports: Ports,
  desk: CustomerDesk,
  organizationIds: readonly OrganizationId[],
): Promise<CustomerDesk | NotTried> {
  try {
    return await reopenDesk(ports, desk, organizationIds);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    const why = failure.code === 'FORBIDDEN' ? failure.reason : failure.code;
    ports.log.warn('request ended', { code: failure.code, reason: failure.code === 'FORBIDDEN' ? why : undefined });
    return { outcome: 'notTried', why };
  }
}

/** Five people at most, side by side; who is named twice, one after the other. */
function serveSome(
  ports: Ports,
  desk: CustomerDesk,
  people: readonly TypedPerson[],
  organizationIds: readonly OrganizationId[],
): Promise<CustomerResult[]> {
  const { project, policy, projectOrganizations, privilegedUser } = desk;
  const quota = quotaOf(ports, desk);
  const byAddress = oneAfterAnother();
  const serveTyped = async (person: TypedPerson): Promise<CustomerResult> => {
    const read = readAsk(person, organizationIds);
    if ('rule' in read) return onlyAccount({ outcome: 'notAllowed', rule: read.rule }, organizationIds);
    const subject: CustomerCase = { project, policy, projectOrganizations, privilegedUser, ask: read.ask };
    return byAddress(read.ask.email.address.toLowerCase(), () => serve(ports, { desk, subject, quota }));
  };
  return Promise.all(people.map(serveTyped));
}

function repeated(result: CustomerResult, times: number): CustomerResult[] {
  return Array.from({ length: times }, () => result);
}
