import type { ForbiddenReason } from '../result';

/** The reason why something isn't allowed, and what to do or whom to contact. Both are whole sentences. */
export interface Refusal {
  readonly why: string;
  readonly help: string;
}

/** Says to the person who was refused why. */
export const REASONS: Readonly<Record<ForbiddenReason, Refusal>> = {
  // A person, before anything about a group is looked at.
  NOT_SIGNED_IN: { why: 'You aren’t signed in.', help: 'Sign in and open this page again.' },
  NOT_SPACE_ADMIN: {
    why: 'You don’t administer this space, and only its admins can use this page.',
    help: 'Ask an admin of this space to do it for you, or to give you the permission. If you do administer it, your site may use space roles only: ask a Confluence administrator to choose another permission under Rules.',
  },
  NOT_CONFLUENCE_ADMIN: {
    why: 'Only Confluence administrators can do this, and you aren’t one.',
    help: 'Ask a Confluence administrator.',
  },
  NOT_SITE_ADMIN: {
    why: 'Only a site admin can do this, and you haven’t confirmed within the last hour that you’re one.',
    help: 'Confirm it under Groups in the settings of this app, or ask a site admin.',
  },
  NOT_SUPPORT_READER: {
    why: 'Only Confluence administrators, and people they name in the rules, can read the support report.',
    help: 'Ask a Confluence administrator.',
  },
  NOT_NOMINATED: {
    why: 'Nobody is asking you to be the privileged user anymore: the request was withdrawn, answered, or is for somebody else.',
    help: 'Reload the page to see where it stands.',
  },
  TOO_MANY_REFUSALS: {
    why: 'You were refused many times within a minute, so the app stopped looking at your requests.',
    help: 'Wait a minute and try again.',
  },

  // A group, a space or an account.
  GROUP_OF_ANOTHER_SPACE: {
    why: 'This group doesn’t belong to this space, or no longer does.',
    help: 'Reload the page. If it should belong here, ask a site admin to take it over or move it here.',
  },
  GROUP_MANAGED_OUTSIDE: {
    why: 'This group is managed elsewhere: by your identity provider or as an Atlassian team.',
    help: 'Change it there, or ask a site admin.',
  },
  GROUP_GIVES_ADMIN_ACCESS: {
    why: 'This group gives admin access, so this app never touches it.',
    help: 'Ask a site admin.',
  },
  GROUP_GIVES_PRODUCT_ACCESS: {
    why: 'This group gives access to an Atlassian product, and a site admin hasn’t acknowledged that for this app.',
    help: 'Ask a site admin to take over the group with that acknowledgement.',
  },
  GROUP_NAME_RESERVED: {
    why: 'This name is reserved for Atlassian and administrator groups.',
    help: 'Choose another name.',
  },
  GROUP_BLOCKED: {
    why: 'This group is on the block list of this app.',
    help: 'Ask a Confluence administrator.',
  },
  GROUP_NOT_DELETABLE: {
    why: 'This group was taken over: it existed before, and space admins can’t delete it.',
    help: 'Ask a site admin to allow deleting it, or to delete it.',
  },
  TOO_MANY_GROUPS: {
    why: 'This space already has as many groups as the rules allow.',
    help: 'Delete a group that nobody needs, or ask a Confluence administrator to allow more under Rules in the settings of this app.',
  },
  GROUP_TOO_LARGE: {
    why: 'This group has more than 2,000 members, and the app doesn’t list more than that.',
    help: 'Ask a site admin for the group’s members: Atlassian Administration exports them.',
  },
  PROTECTION_UNKNOWN: {
    why: 'The app couldn’t check whether this group gives admin access, so it leaves the group alone.',
    help: 'Try again in a few minutes. If it keeps happening, contact a Confluence administrator.',
  },
  SPACE_OFF: {
    why: 'This app is turned off in this space.',
    help: 'Ask a Confluence administrator to turn it on under Rules in the settings of this app.',
  },
  PERSONAL_SPACE_OFF: {
    why: 'This app is turned off in personal spaces.',
    help: 'Ask a Confluence administrator.',
  },
  PERSONAL_SPACE_NO_CREATE: {
    why: 'Groups can’t be created in a personal space.',
    help: 'Ask a site admin to take over an existing group for it.',
  },
  SPACE_NOT_CURRENT: {
    why: 'This space is archived or in the trash.',
    help: 'Restore the space first, or ask a Confluence administrator.',
  },
  ACCOUNT_NOT_ELIGIBLE: {
    why: 'This account can’t be a member here: it’s deactivated, an app, a portal customer, or not on this site.',
    help: 'Pick another person, or ask a site admin to activate the account.',
  },
  PRIVILEGED_USER_CHANGED: {
    why: 'The privileged user was replaced while this was running.',
    help: 'Try again: the rest is done with the new one.',
  },
  CHANGES_PAUSED: {
    why: 'A Confluence administrator paused all changes that this app makes.',
    help: 'Wait until they’re resumed, or ask a Confluence administrator.',
  },
  CHANGED_LATER: {
    why: 'This membership was changed again later, so it stays as it is.',
    help: 'Look at the group’s members, then add or remove the person if you still want to.',
  },
  GROUP_TAKEN: {
    why: 'This group belongs to another space already.',
    help: 'Look for it under Groups in the settings of this app, and move it if it should belong to this space.',
  },
  GROUP_TAKEN_LATER: {
    why: 'This group was moved to another space or taken over again later, so it stays as it is.',
    help: 'Look for it under Groups in the settings of this app, and stop managing it there if you still want to.',
  },
  GROUP_NOT_FOUND: {
    why: 'The group no longer exists.',
    help: 'Look for it again by its name.',
  },
  SPACE_NOT_FOUND: {
    why: 'The space no longer exists, or whoever takes the group over can’t see it.',
    help: 'Choose another space, or ask an admin of the space to let you see it.',
  },
  NOT_UNDOABLE: {
    why: 'This can’t be undone: the audit of this space doesn’t show it as an addition or removal that was made.',
    help: 'Look at the group’s members, then add or remove the person if you still want to.',
  },
  CHANGED_MEANWHILE: {
    why: 'The group, its space, or the rule for names changed while this was running.',
    help: 'Look at it again, then try again.',
  },
  REQUESTER_UNAVAILABLE: {
    why: 'The app can’t act for the person who started this anymore: they left, lost access to Confluence, or took back their consent.',
    help: 'Start it again yourself, or ask another admin of the space.',
  },
  PRIVILEGED_USER_STAYS: {
    why: 'This is the privileged user, whom this app never removes from a group.',
    help: 'Ask a site admin.',
  },
  NOT_A_PERSON_STAYS: {
    why: 'This is an app’s account, or Confluence doesn’t say what it is. Clearing a group removes people only.',
    help: 'If the account should go, pick it in the list of members and remove it there.',
  },
  PRIVILEGED_USER_NOT_ADDED: {
    why: 'This is the privileged user, whom this app never adds to a group: nobody could take them out again with it.',
    help: 'Ask a site admin.',
  },

  // Customers of a service project.
  NOT_JIRA_ADMIN: {
    why: 'Only Jira administrators can do this, and you aren’t one.',
    help: 'Ask a Jira administrator.',
  },
  NOT_AGENT: {
    why: 'Only agents of this service project can do this, and you aren’t one.',
    help: 'Ask an agent to do it for you, or an administrator of the project to make you an agent.',
  },
  CUSTOMERS_OFF: {
    why: 'Creating customers is turned off in this service project.',
    help: 'Ask a Jira administrator to turn it on in the settings of Space Steward in Jira (Manage apps > Configure).',
  },
  RULES_OFF: {
    why: 'Creating customers with automation rules is turned off in this service project.',
    help: 'Ask a Jira administrator to turn it on in the settings of Space Steward in Jira (Manage apps > Configure).',
  },
  NOT_IN_CUSTOMER_GROUP: {
    why: 'Only agents who are in certain groups can create customers in this service project, and you aren’t in any of them.',
    help: 'Ask a colleague who is in one, a site admin to add you to one, or a Jira administrator to change the rules.',
  },
  JIRA_RIGHT_MISSING: {
    why: 'This app creates customers with the rights of the privileged user, and that account isn’t known to be a Jira administrator.',
    help: 'Ask a Jira administrator to look at the settings of Space Steward in Jira (Manage apps > Configure): they say what is missing.',
  },
};

/** Tells whether a stored code is a reason that this version knows. */
export function isForbiddenReason(code: string): code is ForbiddenReason {
  return Object.hasOwn(REASONS, code);
}
