import type {
  AccountResult,
  CustomerResult,
  OrganizationResult,
  ProjectOutcome,
} from '../../src/shared/customers/results';
import { customerRuleText } from '../feedback/customer-rule-text';
import { SETTINGS_IN_JIRA } from '../feedback/product';
import { accountTail } from './account-tail';
import { isUsedUp } from './batch-meaning';
import { codeText } from './code-text';

interface AccountWords<ResultOf> {
  text: (result: ResultOf) => string;
  /** There is an account, so that there are further steps. */
  hasAccount: boolean;
  /** Trying again, or correcting the line, can help. What a rule or a permission stops is for somebody else to change. */
  mayTryAgain: boolean | ((result: ResultOf) => boolean);
}

type ResultOf<Outcome> = AccountResult & { outcome: Outcome };

const ACCOUNTS: { [Outcome in AccountResult['outcome']]: AccountWords<ResultOf<Outcome>> } = {
  created: { text: () => 'Account created.', hasAccount: true, mayTryAgain: false },
  existed: {
    text: ({ kind }) =>
      kind === 'customer'
        ? 'There was a portal customer with this address already. The account is used as it is.'
        : 'This person has an Atlassian account. It’s used as it is.',
    hasAccount: true,
    mayTryAgain: false,
  },
  thereNow: {
    text: () => 'There’s an account with this address now. We can’t say whether it was created just now.',
    hasAccount: true,
    mayTryAgain: false,
  },
  notConfirmed: {
    text: (result) =>
      `Jira answered, but the account couldn’t be read afterwards, so nothing else was done. ${failedText(result)} One address never gets two accounts.`,
    hasAccount: false,
    mayTryAgain: true,
  },
  notAllowed: {
    text: ({ rule }) => {
      const { why, help } = customerRuleText(rule);
      return `Not allowed. ${why} ${help}`;
    },
    hasAccount: false,
    mayTryAgain: ({ rule }) => isUsedUp(rule),
  },
  existsNotVisible: {
    text: () =>
      'Atlassian says that an account with this address exists, but neither you nor the privileged user can see it, so it couldn’t be added. Ask a site admin to look for it in Atlassian Administration.',
    hasAccount: false,
    mayTryAgain: false,
  },
  namedByAddress: {
    text: ({ accountId }) =>
      `Not added. An account with this address exists, and Jira hides which one. The account …${accountTail(accountId)} bears the address as its name, and anybody can choose a name. Check this person again to confirm it.`,
    hasAccount: false,
    mayTryAgain: true,
  },
  createdNotFound: {
    text: () =>
      'Atlassian says that it created the account, but it can’t be found yet, so it couldn’t be added. Try again in a few minutes. If it keeps happening, contact a Jira administrator.',
    hasAccount: false,
    mayTryAgain: true,
  },
  emailRejected: {
    text: () =>
      'Atlassian didn’t accept this email address, or somebody whom it doesn’t show has it already. Check the address and try again.',
    hasAccount: false,
    mayTryAgain: true,
  },
  failed: { text: (result) => `No account created. ${failedText(result)}`, hasAccount: false, mayTryAgain: true },
  unknown: {
    text: () =>
      'Not known: the answer was lost, and there isn’t an account yet. It may still come. Try again in a few minutes: one address never gets two accounts.',
    hasAccount: false,
    mayTryAgain: true,
  },
  notTried: { text: () => 'Not tried. Try again.', hasAccount: false, mayTryAgain: true },
};

export type Standing = 'done' | 'partly' | 'notKnown' | 'notDone';

const IS_THERE: readonly string[] = ['added', 'alreadyThere', 'notWanted'];
const OPEN_OUTCOMES: readonly string[] = ['failed', 'unknown', 'notTried'];

/** What became of the account. */
export function accountText(result: AccountResult): string {
  return wordsOf(result).text(result);
}

/** What became of the place in the service project. */
export function projectText(result: ProjectOutcome): string {
  switch (result) {
    case 'added':
      return 'Is a customer of this service project.';
    case 'alreadyThere':
      return 'Was a customer of this service project already.';
    case 'notWanted':
      return 'Not added to the customers of this service project: its rules do without that.';
    case 'refused':
      return `Not added to this service project: Atlassian didn’t let the privileged user do it. Ask a Jira administrator to look at ${SETTINGS_IN_JIRA}.`;
    case 'failed':
      return 'Not added to this service project: something went wrong. Try again.';
    case 'unknown':
      return 'Not known whether added to this service project: the answer was lost. Try again; adding twice changes nothing.';
    case 'notTried':
      return 'Not added to this service project yet: not tried. Try again.';
  }
}

/** What became of one organization. */
export function organizationText(outcome: OrganizationResult['outcome'], name: string): string {
  switch (outcome) {
    case 'added':
      return `Is in organization ${name}.`;
    case 'alreadyThere':
      return `Was in organization ${name} already.`;
    case 'refused':
      return `Not added to organization ${name}: Jira doesn’t let you add people to it. Ask a Jira administrator for that permission, or somebody who has it.`;
    case 'notFound':
      return `Not added to organization ${name}: it no longer exists, or you may not see it. Ask a Jira administrator.`;
    case 'failed':
      return `Not added to organization ${name}: something went wrong. Try again.`;
    case 'unknown':
      return `Not known whether added to organization ${name}: the answer was lost. Try again; adding twice changes nothing.`;
    case 'notTried':
      return `Not added to organization ${name} yet: not tried. Try again.`;
  }
}

/** What became of one person, a sentence for each step. Without an account there are no further steps. */
export function resultLines(result: CustomerResult, nameOf: (organizationId: string) => string): string[] {
  return hasAccount(result)
    ? [
        accountText(result.account),
        projectText(result.project),
        ...result.organizations.map(({ organizationId, outcome }) => organizationText(outcome, nameOf(organizationId))),
      ]
    : [accountText(result.account)];
}

/** How far it went with one person. */
export function standing(result: CustomerResult): Standing {
  if (result.account.outcome === 'unknown' || result.account.outcome === 'notConfirmed') return 'notKnown';
  if (!hasAccount(result)) return 'notDone';
  const targets = [result.project, ...result.organizations.map(({ outcome }) => outcome)];
  return targets.every((target) => IS_THERE.includes(target)) ? 'done' : 'partly';
}

/** Whether trying again, or correcting the line, can help. */
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
  return code === 'RATE_LIMITED' && retryAfterSeconds !== undefined
    ? `Atlassian asked this app to slow down. Try again in ${String(retryAfterSeconds)} seconds.`
    : codeText(code);
}
