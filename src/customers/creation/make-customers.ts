import { together } from '../../broker/audit/together';
import { oneAfterAnother } from '../../broker/in-turn';
import { fiveAtATime } from '../../broker/side-by-side';
import type { AccountResult, CustomerResult } from '../../shared/customers/results';
import type { OrganizationId } from '../../shared/ids';
import { keepFresh, type FreshSession } from '../fresh-session';
import type { CustomerPorts } from '../ports';
import type { ProjectSession } from '../project-session';
import { quotaOf } from '../quota/request-quota';
import { readRequest, type TypedPerson } from '../read-request';
import { checkRightAfterRefusal, recordRefusals } from './after-refusals';
import { sessionNow } from './attempt';
import { onlyAccount, servePerson } from './serve-person';
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
    return byAddress(address, () => beside.join(() => servePerson(ports, { ...at, request: read.request }, beside)));
  }
  return Promise.all(people.map(serveTyped));
}
