import type { AuditCode, AuditFound, ShownAction } from '../../src/shared/broker/audit';
import type { ForbiddenReason, CustomerRule } from '../../src/shared/result';
import { isForbiddenReason, REASONS } from '../../src/shared/words/reasons';
import { customerRuleText, isCustomerRule } from '../feedback/customer-rule-text';

const FOUND: Readonly<Record<AuditFound, string>> = {
  member: 'They were a member then; nobody knows whether by this request.',
  notMember: 'They weren’t a member then; nobody knows whether by this request.',
  group: 'A group of this name or id existed then; nobody knows whether this request left it so.',
  noGroup: 'There was no such group then; nobody knows whether by this request.',
};

/** Actions about one customer. Some codes mean something else there. */
const CUSTOMER_ACTIONS: readonly ShownAction[] = [
  'createCustomer',
  'findCustomer',
  'addToProject',
  'addToOrganization',
];

/** Reasons whose sentences speak to the person who was refused: here somebody else reads them. */
const ABOUT_OTHERS: Readonly<Partial<Record<AuditCode, string>>> = {
  NOT_SIGNED_IN: 'Wasn’t signed in.',
  NOT_SPACE_ADMIN: 'Doesn’t administer the space.',
  NOT_CONFLUENCE_ADMIN: 'Isn’t a Confluence administrator.',
  NOT_SITE_ADMIN: 'Hadn’t confirmed within the hour that they’re a site admin.',
  NOT_SUPPORT_READER: 'May not read the support report.',
  NOT_NOMINATED: 'Wasn’t asked to be the privileged user, or no longer is.',
  TOO_MANY_REFUSALS: 'Was refused many times within a minute.',
  NOT_JIRA_ADMIN: 'Isn’t a Jira administrator.',
  NOT_AGENT: 'Isn’t an agent of the service project.',
  NOT_IN_CUSTOMER_GROUP: 'Is in none of the groups that may create customers in the service project.',
  ORGANIZATION_NOT_CHECKED:
    'The service project has more than 2,000 organizations, and one that was chosen isn’t among the first 2,000, so it couldn’t be checked.',
  AGENT_QUOTA_REACHED: 'Had asked for as many new accounts that day as one agent may.',
};

const CODES: Readonly<Record<Exclude<AuditCode, ForbiddenReason | CustomerRule>, string>> = {
  INVALID_INPUT: 'The app didn’t accept the input.',
  FORBIDDEN: 'The rules of this app didn’t allow it.',
  NOT_FOUND: 'The group or the account wasn’t found.',
  CONFLICT: 'Somebody else was faster, or the name was in use.',
  PRIVILEGED_USER_UNAVAILABLE: 'The privileged user couldn’t be used.',
  CONSENT_MISSING: 'The person hadn’t allowed this app to act for them.',
  ATLASSIAN_REFUSED: 'Atlassian refused it.',
  RATE_LIMITED: 'Atlassian asked this app to slow down.',
  UPSTREAM_UNAVAILABLE: 'Confluence didn’t respond.',
  UPSTREAM_CONTRACT: 'The app didn’t understand Atlassian’s answer.',
  AUDIT_UNAVAILABLE: 'The app couldn’t write its audit, and it changes nothing without that.',
  STORAGE_UNAVAILABLE: 'The app’s storage didn’t respond.',
  INTERNAL: 'The app made a mistake.',
  NOT_ATTEMPTED: 'Not tried: an earlier failure concerned everybody, or the time ran out.',
  ANSWER_LOST: 'The answer was lost.',
  REJECTED: 'Atlassian didn’t accept the request.',
  ACCOUNT_NAMED_BY_ADDRESS: 'Jira hides the account’s email, and its name is the address.',
  AS_EXPECTED: 'This check tries what Atlassian must refuse.',
  SETTLED_LATER: 'The answer was lost. The app looked at the site later.',
  ACCOUNT_CLOSED: 'The person’s Atlassian account was closed.',
  PRIVILEGED_USER_CLOSED: 'The privileged user’s Atlassian account was closed: nobody is the privileged user now.',
  MORE_REFUSALS: 'More refusals of this person within the hour, which aren’t listed one by one.',
};

const CUSTOMER_CODES: Readonly<Partial<Record<AuditCode, string>>> = {
  NOT_FOUND: 'The organization, the project or the account wasn’t found.',
  UPSTREAM_UNAVAILABLE: 'Jira didn’t respond.',
  CONFLICT: 'Atlassian says that an account with this email address exists already.',
  INVALID_INPUT: 'Atlassian didn’t accept the email address.',
  REJECTED: 'Atlassian didn’t accept the email address.',
  SETTLED_LATER:
    'The answer was lost. What came of it can’t be found out without the email address, which the app doesn’t keep.',
};

/** Says why an audit entry ended so. A code that this version doesn't know is shown as stored. */
export function reasonText(code: AuditCode, action: ShownAction): string {
  const isAboutCustomer = CUSTOMER_ACTIONS.includes(action);
  const other = Object.hasOwn(ABOUT_OTHERS, code) ? ABOUT_OTHERS[code] : undefined;
  if (other !== undefined) return other;
  if (isCustomerRule(code) && (isAboutCustomer || !isForbiddenReason(code))) return customerRuleText(code).why;
  if (isForbiddenReason(code)) return REASONS[code].why;
  const ofCustomer = isAboutCustomer && Object.hasOwn(CUSTOMER_CODES, code) ? CUSTOMER_CODES[code] : undefined;
  return ofCustomer ?? (Object.hasOwn(CODES, code) ? CODES[code] : code);
}

/** Says what a look found where the answer was lost, or why a change wasn't tried. */
export function foundText(found: AuditFound | AuditCode, action: ShownAction): string {
  return isFound(found) ? FOUND[found] : reasonText(found, action);
}

function isFound(found: string): found is AuditFound {
  return Object.hasOwn(FOUND, found);
}
