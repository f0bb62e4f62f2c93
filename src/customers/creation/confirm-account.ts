import type { Sent } from '../../broker/audit/sent';
import { failureOf } from '../../broker/errors';
import { allow } from '../../broker/verdict';
import type { CustomerPolicy } from '../../shared/customers/policy';
import type { AccountId } from '../../shared/ids';
import type { ApiError } from '../../shared/result';
import type { FoundAccount, JiraAccount } from '../facts';
import { grantFindCustomer, type QuotaTaking } from '../policy';
import type { CustomerPorts } from '../ports';
import { factsOf } from '../project-session';
import { accountRefusal, type CustomerRequest } from '../refusals';
import { attempt, sessionNow, type NotSent } from './attempt';
import { entryByEmail, type Answer } from './send-creation';
import { accept, notAllowed, notConfirmed, type RequestInSession, type SettledAccount } from './settled-account';

/** Looks up the account as the privileged user and combines it with Jira's answer to the creation. */
export async function confirmAccount(
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
    entry: (session) => ({ action: 'findCustomer', ...entryByEmail(session, request) }),
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
