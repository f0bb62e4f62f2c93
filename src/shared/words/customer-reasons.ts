import type { CustomerRefusal } from '../result';
import type { Refusal } from './reasons';

interface CustomerReason extends Refusal {
  /** The same for everybody but the agent whom `why` addresses. Absent: `why` doesn't address anybody. */
  readonly whyToOthers?: string;
}

const RESET = 'Try again once the daily quota resets';

/** Explains every reason of a service project's policy: the only place for pages, scripts, comments of automation and the audit. */
export const CUSTOMER_REASONS: Readonly<Record<CustomerRefusal, CustomerReason>> = {
  EMAIL_INVALID: { why: 'This isn’t an email address.', help: 'Correct it and try again.' },
  NAME_INVALID: {
    why: 'This can’t be a name: it’s longer than 255 characters or has hidden characters.',
    help: 'Correct the name or leave it out, and try again.',
  },
  DOMAIN_DENIED: {
    why: 'The email domain is denied in this service project.',
    help: 'Ask a Jira administrator to remove it from the denied domains.',
  },
  DOMAIN_NOT_ALLOWED: {
    why: 'The email domain isn’t one of those allowed in this service project.',
    help: 'Ask a Jira administrator to add it to the allowed domains.',
  },
  ORGANIZATION_NOT_ALLOWED: {
    why: 'The rules of this service project don’t let customers be added to one of these organizations.',
    help: 'Leave it out, or ask a Jira administrator to allow it.',
  },
  ORGANIZATION_NOT_CHECKED: {
    why: 'This service project has more than 2,000 organizations, and one of those chosen isn’t among the first 2,000, so it couldn’t be checked.',
    help: 'Leave it out, or ask a Jira administrator to list it in the rules of this service project.',
  },
  EXISTING_ACCOUNT_NOT_ALLOWED: {
    why: 'This person has an Atlassian account, and the rules of this service project allow only portal customers.',
    help: 'Ask a Jira administrator to allow people who have an Atlassian account.',
  },
  ACCOUNT_NOT_ELIGIBLE: {
    why: 'The account with this email address can’t be a customer: it’s deactivated, an app’s, or of an unknown kind.',
    help: 'Ask a site admin to check the account.',
  },
  AGENT_QUOTA_REACHED: {
    why: 'You’ve used up your daily quota of new accounts in this service project.',
    whyToOthers: 'The agent’s daily quota of new accounts in this service project is used up.',
    help: `${RESET}, or ask a Jira administrator to raise the daily quota for each agent.`,
  },
  RULES_QUOTA_REACHED: {
    why: 'The daily quota of new accounts for automation rules in this service project is used up.',
    help: `${RESET}, or ask a Jira administrator to raise the daily quota for automation rules.`,
  },
  SITE_QUOTA_REACHED: {
    why: 'The daily quota of new accounts on this site is used up.',
    help: `${RESET}, or ask a Jira administrator to raise the daily quota of the site.`,
  },
};

/** Returns the reason why the rules refuse, for somebody who isn't the agent. */
export function whyToOthers(reason: CustomerRefusal): string {
  return CUSTOMER_REASONS[reason].whyToOthers ?? CUSTOMER_REASONS[reason].why;
}

/** Tells whether a stored code is a reason of a policy that this version knows. */
export function isCustomerRefusal(code: string): code is CustomerRefusal {
  return Object.hasOwn(CUSTOMER_REASONS, code);
}
