import type { AccountStep, CustomerResult, OrganizationStep, ProjectStep } from '../../src/shared/customer-results';
import type { ErrorCode } from '../../src/shared/result';
import { customerRuleText } from '../components/customer-rule-text';
import { SETTINGS_IN_JIRA } from '../components/product';
import { codeText } from './code-text';

const failedText = ({ code, retryAfterSeconds }: Extract<AccountStep, { code: ErrorCode }>): string =>
  code === 'RATE_LIMITED' && retryAfterSeconds !== undefined
    ? `Atlassian asked this app to slow down. Try again in ${String(retryAfterSeconds)} seconds.`
    : codeText(code);

/** What became of the account. */
export const accountText = (step: AccountStep): string => {
  switch (step.outcome) {
    case 'created':
      return 'The account is created.';
    case 'existed':
      return step.kind === 'customer'
        ? 'There was a portal customer with this address already; the account is used as it is.'
        : 'This person has an Atlassian account; it is used as it is.';
    case 'thereNow':
      return 'There’s an account with this address now. We can’t say whether it was created just now.';
    case 'notConfirmed':
      return `Jira answered, but the account couldn’t be read afterwards, so nothing else was done. ${failedText(step)} One address never gets two accounts.`;
    case 'notAllowed': {
      const { why, help } = customerRuleText(step.rule);
      return `Not allowed. ${why} ${help}`;
    }
    case 'existsNotVisible':
      return 'Atlassian says that an account with this address exists, but neither you nor the privileged user can see it, so it could not be added. Ask a site administrator to look for it in Atlassian Administration.';
    case 'createdNotFound':
      return 'Atlassian says that the account is created, but it can’t be found yet, so it could not be added. Try again in a few minutes; if it goes on, ask a Jira administrator.';
    case 'emailRejected':
      return 'Atlassian did not accept this e-mail address. Correct it and try again.';
    case 'failed':
      return `No account is created. ${failedText(step)}`;
    case 'unknown':
      return 'Not known: the answer was lost, and no account is found yet. It may still come. Try again in a few minutes: one address never gets two accounts.';
    case 'notTried':
      return 'Not tried. Try again.';
  }
};

/** What became of the place in the service project. */
export const projectText = (step: ProjectStep): string => {
  switch (step) {
    case 'added':
      return 'Is a customer of this service project.';
    case 'notWanted':
      return 'Not added to the customers of this service project: its rules do without that.';
    case 'refused':
      return `Not added to this service project: Atlassian did not let the privileged user do it. Ask a Jira administrator to look at ${SETTINGS_IN_JIRA}.`;
    case 'failed':
      return 'Not added to this service project: something went wrong. Try again.';
    case 'unknown':
      return 'Not known whether added to this service project: the answer was lost. Try again; adding twice changes nothing.';
    case 'notTried':
      return 'Not added to this service project yet: not tried. Try again.';
  }
};

/** What became of one organization. */
export const organizationText = (outcome: OrganizationStep['outcome'], name: string): string => {
  switch (outcome) {
    case 'added':
      return `Is in organization ${name}.`;
    case 'refused':
      return `Not added to organization ${name}: Jira does not let you add people to it. Ask a Jira administrator for that permission, or somebody who has it.`;
    case 'notFound':
      return `Not added to organization ${name}: it no longer exists, or you may not see it. Ask a Jira administrator.`;
    case 'failed':
      return `Not added to organization ${name}: something went wrong. Try again.`;
    case 'unknown':
      return `Not known whether added to organization ${name}: the answer was lost. Try again; adding twice changes nothing.`;
    case 'notTried':
      return `Not added to organization ${name} yet: not tried. Try again.`;
  }
};

const hasAccount = ({ account }: CustomerResult): boolean =>
  account.outcome === 'created' || account.outcome === 'existed' || account.outcome === 'thereNow';

/** What became of one person, a sentence for each step. Without an account there are no further steps. */
export const resultLines = (result: CustomerResult, nameOf: (organizationId: string) => string): string[] =>
  hasAccount(result)
    ? [
        accountText(result.account),
        projectText(result.project),
        ...result.organizations.map(({ organizationId, outcome }) => organizationText(outcome, nameOf(organizationId))),
      ]
    : [accountText(result.account)];

export type Standing = 'done' | 'partly' | 'notKnown' | 'notDone';

/** How far it went with one person. */
export const standing = (result: CustomerResult): Standing => {
  if (result.account.outcome === 'unknown' || result.account.outcome === 'notConfirmed') return 'notKnown';
  if (!hasAccount(result)) return 'notDone';
  const isIn = result.project === 'added' || result.project === 'notWanted';
  return isIn && result.organizations.every(({ outcome }) => outcome === 'added') ? 'done' : 'partly';
};

const OPEN_ACCOUNT: readonly AccountStep['outcome'][] = [
  'failed',
  'notConfirmed',
  'unknown',
  'notTried',
  'emailRejected',
  'createdNotFound',
];
const OPEN_STEP: readonly string[] = ['failed', 'unknown', 'notTried'];

/** Whether trying again, or correcting the line, can help. What a rule or a permission stops is for somebody else to change. */
export const mayTryAgain = (result: CustomerResult): boolean =>
  hasAccount(result)
    ? OPEN_STEP.includes(result.project) || result.organizations.some(({ outcome }) => OPEN_STEP.includes(outcome))
    : OPEN_ACCOUNT.includes(result.account.outcome);
