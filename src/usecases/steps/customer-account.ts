import type { Attempt } from '../../domain/audit';
import {
  accountRefusal,
  customerRefusal,
  grantCreateCustomer,
  grantFindCustomer,
  kindOf,
  type CustomerCase,
  type QuotaAnswer,
} from '../../domain/customer-policy';
import { failureOf, isLost } from '../../domain/errors';
import type { Ports } from '../../domain/ports';
import type { JiraAccount } from '../../domain/projects';
import type { AccountStep, CustomerRule } from '../../shared/customer-results';
import type { ApiError, ErrorCode } from '../../shared/result';
import { audited } from './audited';
import type { CustomerDesk } from './customer-desk';
import type { DeskQuota } from './customer-quota';

/** One person at a desk, with his part of the day's quota. */
export interface AtDesk {
  desk: CustomerDesk;
  subject: CustomerCase;
  quota: DeskQuota;
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

const notAllowed = (rule: CustomerRule): SettledAccount => ({ step: { outcome: 'notAllowed', rule } });

/** An account that is there, if the policy takes it. */
const accept = (
  { desk }: AtDesk,
  account: JiraAccount,
  outcome: 'created' | 'existed' | 'thereNow',
): SettledAccount => {
  const rule = accountRefusal(desk.policy, account);
  if (rule !== undefined) return notAllowed(rule);
  return { step: { outcome, accountId: account.accountId, kind: kindOf(account) }, account };
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

/** What a creation whose answer was lost, or could not be read, comes to. Its attempt stays open: nobody knows who created what is there. */
const afterLoss = async (ports: Ports, at: AtDesk, quota: QuotaAnswer, failure: ApiError): Promise<SettledAccount> => {
  const isAnswered = failure.code === 'UPSTREAM_CONTRACT';
  try {
    const found = await findAsPrivileged(ports, at, quota);
    if (found !== undefined) return accept(at, found, isAnswered ? 'created' : 'thereNow');
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
  }
  return { step: { outcome: isAnswered ? 'createdNotFound' : 'unknown' } };
};

/** How the audit calls an answer that created nothing. */
const createdNothing = { exists: 'CONFLICT', rejected: 'REJECTED' } as const;

const create = async (ports: Ports, at: AtDesk, quota: QuotaAnswer): Promise<SettledAccount> => {
  const decision = grantCreateCustomer(at.subject, quota);
  if (!decision.granted) return notAllowed(decision.rule);
  const answer = await audited(
    ports,
    { action: 'createCustomer', ...entryOf(at) },
    () => ports.customerWriter.create(decision.grant),
    (created) =>
      typeof created === 'string'
        ? { outcome: 'failed', code: createdNothing[created] }
        : { accountId: created.accountId },
  );
  if (typeof answer !== 'string') return accept(at, { ...answer, kind: 'customer', active: true }, 'created');
  // On sites that ignore the flag, 'rejected' may mean the same as 'exists'.
  const found = await findAsPrivileged(ports, at, quota);
  if (found !== undefined) return accept(at, found, 'existed');
  return { step: { outcome: answer === 'exists' ? 'existsNotVisible' : 'emailRejected' } };
};

/** These answers tell nothing of whether somebody has an account, and created none: they cost nobody a part of his quota. */
const COST_NOTHING: readonly ErrorCode[] = [
  'RATE_LIMITED',
  'ATLASSIAN_REFUSED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
];

const createWithin = async (ports: Ports, at: AtDesk, quota: QuotaAnswer): Promise<SettledAccount> => {
  try {
    return await create(ports, at, quota);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    if (isLost(failure)) return afterLoss(ports, at, quota, failure);
    if (COST_NOTHING.includes(failure.code)) await at.quota.giveBack();
    return failed(failure);
  }
};

/** Finds the account as the caller, or creates it as the privileged user. Never throws a failure: it is a step's outcome. */
export const settleAccount = async (ports: Ports, at: AtDesk): Promise<SettledAccount> => {
  const rule = customerRefusal(at.subject);
  if (rule !== undefined) return notAllowed(rule);
  try {
    // What a rule does may be text that a customer wrote: its quota bounds all of it.
    const taken = at.desk.via === 'rule' ? await at.quota.take() : undefined;
    if (taken?.taken === false) return notAllowed(taken.rule);
    const found = await ports.jira.findAccount(at.subject.ask.email.address);
    if (found !== undefined) return accept(at, found, 'existed');
    const quota = taken ?? (await at.quota.take());
    return quota.taken ? await createWithin(ports, at, quota) : notAllowed(quota.rule);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return failed(failure);
  }
};
