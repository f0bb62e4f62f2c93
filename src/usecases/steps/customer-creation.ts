import type { Attempt } from '../../domain/audit';
import { accountRefusal, grantCreateCustomer, grantFindCustomer, type QuotaTaking } from '../../domain/customer-policy';
import { failureOf, isLost } from '../../domain/errors';
import type { Grant } from '../../domain/grant';
import type { Ports } from '../../domain/ports';
import type { FoundAccount, JiraAccount } from '../../domain/projects';
import type { AccountId } from '../../shared/ids';
import type { ApiError, ErrorCode } from '../../shared/result';
import { audited } from './audited';
import { accept, failed, notAllowed, notConfirmed, type AtDesk, type SettledAccount } from './customer-settled';

/**
 * Has the privileged user create an account, and looks at it as him. Never throws a failure: it is a step's outcome.
 *
 * The look follows whatever Jira answered. So a look that fails, for whatever reason, tells nobody whether there was an account before, and once
 * Jira has answered nothing goes back to the quota.
 */
export async function createAccount(ports: Ports, at: AtDesk, taking: QuotaTaking): Promise<SettledAccount> {
  const decision = grantCreateCustomer(at.subject, taking);
  if (!decision.granted) return notAllowed(decision.rule);
  const answer = await askJira(ports, at, decision.grant);
  if ('notDone' in answer) {
    if (COST_NOTHING.includes(answer.notDone.code)) await at.quota.giveBack(taking);
    return failed(answer.notDone);
  }
  try {
    const found = await findAsPrivileged(ports, at, taking);
    return { ...settled(at, answer, found), afterCreation: true };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return answer.said === 'nothing' ? { step: { outcome: 'unknown' } } : notConfirmed(failure);
  }
}

/** What Jira said. `unread`: created, and the answer doesn't say whom. `nothing`: the answer was lost. */
type Answer = { said: 'created'; accountId: AccountId } | { said: 'unread' | 'exists' | 'rejected' | 'nothing' };

/** These failures tell nothing of whether somebody has an account, and created none: they cost nobody a part of his quota. */
const COST_NOTHING: readonly ErrorCode[] = [
  'RATE_LIMITED',
  'ATLASSIAN_REFUSED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
];

/** How the audit calls an answer that created nothing. */
const createdNothing = { exists: 'CONFLICT', rejected: 'REJECTED' } as const;

async function askJira(
  ports: Ports,
  at: AtDesk,
  grant: Grant<'createCustomer'>,
): Promise<Answer | { notDone: ApiError }> {
  try {
    const answer = await audited(
      ports,
      { action: 'createCustomer', ...entryOf(at) },
      () => ports.customerWriter.create(grant),
      (created) =>
        typeof created === 'string'
          ? { outcome: 'failed', code: createdNothing[created] }
          : { accountId: created.accountId },
    );
    return typeof answer === 'string' ? { said: answer } : { said: 'created', accountId: answer.accountId };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    if (!isLost(failure)) return { notDone: failure };
    return { said: failure.code === 'UPSTREAM_CONTRACT' ? 'unread' : 'nothing' };
  }
}

/** Looks as the privileged user; its own audit entry, because it tells whether somebody has an account. */
async function findAsPrivileged(ports: Ports, at: AtDesk, taking: QuotaTaking): Promise<FoundAccount | undefined> {
  const decision = grantFindCustomer(at.subject, taking);
  if (!decision.granted) return undefined;
  return audited(
    ports,
    { action: 'findCustomer', ...entryOf(at) },
    () => ports.customerWriter.find(decision.grant),
    (found) =>
      found === undefined
        ? { code: 'NOT_FOUND' }
        : { accountId: found.account.accountId, ...(!found.certain && { code: 'ACCOUNT_NAMED_BY_ADDRESS' }) },
  );
}

function settled(at: AtDesk, answer: Answer, found?: FoundAccount): SettledAccount {
  const certain = found?.certain === true ? found.account : undefined;
  switch (answer.said) {
    case 'created':
      return accept(at.desk, createdAccount(answer.accountId, found), 'created');
    case 'unread':
      return certain === undefined ? { step: { outcome: 'createdNotFound' } } : accept(at.desk, certain, 'created');
    // On sites that ignore the flag, 'rejected' may mean the same as 'exists'.
    case 'exists':
    case 'rejected':
      if (found !== undefined) return existing(at, found);
      return { step: { outcome: answer.said === 'exists' ? 'existsNotVisible' : 'emailRejected' } };
    case 'nothing':
      // Nobody knows who created what is there now; the attempt stays open.
      return certain === undefined ? { step: { outcome: 'unknown' } } : accept(at.desk, certain, 'thereNow');
  }
}

/** Whoever only bears the address as a name is taken if the agent confirmed exactly this account. */
function existing({ desk, subject }: AtDesk, { account, certain }: FoundAccount): SettledAccount {
  const { accountId } = account;
  if (certain || subject.ask.confirmed === accountId) return accept(desk, account, 'existed');
  const rule = accountRefusal(desk.policy, account);
  return rule === undefined ? { step: { outcome: 'namedByAddress', accountId } } : notAllowed(rule);
}

/** Jira's search may not know a new account yet: then the answer to its creation says all. */
function createdAccount(accountId: AccountId, found?: FoundAccount): JiraAccount {
  return found?.account.accountId === accountId ? found.account : { accountId, kind: 'customer', active: true };
}

function entryOf({ desk, subject }: AtDesk): Omit<Attempt, 'id' | 'at' | 'action'> {
  return {
    caller: desk.caller,
    actedAs: desk.privilegedUser,
    projectId: desk.project.projectId,
    domain: subject.ask.email.domain,
    via: desk.via,
  };
}
