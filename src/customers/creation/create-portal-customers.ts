import { together, type Together } from '../../broker/audit/together';
import { oneAfterAnother } from '../../broker/in-turn';
import { instant } from '../../broker/instant';
import { orLog } from '../../broker/or-log';
import { fiveAtATime } from '../../broker/side-by-side';
import type { AccountStep, CustomerResult, ProjectStep } from '../../shared/customers/results';
import type { OrganizationId } from '../../shared/ids';
import type { CustomerRule } from '../../shared/result';
import { freshDesk, type FreshDesk } from '../fresh-session';
import { readJiraRight } from '../jira-right/jira-right';
import type { CustomerPorts } from '../ports';
import type { CustomerDesk } from '../project-session';
import { quotaOf } from '../quota/request-quota';
import { readAsk, type TypedPerson } from '../read-request';
import { addToOrganization, addToProject, isPlaced, type Placed } from './add-to-targets';
import { NOWHERE, readAlreadyPlaced } from './already-there';
import { deskNow } from './attempt';
import { settleAccount } from './settle-account';
import type { AtDesk } from './settled-account';

/**
 * Makes people customers of a project: finds or creates each account, adds it to the project and to organizations.
 *
 * Each has their own result, in the order given. Before every further five people, after every wait, and before a step if five seconds have passed,
 * all is read again that the request stands on: what has changed ends the rest, which is `notTried`, as is what time does not allow. Asking again changes nothing that is done.
 */
export async function createPortalCustomers(
  ports: CustomerPorts,
  opened: CustomerDesk,
  people: readonly TypedPerson[],
  organizationIds: readonly OrganizationId[],
): Promise<CustomerResult[]> {
  const results: CustomerResult[] = [];
  const desks = freshDesk(ports, opened, organizationIds);
  const quota = quotaOf(ports, opened);
  for (const [index, some] of fiveAtATime(people).entries()) {
    const why = await endOf(ports, desks, index > 0 ? 'anew' : 'ifOld');
    if (why === undefined) results.push(...(await serveSome(ports, { desks, quota }, some, organizationIds)));
    else results.push(...some.map(() => onlyAccount(why, organizationIds)));
  }
  await recordRefusals(ports, opened, results);
  await lookAfterRefusal(ports, results);
  return results;
}

type NotTried = Extract<AccountStep, { outcome: 'notTried' }>;

/** Time that the steps of one person may need. */
const RESERVE_MS = 6_000;

/** What was allowed for five people may be allowed no longer, or no time may be left. */
async function endOf(ports: CustomerPorts, desks: FreshDesk, again: 'ifOld' | 'anew'): Promise<NotTried | undefined> {
  if (ports.deadline.remainingMs() < RESERVE_MS) return { outcome: 'notTried' };
  const known = await deskNow(desks, again);
  return 'notTaken' in known ? { outcome: 'notTried', ...known.notTaken } : undefined;
}

/** Five people at most, side by side; who is named twice, one after the other. */
function serveSome(
  ports: CustomerPorts,
  at: Omit<AtDesk, 'ask'>,
  people: readonly TypedPerson[],
  organizationIds: readonly OrganizationId[],
): Promise<CustomerResult[]> {
  const byAddress = oneAfterAnother();
  const beside = together(ports.auditLog);
  async function serveTyped(person: TypedPerson): Promise<CustomerResult> {
    const read = readAsk(person, organizationIds);
    if ('rule' in read) return onlyAccount({ outcome: 'notAllowed', rule: read.rule }, organizationIds);
    const address = read.ask.email.address.toLowerCase();
    return byAddress(address, () => beside.join(() => serve(ports, { ...at, ask: read.ask }, beside)));
  }
  return Promise.all(people.map(serveTyped));
}

function onlyAccount(account: CustomerResult['account'], organizationIds: readonly OrganizationId[]): CustomerResult {
  return { account, project: 'notTried', organizations: notTried(organizationIds) };
}

function notTried(organizationIds: readonly OrganizationId[]): CustomerResult['organizations'] {
  return organizationIds.map((organizationId) => ({ organizationId, outcome: 'notTried' }));
}

const NOT_WANTED: Placed<ProjectStep> = { outcome: 'notWanted' };

async function serve(all: CustomerPorts, at: AtDesk, { join, aside, auditLog }: Together): Promise<CustomerResult> {
  const ports = { ...all, auditLog };
  const { organizationIds } = at.ask;
  const { step, account, afterCreation } = await settleAccount(ports, at);
  if (account === undefined) return onlyAccount(step, organizationIds);
  const known = await deskNow(at.desks);
  const mayBeThere = step.outcome !== 'created' && 'desk' in known;
  const already = mayBeThere ? await readAlreadyPlaced(ports, known.desk, at.ask, account) : NOWHERE;
  const placing = { ...at, account, already };
  const isWanted = 'notTaken' in known || known.desk.policy.addToProject;
  async function addToOne(organizationId: OrganizationId) {
    return {
      organizationId,
      ...(await join(() => addToOrganization(ports, placing, organizationId))),
    };
  }
  const [project, organizations] = await aside(() =>
    Promise.all([
      isWanted ? join(() => addToProject(ports, placing)) : NOT_WANTED,
      Promise.all(organizationIds.map(addToOne)),
    ]),
  );
  const result: CustomerResult = {
    account: step,
    project: project.outcome,
    organizations: organizations.map(({ organizationId, outcome }) => ({ organizationId, outcome })),
    ...whyOfPlaces([project, ...organizations]),
  };
  return afterCreation === true && !isPlaced(result) ? withoutOrigin(result) : result;
}

function whyOfPlaces(places: readonly Placed<unknown>[]): Pick<CustomerResult, 'why'> {
  const notTaken = places.find((place) => place.notTaken !== undefined)?.notTaken;
  if (notTaken === undefined) return {};
  return { why: 'rule' in notTaken ? notTaken.rule : notTaken.why };
}

/**
 * Only a request that succeeded says whether there was an account before, and so where it was: else anybody could ask by having a later step fail.
 */
function withoutOrigin(result: CustomerResult): CustomerResult {
  return {
    ...result,
    account: { outcome: 'thereNow' },
    project: result.project === 'alreadyThere' ? 'added' : result.project,
    organizations: result.organizations.map(({ organizationId, outcome }) => ({
      organizationId,
      outcome: outcome === 'alreadyThere' ? 'added' : outcome,
    })),
  };
}

/** One refusal for each rule, counted by the hour: nothing of whom it was about. */
async function recordRefusals(
  { auditLog, clock }: CustomerPorts,
  { caller, project }: CustomerDesk,
  results: readonly CustomerResult[],
): Promise<void> {
  const rules = new Set<CustomerRule>(
    results.flatMap(({ account }) => (account.outcome === 'notAllowed' ? [account.rule] : [])),
  );
  function refuse(reason: CustomerRule) {
    return auditLog.refuse({
      at: instant(clock),
      caller,
      action: 'createCustomer',
      reason,
      projectId: project.projectId,
    });
  }
  await Promise.all([...rules].map(refuse));
}

/** A refusal of the privileged user may mean that he is no Jira administrator any more: looked at, at most once a minute. */
async function lookAfterRefusal(ports: CustomerPorts, results: readonly CustomerResult[]): Promise<void> {
  const isRefused = results.some(
    ({ account, project }) =>
      project === 'refused' ||
      (account.outcome === 'failed' &&
        (account.code === 'ATLASSIAN_REFUSED' || account.code === 'PRIVILEGED_USER_UNAVAILABLE')),
  );
  if (isRefused) await orLog(ports, 'refusal not explained', () => readJiraRight(ports, 'ifStale'));
}
