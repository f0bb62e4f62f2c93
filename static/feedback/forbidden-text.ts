import type { ForbiddenReason } from '../../src/shared/result';
import { SETTINGS_IN_JIRA } from './product';

/** Why the rules say no, and what to do or whom to ask. Both are whole sentences. */
export interface Refusal {
  why: string;
  help: string;
}

const SITE_ADMIN = 'Ask a site administrator.';
const CONFLUENCE_ADMIN = 'Ask a Confluence administrator.';
const SWITCH_ON = `Ask a Jira administrator to switch it on in ${SETTINGS_IN_JIRA}.`;

/** The sentences for a person whom the rules stop before anything about a group is looked at. */
const accessText = {
  NOT_SIGNED_IN: { why: 'You are not signed in.', help: 'Sign in and open this page again.' },
  NOT_SPACE_ADMIN: {
    why: 'Only people who administer this space may use this page, and you do not.',
    help: 'Ask an admin of this space to do it for you, or to give you the permission. If you do administer it, your site may use space roles only: ask a Confluence administrator to choose another permission under Rules.',
  },
  NOT_CONFLUENCE_ADMIN: {
    why: 'Only Confluence administrators may do this, and you are not one.',
    help: CONFLUENCE_ADMIN,
  },
  NOT_SITE_ADMIN: {
    why: 'Only a site admin may do this, and you haven’t confirmed within the last hour that you’re one.',
    help: 'Confirm it under Groups in the settings of this app, or ask a site admin.',
  },
  NOT_SUPPORT_READER: {
    why: 'Only Confluence administrators, and people whom they name in the rules, may read the support report.',
    help: CONFLUENCE_ADMIN,
  },
  NOT_NOMINATED: {
    why: 'Nobody is asking you to be the privileged user any more: the request was withdrawn, answered, or is for somebody else.',
    help: 'Reload the page to see where it stands.',
  },
  TOO_MANY_REFUSALS: {
    why: 'You were refused many times within a minute, so the app no longer looks at what you ask.',
    help: 'Wait a minute and try again.',
  },
} satisfies Partial<Record<ForbiddenReason, Refusal>>;

/** The sentences about a group, a space or an account. */
const subjectText = {
  GROUP_OF_ANOTHER_SPACE: {
    why: 'This group does not belong to this space, or no longer does.',
    help: 'Reload the page. If it should belong here, ask a site admin to take it over or move it here.',
  },
  GROUP_MANAGED_OUTSIDE: {
    why: 'This group is managed elsewhere: by your identity provider or as an Atlassian team.',
    help: 'Change it there, or ask a site administrator.',
  },
  GROUP_GIVES_ADMIN_ACCESS: { why: 'This group gives admin access, so this app never touches it.', help: SITE_ADMIN },
  GROUP_GIVES_PRODUCT_ACCESS: {
    why: 'This group gives access to an Atlassian product, and no site administrator has acknowledged that for this app.',
    help: 'Ask a site admin to take over the group with that acknowledgement.',
  },
  GROUP_NAME_RESERVED: {
    why: 'This name is kept for groups of Atlassian itself or of administrators.',
    help: 'Choose another name.',
  },
  GROUP_BLOCKED: {
    why: 'This group is on the list of groups that nobody may touch with this app.',
    help: CONFLUENCE_ADMIN,
  },
  GROUP_NOT_DELETABLE: {
    why: 'This group was taken over: it existed before, and space admins may not delete it.',
    help: 'Ask a site admin to allow deleting it, or to delete it.',
  },
  PROTECTION_UNKNOWN: {
    why: 'The app could not find out whether this group gives admin access, so it leaves the group alone.',
    help: 'Try again in a few minutes. If it goes on, ask a Confluence administrator.',
  },
  PERSONAL_SPACE_OFF: { why: 'This app is switched off in personal spaces.', help: CONFLUENCE_ADMIN },
  PERSONAL_SPACE_NO_CREATE: {
    why: 'No groups can be created in a personal space.',
    help: 'Ask a site admin to take over an existing group for it.',
  },
  SPACE_NOT_CURRENT: {
    why: 'This space is archived or in the trash.',
    help: 'Restore the space first, or ask a Confluence administrator.',
  },
  ACCOUNT_NOT_ELIGIBLE: {
    why: 'This account can’t be a member here: it is deactivated, an app, a portal customer, or not on this site.',
    help: 'Pick another person, or ask a site administrator to activate the account.',
  },
  PRIVILEGED_USER_CHANGED: {
    why: 'The privileged user was replaced while this was running.',
    help: 'Try again: the rest is done with the new one.',
  },
  CHANGED_MEANWHILE: {
    why: 'The group, its space, or the rule for names changed while this was running.',
    help: 'Look at it again, then try again.',
  },
  PRIVILEGED_USER_STAYS: {
    why: 'This is the privileged user, whom this app never removes from a group.',
    help: SITE_ADMIN,
  },
  PRIVILEGED_USER_NOT_ADDED: {
    why: 'This is the privileged user, whom this app never adds to a group: nobody could take them out again with it.',
    help: SITE_ADMIN,
  },
} satisfies Partial<Record<ForbiddenReason, Refusal>>;

/** The sentences about customers of a service project. */
const customerText = {
  NOT_JIRA_ADMIN: {
    why: 'Only Jira administrators may do this, and you are not one.',
    help: 'Ask a Jira administrator.',
  },
  NOT_AGENT: {
    why: 'Only agents of this service project may do this, and you are not one.',
    help: 'Ask an agent to do it for you, or an administrator of the project to make you an agent.',
  },
  CUSTOMERS_OFF: { why: 'Creating customers is switched off in this service project.', help: SWITCH_ON },
  RULES_OFF: {
    why: 'Creating customers with automation rules is switched off in this service project.',
    help: SWITCH_ON,
  },
  NOT_IN_CUSTOMER_GROUP: {
    why: 'Only agents who are in certain groups may create customers in this service project, and you are in none of them.',
    help: 'Ask a colleague who is in one, a site admin to add you to one, or a Jira administrator to change the rules.',
  },
  JIRA_RIGHT_MISSING: {
    why: 'This app creates customers with the rights of the privileged user, and that account is not known to be a Jira administrator.',
    help: `Ask a Jira administrator to look at ${SETTINGS_IN_JIRA}: they say what is missing.`,
  },
} satisfies Partial<Record<ForbiddenReason, Refusal>>;

const texts: Record<ForbiddenReason, Refusal> = { ...accessText, ...subjectText, ...customerText };

export function forbiddenText(reason: ForbiddenReason): Refusal {
  return texts[reason];
}

/** Whether a stored code is a reason that this version knows. */
export function isForbiddenReason(code: string): code is ForbiddenReason {
  return Object.hasOwn(texts, code);
}
