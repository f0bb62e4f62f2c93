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

/** These failures tell nothing of whether somebody has an account, and created none: they cost nobody a part of their quota. */
const COST_NOTHING: readonly ErrorCode[] = [
  'RATE_LIMITED',
  'ATLASSIAN_REFUSED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
  // An answer that was lost is told apart before.
  'UPSTREAM_UNAVAILABLE',
];

/**
 * Has the privileged user create an account, and looks at it as them. Never throws a failure: it is the account's outcome.
 *
 * The look follows whatever Jira answered. So a look that fails, for whatever reason, tells nobody whether there was an account before, and once
 * Jira has answered nothing goes back to the quota.
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

/** What Jira said. `unread`: created, and the answer doesn't say whom. `nothing`: the answer was lost. */
type Answer = Arrived | { said: 'nothing' };

/** How the audit calls an answer that created nothing. */
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

/** Jira answers a creation that it did with a success, whatever else it says. */
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

/** Looks as the privileged user; its own audit entry, because it tells whether somebody has an account. */
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
      // Nobody knows who created what is there now; the attempt stays open.
      return certain === undefined ? { result: { outcome: 'unknown' } } : accept(policy, certain, 'thereNow');
  }
}

/** Jira's search may not know a new account yet: then the answer to its creation says all. */
function createdAccount(accountId: AccountId, found?: FoundAccount): JiraAccount {
  return found?.account.accountId === accountId ? found.account : { accountId, kind: 'customer', active: true };
}

/** Whoever only bears the address as a name is taken if the agent confirmed exactly this account. */
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
