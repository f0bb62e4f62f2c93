import type { Attempt } from '../../domain/audit';
import {
  accountRefusal,
  customerRefusal,
  grantCreateCustomer,
  grantFindCustomer,
  type CustomerCase,
  type QuotaAnswer,
} from '../../domain/customer-policy';
import { AppError, failureOf, isLost } from '../../domain/errors';
import type { Ports } from '../../domain/ports';
import type { JiraAccount } from '../../domain/projects';
import type { AccountStep } from '../../shared/customer-results';
import type { ApiError } from '../../shared/result';
import { audited } from './audited';
import type { CustomerDesk } from './customer-desk';

/** One person at a desk. `takeQuota` is called once at most, and only for an account that nobody is seen to have. */
export interface AtDesk {
  desk: CustomerDesk;
  subject: CustomerCase;
  takeQuota: () => Promise<QuotaAnswer>;
}

/** The account, where there is one to go on with. */
export interface SettledAccount {
  step: AccountStep;
  account?: JiraAccount;
}

const entryOf = ({ desk, subject }: AtDesk): Omit<Attempt, 'id' | 'at' | 'action'> => ({
  caller: desk.caller,
  actedAs: desk.privilegedUser,
  projectId: desk.project.projectId,
  domain: subject.ask.email.domain,
  via: desk.via,
});

const failed = (failure: ApiError): SettledAccount => ({
  step: {
    outcome: 'failed',
    code: failure.code,
    ...(failure.code === 'RATE_LIMITED' && { retryAfterSeconds: failure.retryAfterSeconds }),
  },
});

/** An account that is there, if the policy takes it. */
const accept = ({ desk }: AtDesk, account: JiraAccount, outcome: 'created' | 'existed'): SettledAccount => {
  const rule = accountRefusal(desk.policy, account);
  if (rule !== undefined) return { step: { outcome: 'notAllowed', rule } };
  const kind = account.kind === 'atlassian' ? 'atlassian' : 'customer';
  return { step: { outcome, accountId: account.accountId, kind }, account };
};

/** Looks as the privileged user; its own audit entry, because it tells whether somebody has an account. */
const findAsPrivileged = async (ports: Ports, at: AtDesk, quota: QuotaAnswer): Promise<JiraAccount | undefined> => {
  const decision = grantFindCustomer(at.subject, quota);
  if (!decision.granted) return undefined;
  return audited(
    ports,
    { action: 'findCustomer', ...entryOf(at) },
    () => ports.customerWriter.find(decision.grant),
    (found) => (found === undefined ? { code: 'NOT_FOUND' } : { accountId: found.accountId }),
  );
};

/** Creates. A lost answer is settled by looking, within the same attempt; what is found need not be what was asked for. */
const create = async (ports: Ports, { subject }: AtDesk, quota: QuotaAnswer): Promise<JiraAccount> => {
  const decision = grantCreateCustomer(subject, quota);
  if (!decision.granted) throw new Error('A customer without a grant');
  try {
    const answer = await ports.customerWriter.create(decision.grant);
    if (answer === 'exists') throw new AppError({ code: 'CONFLICT', what: 'account' });
    if (answer === 'rejected') throw new AppError({ code: 'INVALID_INPUT', fields: [] });
    return { accountId: answer.accountId, kind: 'customer', active: true };
  } catch (thrown) {
    const failure = failureOf(thrown);
    const find = grantFindCustomer(subject, quota);
    if (failure === undefined || !isLost(failure) || !find.granted) throw thrown;
    const found = await ports.customerWriter.find(find.grant).catch(() => undefined);
    if (found === undefined) throw thrown;
    return found;
  }
};

/** What a creation that did not create comes to. */
const afterFailure = async (
  ports: Ports,
  at: AtDesk,
  quota: QuotaAnswer,
  failure: ApiError,
): Promise<SettledAccount> => {
  if (failure.code === 'CONFLICT' || failure.code === 'INVALID_INPUT') {
    // On sites that ignore the flag a 400 may mean the same as a 409.
    const found = await findAsPrivileged(ports, at, quota);
    if (found !== undefined) return accept(at, found, 'existed');
    return { step: { outcome: failure.code === 'CONFLICT' ? 'existsNotVisible' : 'emailRejected' } };
  }
  if (failure.code === 'UPSTREAM_CONTRACT' && failure.changed === 'unknown') {
    return { step: { outcome: 'createdNotFound' } };
  }
  return isLost(failure) ? { step: { outcome: 'unknown' } } : failed(failure);
};

const createOrFind = async (ports: Ports, at: AtDesk): Promise<SettledAccount> => {
  const quota = await at.takeQuota();
  if (!quota.taken) return { step: { outcome: 'notAllowed', rule: quota.rule } };
  try {
    const account = await audited(
      ports,
      { action: 'createCustomer', ...entryOf(at) },
      () => create(ports, at, quota),
      ({ accountId }) => ({ accountId }),
    );
    return accept(at, account, 'created');
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return afterFailure(ports, at, quota, failure);
  }
};

/** Finds the account as the caller, or creates it as the privileged user. Never throws a failure: it is a step's outcome. */
export const settleAccount = async (ports: Ports, at: AtDesk): Promise<SettledAccount> => {
  const rule = customerRefusal(at.subject);
  if (rule !== undefined) return { step: { outcome: 'notAllowed', rule } };
  try {
    const found = await ports.jira.findAccount(at.subject.ask.email.address);
    return found === undefined ? await createOrFind(ports, at) : accept(at, found, 'existed');
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return failed(failure);
  }
};
