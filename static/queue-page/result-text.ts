import type {
  AccountResult,
  CustomerResult,
  OrganizationResult,
  ProjectOutcome,
} from '../../src/shared/customers/results';
import { CUSTOMER_REASONS } from '../../src/shared/words/customer-reasons';
import { say } from '../../src/shared/words/format';
import {
  ACCOUNT_RESULTS,
  EXISTED_IN_ATLASSIAN,
  ORGANIZATION_RESULTS,
  PROJECT_RESULTS,
} from '../../src/shared/words/queue-page';
import { accountTail } from './account-tail';
import { isUsedUp } from './batch-meaning';
import { codeText } from './code-text';

interface AccountWords<ResultOf> {
  text: (result: ResultOf) => string;
  /** There is an account, so further steps follow. */
  hasAccount: boolean;
  /** Trying again, or correcting the line, can help. It can't if a rule or a permission is the reason. */
  mayTryAgain: boolean | ((result: ResultOf) => boolean);
}

type ResultOf<Outcome> = AccountResult & { outcome: Outcome };

const ACCOUNTS: { [Outcome in AccountResult['outcome']]: AccountWords<ResultOf<Outcome>> } = {
  created: { text: () => ACCOUNT_RESULTS.created, hasAccount: true, mayTryAgain: false },
  existed: {
    text: ({ kind }) => (kind === 'customer' ? ACCOUNT_RESULTS.existed : EXISTED_IN_ATLASSIAN),
    hasAccount: true,
    mayTryAgain: false,
  },
  thereNow: { text: () => ACCOUNT_RESULTS.thereNow, hasAccount: true, mayTryAgain: false },
  notConfirmed: {
    text: (account) => say(ACCOUNT_RESULTS.notConfirmed, { why: failedText(account) }),
    hasAccount: false,
    mayTryAgain: true,
  },
  notAllowed: {
    text: ({ rule: reason }) => {
      const { why, help } = CUSTOMER_REASONS[reason];
      return say(ACCOUNT_RESULTS.notAllowed, { why: `${why} ${help}` });
    },
    hasAccount: false,
    mayTryAgain: ({ rule: reason }) => isUsedUp(reason),
  },
  existsNotVisible: { text: () => ACCOUNT_RESULTS.existsNotVisible, hasAccount: false, mayTryAgain: false },
  namedByAddress: {
    text: ({ accountId }) => say(ACCOUNT_RESULTS.namedByAddress, { tail: accountTail(accountId) }),
    hasAccount: false,
    mayTryAgain: true,
  },
  createdNotFound: { text: () => ACCOUNT_RESULTS.createdNotFound, hasAccount: false, mayTryAgain: true },
  emailRejected: { text: () => ACCOUNT_RESULTS.emailRejected, hasAccount: false, mayTryAgain: true },
  failed: {
    text: (account) => say(ACCOUNT_RESULTS.failed, { why: failedText(account) }),
    hasAccount: false,
    mayTryAgain: true,
  },
  unknown: { text: () => ACCOUNT_RESULTS.unknown, hasAccount: false, mayTryAgain: true },
  notTried: { text: () => ACCOUNT_RESULTS.notTried, hasAccount: false, mayTryAgain: true },
};

export type Standing = 'done' | 'partly' | 'notKnown' | 'notDone';

const IS_THERE: readonly string[] = ['added', 'alreadyThere', 'notWanted'];
const OPEN_OUTCOMES: readonly string[] = ['failed', 'unknown', 'notTried'];

/** Says the result for the account. */
export function accountText(account: AccountResult): string {
  return wordsOf(account).text(account);
}

/** Says the result for the service project. */
export function projectText(outcome: ProjectOutcome): string {
  return PROJECT_RESULTS[outcome];
}

/** Says the result for one organization. */
export function organizationText(outcome: OrganizationResult['outcome'], name: string): string {
  return say(ORGANIZATION_RESULTS[outcome], { name });
}

/** Says the result for one person, a sentence for each step. Without an account, there are no further steps. */
export function resultLines(result: CustomerResult, nameOf: (organizationId: string) => string): string[] {
  return hasAccount(result)
    ? [
        accountText(result.account),
        projectText(result.project),
        ...result.organizations.map(({ organizationId, outcome }) => organizationText(outcome, nameOf(organizationId))),
      ]
    : [accountText(result.account)];
}

/** Sums up the result for one person. */
export function standing(result: CustomerResult): Standing {
  if (result.account.outcome === 'unknown' || result.account.outcome === 'notConfirmed') return 'notKnown';
  if (!hasAccount(result)) return 'notDone';
  const targets = [result.project, ...result.organizations.map(({ outcome }) => outcome)];
  return targets.every((target) => IS_THERE.includes(target)) ? 'done' : 'partly';
}

/** Tells whether trying again, or correcting the line, can help. */
export function mayTryAgain(result: CustomerResult): boolean {
  if (hasAccount(result)) {
    return (
      OPEN_OUTCOMES.includes(result.project) ||
      result.organizations.some(({ outcome }) => OPEN_OUTCOMES.includes(outcome))
    );
  }
  const may = wordsOf(result.account).mayTryAgain;
  return typeof may === 'boolean' ? may : may(result.account);
}

function wordsOf(result: AccountResult) {
  return ACCOUNTS[result.outcome] as AccountWords<AccountResult>;
}

function hasAccount({ account }: CustomerResult): boolean {
  return wordsOf(account).hasAccount;
}

function failedText({ code, retryAfterSeconds }: Extract<AccountResult, { code: unknown }>): string {
  return codeText(code, retryAfterSeconds);
}
