import type { Attempt } from '../../broker/audit/entries';
import type { Sent } from '../../broker/audit/sent';
import { failureOf, isLost } from '../../broker/errors';
import { allow } from '../../broker/verdict';
import type { CustomerPolicy } from '../../shared/customers/policy';
import type { AccountId } from '../../shared/ids';
import type { ApiError, ErrorCode } from '../../shared/result';
import type { FoundAccount, JiraAccount } from '../facts';
import {
  accountRefusal,
  grantCreateCustomer,
  grantFindCustomer,
  type CustomerRequest,
  type QuotaTaking,
} from '../policy';
import type { CustomerPorts } from '../ports';
import { factsOf, type ProjectSession } from '../project-session';
import { sessionNow, attempt, type NotSent } from './attempt';
import {
  accept,
  failed,
  notAllowed,
  notConfirmed,
  notTried,
  type RequestInSession,
  type SettledAccount,
} from './settled-account';

/** Failures that neither created an account nor tell whether there is one: they don't use up any quota. */
const COST_NOTHING: readonly ErrorCode[] = [
  'RATE_LIMITED',
  'ATLASSIAN_REFUSED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
  // A lost answer is handled before.
  'UPSTREAM_UNAVAILABLE',
];

/**
 * Creates an account as the privileged user and looks it up as them. Never throws a failure: it's the account's outcome.
 *
 * The lookup follows any answer of Jira. So a failed lookup never tells whether there was an account before, and once
 * Jira has answered, nothing goes back to the quota.
 */
export async function createAccount(
  ports: CustomerPorts,
  at: RequestInSession,
  taking: QuotaTaking,
): Promise<SettledAccount> {
  const answer = await sendCreation(ports, at, taking);
  if ('notSent' in answer) {
    await at.quota.giveBack(taking);
    return notTried(answer.notSent);
  }
  if ('notDone' in answer) {
    if (COST_NOTHING.includes(answer.notDone.code)) await at.quota.giveBack(taking);
    return failed(answer.notDone);
  }
  return { ...(await confirmed(ports, at, taking, answer)), afterCreation: true };
}

type Arrived = { said: 'created'; accountId: AccountId } | { said: 'unread' | 'exists' | 'rejected' };

/** Jira's answer. `unread`: created, but the answer doesn't name the account. `nothing`: the answer was lost. */
type Answer = Arrived | { said: 'nothing' };

/** Names an answer that created nothing, as the audit does. */
const CREATED_NOTHING = {
  exists: { outcome: 'unchanged', code: 'CONFLICT' },
  rejected: { outcome: 'failed', code: 'REJECTED' },
} as const;

async function sendCreation(
  ports: CustomerPorts,
  at: RequestInSession,
  taking: QuotaTaking,
): Promise<Answer | { notDone: ApiError } | { notSent: NotSent }> {
  try {
    const sent = await attempt(ports, {
      freshSession: at.freshSession,
      entry: (session) => ({ action: 'createCustomer', ...entryOf(session, at.request) }),
      judge: (session) => grantCreateCustomer(factsOf(session, at.request), allow(taking)),
      perform: async (grant) => answerOf(() => ports.customerWriter.create(grant)),
      found: (answer) => {
        if (answer.said === 'created') return { accountId: answer.accountId };
        return answer.said === 'unread' ? {} : CREATED_NOTHING[answer.said];
      },
    });
    return 'value' in sent ? sent.value : sent;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return isLost(failure) ? { said: 'nothing' } : { notDone: failure };
  }
}

function entryOf(session: ProjectSession, { email }: CustomerRequest): Omit<Attempt, 'id' | 'at' | 'action'> {
  return {
    caller: session.caller,
    actedAs: session.privilegedUser,
    projectId: session.project.projectId,
    domain: email.domain,
    via: session.via,
  };
}

/** Reads the answer to a creation. Jira answers every real creation with a success, whatever else it says. */
async function answerOf(create: () => Promise<{ accountId: AccountId } | 'exists' | 'rejected'>): Promise<Arrived> {
  try {
    const answer = await create();
    return typeof answer === 'string' ? { said: answer } : { said: 'created', accountId: answer.accountId };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure?.code === 'UPSTREAM_CONTRACT' && isLost(failure)) return { said: 'unread' };
    throw thrown;
  }
}

async function confirmed(
  ports: CustomerPorts,
  at: RequestInSession,
  taking: QuotaTaking,
  answer: Answer,
): Promise<SettledAccount> {
  function notKnown(cause: ApiError | NotSent): SettledAccount {
    return answer.said === 'nothing' ? { result: { outcome: 'unknown' } } : notConfirmed(cause);
  }
  try {
    const found = await findAsPrivileged(ports, at, taking);
    if ('notSent' in found) return notKnown(found.notSent);
    const known = await sessionNow(at.freshSession);
    return 'notSent' in known
      ? notKnown(known.notSent)
      : settled(known.session.policy, at.request, answer, found.value);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return notKnown(failure);
  }
}

/** Looks for the account as the privileged user, with its own audit entry, because it tells whether somebody has an account. */
function findAsPrivileged(
  ports: CustomerPorts,
  { freshSession, request }: RequestInSession,
  taking: QuotaTaking,
): Promise<Sent<FoundAccount | undefined, NotSent>> {
  return attempt(ports, {
    freshSession,
    entry: (session) => ({ action: 'findCustomer', ...entryOf(session, request) }),
    judge: (session) => grantFindCustomer(factsOf(session, request), allow(taking)),
    perform: (grant) => ports.customerWriter.find(grant),
    found: (found) =>
      found === undefined
        ? { code: 'NOT_FOUND' }
        : { accountId: found.account.accountId, ...(!found.certain && { code: 'ACCOUNT_NAMED_BY_ADDRESS' }) },
    isRead: true,
  });
}

function settled(
  policy: CustomerPolicy,
  request: CustomerRequest,
  answer: Answer,
  found?: FoundAccount,
): SettledAccount {
  const certain = found?.certain === true ? found.account : undefined;
  switch (answer.said) {
    case 'created':
      return accept(policy, createdAccount(answer.accountId, found), 'created');
    case 'unread':
      return certain === undefined ? { result: { outcome: 'createdNotFound' } } : accept(policy, certain, 'created');
    // On sites that ignore the flag, 'rejected' may mean the same as 'exists'.
    case 'exists':
    case 'rejected':
      if (found !== undefined) return existing(policy, request, found);
      return { result: { outcome: answer.said === 'exists' ? 'existsNotVisible' : 'emailRejected' } };
    case 'nothing':
      // Nobody knows who created the account; the attempt stays open.
      return certain === undefined ? { result: { outcome: 'unknown' } } : accept(policy, certain, 'thereNow');
  }
}

/** Returns a new account. Jira's search may not know it yet: then only the answer to its creation describes it. */
function createdAccount(accountId: AccountId, found?: FoundAccount): JiraAccount {
  return found?.account.accountId === accountId ? found.account : { accountId, kind: 'customer', active: true };
}

/** Returns an existing account. One that only has the address as its name is accepted if the agent confirmed exactly this account. */
function existing(
  policy: CustomerPolicy,
  request: CustomerRequest,
  { account, certain }: FoundAccount,
): SettledAccount {
  const { accountId } = account;
  if (certain || request.confirmed === accountId) return accept(policy, account, 'existed');
  const reason = accountRefusal(policy, account);
  return reason === undefined ? { result: { outcome: 'namedByAddress', accountId } } : notAllowed(reason);
}
