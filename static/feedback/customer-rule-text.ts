import type { CustomerRefusal } from '../../src/shared/result';
import type { Refusal } from '../../src/shared/words/reasons';

const JIRA_ADMIN = 'Ask a Jira administrator';
const TOMORROW = 'Try again once the daily quota resets';

const texts: Readonly<Record<CustomerRefusal, Refusal>> = {
  EMAIL_INVALID: { why: 'This isn’t an email address.', help: 'Correct it and try again.' },
  NAME_INVALID: {
    why: 'This can’t be a name: it’s longer than 255 characters or holds hidden characters.',
    help: 'Correct the name or leave it out, and try again.',
  },
  DOMAIN_DENIED: {
    why: 'The email domain is denied in this service project.',
    help: `${JIRA_ADMIN} to take it off the list of denied domains.`,
  },
  DOMAIN_NOT_ALLOWED: {
    why: 'The email domain isn’t among the ones allowed in this service project.',
    help: `${JIRA_ADMIN} to add it to the allowed domains.`,
  },
  ORGANIZATION_NOT_ALLOWED: {
    why: 'The rules of this service project don’t let customers be added to one of these organizations.',
    help: 'Leave it out, or ask a Jira administrator to allow it.',
  },
  ORGANIZATION_NOT_CHECKED: {
    why: 'This service project has more than 2,000 organizations, and one that you chose isn’t among the first 2,000, so it couldn’t be checked.',
    help: 'Leave it out, or ask a Jira administrator to choose it in the rules of this service project.',
  },
  EXISTING_ACCOUNT_NOT_ALLOWED: {
    why: 'This person has an Atlassian account, and the rules of this service project let only portal customers be added.',
    help: `${JIRA_ADMIN} to allow people who have an Atlassian account.`,
  },
  ACCOUNT_NOT_ELIGIBLE: {
    why: 'The account with this email address can’t be a customer: it is deactivated, an app’s, or of an unknown kind.',
    help: 'Ask a site admin to look at the account.',
  },
  AGENT_QUOTA_REACHED: {
    why: 'You have asked for as many new accounts today as one agent may in this service project.',
    help: `${TOMORROW}, or ask a Jira administrator to raise the daily quota per agent.`,
  },
  RULES_QUOTA_REACHED: {
    why: 'Automation rules have asked for as many new accounts today as they may in this service project.',
    help: `${TOMORROW}, or ask a Jira administrator to raise the daily quota of rules.`,
  },
  SITE_QUOTA_REACHED: {
    why: 'As many new accounts were asked for today as may be on this whole site.',
    help: `${TOMORROW}, or ask a Jira administrator to raise the daily quota of the site.`,
  },
};

/** Why the rules of a service project say no to one person, and who can help. */
export function customerRuleText(rule: CustomerRefusal): Refusal {
  return texts[rule];
}

/** Tells whether a stored code is a rule that this version knows. */
export function isCustomerRule(code: string): code is CustomerRefusal {
  return Object.hasOwn(texts, code);
}
