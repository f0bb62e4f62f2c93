import type { Attempt } from '../../broker/audit/entries';
import { failureOf, isLost } from '../../broker/errors';
import { allow } from '../../broker/verdict';
import type { CustomerPolicy } from '../../shared/customers/policy';
import type { AccountId } from '../../shared/ids';
import type { ApiError, ErrorCode } from '../../shared/result';
import type { FoundAccount, JiraAccount } from '../facts';
import { accountRefusal, grantCreateCustomer, grantFindCustomer, type CustomerAsk, type QuotaTaking } from '../policy';
import type { CustomerPorts } from '../ports';
import { caseAt, type CustomerDesk } from '../project-session';
import { deskNow, takeStep, type NotTaken, type Taken } from './attempt';
import {
  accept,
  failed,
  notAllowed,
  notConfirmed,
  notTried,
  type AtDesk,
  type SettledAccount,
} from './settled-account';

/** These failures tell nothing of whether somebody has an account, and created none: they cost nobody a part of his quota. */
const COST_NOTHING: readonly ErrorCode[] = [
  'RATE_LIMITED',
  'ATLASSIAN_REFUSED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
  // An answer that was lost is told apart before.
  'UPSTREAM_UNAVAILABLE',
];

/**
 * Has the privileged user create an account, and looks at it as him. Never throws a failure: it is a step's outcome.
 *
 * The look follows whatever Jira answered. So a look that fails, for whatever reason, tells nobody whether there was an account before, and once
 * Jira has answered nothing goes back to the quota.
 */
export async function createAccount(ports: CustomerPorts, at: AtDesk, taking: QuotaTaking): Promise<SettledAccount> {
  const answer = await askJira(ports, at, taking);
  if ('notTaken' in answer) {
    await at.quota.giveBack(taking);
    return notTried(answer.notTaken);
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

async function askJira(
  ports: CustomerPorts,
  at: AtDesk,
  taking: QuotaTaking,
): Promise<Answer | { notDone: ApiError } | { notTaken: NotTaken }> {
  try {
    const taken = await takeStep(ports, {
      desks: at.desks,
      entry: (desk) => ({ action: 'createCustomer', ...entryOf(desk, at.ask) }),
      judge: (desk) => grantCreateCustomer(caseAt(desk, at.ask), allow(taking)),
      perform: async (grant) => answerOf(() => ports.customerWriter.create(grant)),
      found: (answer) => {
        if (answer.said === 'created') return { accountId: answer.accountId };
        return answer.said === 'unread' ? {} : CREATED_NOTHING[answer.said];
      },
    });
    return 'value' in taken ? taken.value : taken;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return isLost(failure) ? { said: 'nothing' } : { notDone: failure };
  }
}

function entryOf(desk: CustomerDesk, { email }: CustomerAsk): Omit<Attempt, 'id' | 'at' | 'action'> {
  return {
    caller: desk.caller,
    actedAs: desk.privilegedUser,
    projectId: desk.project.projectId,
    domain: email.domain,
    via: desk.via,
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
  at: AtDesk,
  taking: QuotaTaking,
  answer: Answer,
): Promise<SettledAccount> {
  function notKnown(cause: ApiError | NotTaken): SettledAccount {
    return answer.said === 'nothing' ? { step: { outcome: 'unknown' } } : notConfirmed(cause);
  }
  try {
    const looked = await findAsPrivileged(ports, at, taking);
    if ('notTaken' in looked) return notKnown(looked.notTaken);
    const known = await deskNow(at.desks);
    return 'notTaken' in known ? notKnown(known.notTaken) : settled(known.desk.policy, at.ask, answer, looked.value);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return notKnown(failure);
  }
}

/** Looks as the privileged user; its own audit entry, because it tells whether somebody has an account. */
function findAsPrivileged(
  ports: CustomerPorts,
  { desks, ask }: AtDesk,
  taking: QuotaTaking,
): Promise<Taken<FoundAccount | undefined>> {
  return takeStep(ports, {
    desks,
    entry: (desk) => ({ action: 'findCustomer', ...entryOf(desk, ask) }),
    judge: (desk) => grantFindCustomer(caseAt(desk, ask), allow(taking)),
    perform: (grant) => ports.customerWriter.find(grant),
    found: (found) =>
      found === undefined
        ? { code: 'NOT_FOUND' }
        : { accountId: found.account.accountId, ...(!found.certain && { code: 'ACCOUNT_NAMED_BY_ADDRESS' }) },
    isRead: true,
  });
}

function settled(policy: CustomerPolicy, ask: CustomerAsk, answer: Answer, found?: FoundAccount): SettledAccount {
  const certain = found?.certain === true ? found.account : undefined;
  switch (answer.said) {
    case 'created':
      return accept(policy, createdAccount(answer.accountId, found), 'created');
    case 'unread':
      return certain === undefined ? { step: { outcome: 'createdNotFound' } } : accept(policy, certain, 'created');
    // On sites that ignore the flag, 'rejected' may mean the same as 'exists'.
    case 'exists':
    case 'rejected':
      if (found !== undefined) return existing(policy, ask, found);
      return { step: { outcome: answer.said === 'exists' ? 'existsNotVisible' : 'emailRejected' } };
    case 'nothing':
      // Nobody knows who created what is there now; the attempt stays open.
      return certain === undefined ? { step: { outcome: 'unknown' } } : accept(policy, certain, 'thereNow');
  }
}

/** Jira's search may not know a new account yet: then the answer to its creation says all. */
function createdAccount(accountId: AccountId, found?: FoundAccount): JiraAccount {
  return found?.account.accountId === accountId ? found.account : { accountId, kind: 'customer', active: true };
}

/** Whoever only bears the address as a name is taken if the agent confirmed exactly this account. */
function existing(policy: CustomerPolicy, ask: CustomerAsk, { account, certain }: FoundAccount): SettledAccount {
  const { accountId } = account;
  if (certain || ask.confirmed === accountId) return accept(policy, account, 'existed');
  const rule = accountRefusal(policy, account);
  return rule === undefined ? { step: { outcome: 'namedByAddress', accountId } } : notAllowed(rule);
}
