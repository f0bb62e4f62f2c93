import { together, type Together } from '../../broker/audit/together';
import { oneAfterAnother } from '../../broker/in-turn';
import { instant } from '../../broker/instant';
import { orLog } from '../../broker/or-log';
import { fiveAtATime } from '../../broker/side-by-side';
import type { AccountResult, CustomerResult, ProjectOutcome } from '../../shared/customers/results';
import type { OrganizationId } from '../../shared/ids';
import type { CustomerRefusal } from '../../shared/result';
import { keepFresh, type FreshSession } from '../fresh-session';
import { currentJiraRight } from '../jira-right/jira-right';
import type { CustomerPorts } from '../ports';
import type { ProjectSession } from '../project-session';
import { quotaOf } from '../quota/request-quota';
import { readRequest, type TypedPerson } from '../read-request';
import { addToOrganization, addToProject, isInEveryTarget, type TargetResult } from './add-to-targets';
import { sessionNow } from './attempt';
import { NOWHERE, readPresentTargets } from './present-targets';
import { settleAccount } from './settle-account';
import type { RequestInSession } from './settled-account';

/**
 * Makes people customers of a project: finds or creates each account, adds it to the project and to organizations.
 *
 * Each has their own result, in the order given. Before every further five people, after every wait, and before a call if five seconds have passed,
 * everything that the request depends on is read again. A change ends the rest, which is `notTried`, as is anything that time doesn't allow. Idempotent: asking again doesn't change what is done.
 */
export async function makeCustomers(
  ports: CustomerPorts,
  opened: ProjectSession,
  people: readonly TypedPerson[],
  organizationIds: readonly OrganizationId[],
): Promise<CustomerResult[]> {
  const results: CustomerResult[] = [];
  const freshSession = keepFresh(ports, opened, organizationIds);
  const quota = quotaOf(ports, opened);
  for (const [index, some] of fiveAtATime(people).entries()) {
    const why = await endOf(ports, freshSession, index > 0 ? 'anew' : 'ifOld');
    if (why === undefined) results.push(...(await serveSome(ports, { freshSession, quota }, some, organizationIds)));
    else results.push(...some.map(() => onlyAccount(why, organizationIds)));
  }
  await recordRefusals(ports, opened, results);
  await checkRightAfterRefusal(ports, results);
  return results;
}

type NotTried = Extract<AccountResult, { outcome: 'notTried' }>;

/** Time that the calls for one person may need. */
const RESERVE_MS = 6_000;

/** Returns the reason why the rest can't be carried out: it may no longer be allowed, or the time may be up. */
async function endOf(
  ports: CustomerPorts,
  freshSession: FreshSession,
  again: 'ifOld' | 'anew',
): Promise<NotTried | undefined> {
  if (ports.deadline.remainingMs() < RESERVE_MS) return { outcome: 'notTried' };
  const known = await sessionNow(freshSession, again);
  return 'notSent' in known ? { outcome: 'notTried', ...known.notSent } : undefined;
}

/** Serves at most five people side by side; mentions of the same person, one after the other. */
function serveSome(
  ports: CustomerPorts,
  at: Omit<RequestInSession, 'request'>,
  people: readonly TypedPerson[],
  organizationIds: readonly OrganizationId[],
): Promise<CustomerResult[]> {
  const byAddress = oneAfterAnother();
  const beside = together(ports.auditLog);
  async function serveTyped(person: TypedPerson): Promise<CustomerResult> {
    const read = readRequest(person, organizationIds);
    if ('refusal' in read) return onlyAccount({ outcome: 'notAllowed', rule: read.refusal }, organizationIds);
    const address = read.request.email.address.toLowerCase();
    return byAddress(address, () => beside.join(() => serve(ports, { ...at, request: read.request }, beside)));
  }
  return Promise.all(people.map(serveTyped));
}

function onlyAccount(account: CustomerResult['account'], organizationIds: readonly OrganizationId[]): CustomerResult {
  return { account, project: 'notTried', organizations: notTried(organizationIds) };
}

function notTried(organizationIds: readonly OrganizationId[]): CustomerResult['organizations'] {
  return organizationIds.map((organizationId) => ({ organizationId, outcome: 'notTried' }));
}

const NOT_WANTED: TargetResult<ProjectOutcome> = { outcome: 'notWanted' };

async function serve(
  all: CustomerPorts,
  at: RequestInSession,
  { join, aside, auditLog }: Together,
): Promise<CustomerResult> {
  const ports = { ...all, auditLog };
  const { organizationIds } = at.request;
  const { result: accountResult, account, afterCreation } = await settleAccount(ports, at);
  if (account === undefined) return onlyAccount(accountResult, organizationIds);
  const known = await sessionNow(at.freshSession);
  const mayBeThere = accountResult.outcome !== 'created' && 'session' in known;
  const already = mayBeThere ? await readPresentTargets(ports, known.session, at.request, account) : NOWHERE;
  const toAdd = { ...at, account, already };
  const isWanted = 'notSent' in known || known.session.policy.addToProject;
  async function addToOne(organizationId: OrganizationId) {
    return {
      organizationId,
      ...(await join(() => addToOrganization(ports, toAdd, organizationId))),
    };
  }
  const [project, organizations] = await aside(() =>
    Promise.all([
      isWanted ? join(() => addToProject(ports, toAdd)) : NOT_WANTED,
      Promise.all(organizationIds.map(addToOne)),
    ]),
  );
  const result: CustomerResult = {
    account: accountResult,
    project: project.outcome,
    organizations: organizations.map(({ organizationId, outcome }) => ({ organizationId, outcome })),
    ...whyOfTargets([project, ...organizations]),
  };
  return afterCreation === true && !isInEveryTarget(result) ? withoutOrigin(result) : result;
}

function whyOfTargets(targets: readonly TargetResult<unknown>[]): Pick<CustomerResult, 'why'> {
  const notSent = targets.find((target) => target.notSent !== undefined)?.notSent;
  if (notSent === undefined) return {};
  return { why: 'refusal' in notSent ? notSent.refusal : notSent.why };
}

/**
 * Hides whether there was an account before unless the request succeeded: otherwise anybody could find out by making a later call fail.
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

/** Records one refusal for each reason, counted by the hour, without the people it was about. */
async function recordRefusals(
  { auditLog, clock }: CustomerPorts,
  { caller, project }: ProjectSession,
  results: readonly CustomerResult[],
): Promise<void> {
  const reasons = new Set<CustomerRefusal>(
    results.flatMap(({ account }) => (account.outcome === 'notAllowed' ? [account.rule] : [])),
  );
  function refuse(reason: CustomerRefusal) {
    return auditLog.refuse({
      at: instant(clock),
      caller,
      action: 'createCustomer',
      reason,
      projectId: project.projectId,
    });
  }
  await Promise.all([...reasons].map(refuse));
}

/** Checks, at most once a minute, whether a refused privileged user is still a Jira administrator. */
async function checkRightAfterRefusal(ports: CustomerPorts, results: readonly CustomerResult[]): Promise<void> {
  const isRefused = results.some(
    ({ account, project }) =>
      project === 'refused' ||
      (account.outcome === 'failed' &&
        (account.code === 'ATLASSIAN_REFUSED' || account.code === 'PRIVILEGED_USER_UNAVAILABLE')),
  );
  if (isRefused) await orLog(ports, 'refusal not explained', () => currentJiraRight(ports, 'ifStale'));
}
