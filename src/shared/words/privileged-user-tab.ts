import type { Check, PrivilegedUserState } from '../broker/views';
import type { UnavailableCause } from '../result';
import type { Sentence } from './format';

const NOT_ALLOWED = 'This account can’t create groups.';
const READ_ONLY = 'Until this is fixed, the space pages are read-only.';

/** Describes the checks of the privileged user, by name. */
export const CHECKS: Readonly<Record<Check['name'], string>> = {
  account: 'Active account of a person',
  impersonation: 'Acting as this account',
  siteAdminGroup: 'Membership of a site administrators’ group',
  writeTest: 'Creating and deleting groups',
};

/** Labels the lozenge of a check. */
export const CHECK_OUTCOMES: Readonly<Record<Check['outcome'], string>> = {
  passed: 'Passed',
  failed: 'Failed',
  hint: 'Note',
  unclear: 'Couldn’t be checked',
  notRun: 'Not run',
};

/** Says why a check failed. Undefined: the cause doesn't concern the checked account. */
export const CHECK_CAUSES: Readonly<Record<UnavailableCause, string | undefined>> = {
  notConfigured: undefined,
  legacy: undefined,
  waiting: undefined,
  notKnown: undefined,
  deactivated: 'The account is deactivated.',
  left: 'The account isn’t on this site.',
  unsupportedAccountType: 'This is an app, service or customer account. Choose a person.',
  noAppAccess:
    'Forge won’t act for this person. Share the app with this site or add them as a contributor, and have them open the app once.',
  notApproved: 'A site administrator hasn’t approved what this app asks for.',
  lacksPermission: `${NOT_ALLOWED} It needs the rights of a site administrator.`,
};

interface Banner {
  title: string;
  text: string;
  help: string;
}

type Unusable = Extract<PrivilegedUserState, { name: 'unusable' }>['cause'];

/** Says what is wrong with the privileged user, and how to fix it. A healthy one doesn't have a banner, and a pause has its own. */
export const BANNERS: Readonly<
  Record<Exclude<PrivilegedUserState['name'], 'healthy' | 'paused' | 'unusable'> | Unusable, Banner>
> = {
  notConfigured: {
    title: 'Choose a privileged user',
    text: 'Nobody is chosen yet, so the space pages are read-only.',
    help: 'Choose an account on the Setup tab. It takes a minute.',
  },
  legacy: {
    title: 'Token access ended: choose a privileged user',
    text: 'Access with an email address and an API token ended on Monday 8 December 2025. Both are still stored here, and the token can’t be migrated. Until a user is chosen, the space pages are read-only.',
    help: 'Choose an account on the Setup tab. The stored email address and token are then deleted.',
  },
  waiting: {
    title: 'Waiting for acceptance',
    text: 'The person who is asked must open this page and accept before the app acts as them. Until then, the space pages are read-only.',
    help: 'Tell them to open this page, or cancel the request.',
  },
  lacksPermission: {
    title: 'The privileged user can’t manage groups',
    text: `Atlassian refuses to let this account create groups and edit their members: it lacks the rights of a site administrator. ${READ_ONLY}`,
    help: 'Make the account a site administrator in Atlassian Administration and check again, or choose another privileged user on the Setup tab.',
  },
  notApproved: {
    title: 'Permissions of this app await approval',
    text: `This version of the app asks for permissions that a site administrator hasn’t approved yet. ${READ_ONLY}`,
    help: 'Approve them in Atlassian Administration, under the connected apps of this site, and check again.',
  },
  deactivated: {
    title: 'The privileged user’s account is deactivated',
    text: `The app can’t act as a deactivated account. ${READ_ONLY}`,
    help: 'Reactivate the account in Atlassian Administration and check again, or choose another privileged user on the Setup tab.',
  },
  left: {
    title: 'The privileged user is no longer on this site',
    text: `The account was removed from the site or closed. ${READ_ONLY}`,
    help: 'Choose another privileged user on the Setup tab.',
  },
  noAppAccess: {
    title: 'Forge won’t act for the privileged user',
    text: `Atlassian doesn’t say why. ${READ_ONLY}`,
    help: 'Share the app with this site in the developer console, or add this person as a contributor of the app. Make sure that they have access to Confluence, and have them open Space Steward once. Then check again, or choose another privileged user on the Setup tab.',
  },
  unsupportedAccountType: {
    title: 'The privileged user isn’t a person’s account',
    text: `The app can’t act as an app, a service account or a portal customer. ${READ_ONLY}`,
    help: 'Choose a person as the privileged user on the Setup tab.',
  },
};

/** Holds the other words about the privileged user, on the Setup tab. */
export const PRIVILEGED_USER = {
  heading: 'Privileged user',
  intro:
    'Space admins create groups and edit their members here. Confluence allows that to site administrators only, so the app acts as one account that you choose: the privileged user.',
  openAdministration: 'Open Atlassian Administration',
  chosenBy: 'Chosen by',
  chosenOn: 'Chosen on {when} by',

  // Checks.
  checks: 'Checks',
  noCheck: 'No check has run yet.',
  lastChecked: 'Last checked: {when}.',
  checkNow: 'Check now',
  checkNowHelp: 'Creates an empty test group as this account and deletes it. Nothing is created when this page opens.',
  passedOn: 'On {when}.',
  hint: 'Not a member of one. That alone isn’t a fault: other administrators may manage groups too.',
  unclearForge:
    'Forge refused to act for this account. That can pass, so it counts only if it happens again: check again in a minute.',
  unclear: 'Atlassian didn’t give a clear answer. Try again in a minute.',
  writeTestNotRun:
    'Runs when an account is saved, when you check now, after a refusal, and every week, if the checks before it pass.',
  notRun: 'Not tried, because a check before it didn’t pass.',
  cantCreate: NOT_ALLOWED,
  saidNo: 'Atlassian said no.',
  leftovers: 'Test groups are left over',
  leftoversText:
    'These test groups couldn’t be deleted yet: {names}. The app tries again every day; you can also delete them in Atlassian Administration.',

  // Choosing an account.
  choose: 'Choose an account',
  chooseAnother: 'Choose another account',
  account: 'Account to act as',
  typeName: 'Type a name',
  accountHelp: 'It needs the rights of a site admin. If you pick somebody else, they must accept first.',
  pickFirst: 'Pick a person first.',
  save: 'Check and save',
  saving: 'Checking the account. This takes a few seconds.',
  saveHelp: 'The check creates an empty test group and deletes it. Nothing is stored unless every check passes.',
  notChecked: 'This account couldn’t be checked. Nothing was stored',
  cantUse: 'This account can’t be used. Nothing was stored',
  notPassed: 'A check didn’t pass.',
  tryAnother: '{why} Pick another account, or fix this one and try again.',
  saved: 'Privileged user saved and working',
  savedWaiting: 'Saved. That person must accept now',
  replaceTitle: 'Replace the pending request?',
  replace: 'Replace request',
  waitingFor: 'Waiting for an answer from:',
  replaceText: 'If the account that you picked passes its checks, this person can no longer accept.',

  // A request to a nominee.
  requestTitle: 'Somebody is asked to take over',
  requestText: 'Until this person accepts, everything stays as it is.',
  whoAccepts: 'Who must accept:',
  requestedOn: 'Asked on {when} by',
  cancelRequest: 'Cancel the request',
  youTitle: 'You’re asked to be the privileged user',
  youText:
    'If you accept, the app can use your account’s rights whenever a space admin changes a group of their own space, or an agent of a service project creates a customer in Jira, also while you aren’t signed in. A Confluence administrator can end this at any time.',
  youCheck: 'Accepting runs a check: it creates an empty test group as you and deletes it.',
  accept: 'Accept',
  decline: 'Decline',
  acceptedTitle: 'You’re the privileged user now',
  acceptedText: 'Every check passed, and space admins can change their groups. You don’t need to do anything else.',
  declinedTitle: 'You declined',
  nothingTitle: 'There isn’t anything to accept anymore',
  endedText: 'The app doesn’t act as you. The person who asked you can choose somebody else.',

  // Removing.
  removeOpen: 'Remove privileged user',
  removeTitle: 'Remove the privileged user?',
  remove: 'Remove',
  removeText:
    'The app stops acting as this account at once. The space pages are then read-only until somebody is chosen again. Groups and their members stay as they are.',

  // The email address and token of older versions.
  stored: 'Stored credentials',
  storedText:
    'An email address and an API token from before Monday 8 December 2025 are still stored. The app doesn’t use them.',
  storedChosen:
    'They couldn’t be deleted yet. The app tries again whenever this page is opened; you can also delete them now.',
  storedNotChosen: 'Choosing a privileged user deletes them; you can also delete them now.',
  storedDelete: 'Delete stored credentials',
  storedTitle: 'Delete the stored credentials?',
  storedConfirm: 'Delete',
  storedConfirmText:
    'The stored email address and API token are deleted from this app; they can’t be restored and aren’t needed. Deleting them doesn’t revoke the token: its owner must do that.',
  revokeTitle: 'Now revoke the old API token',
  revokeText:
    'The stored email address and API token are deleted from this app. That doesn’t revoke the token: it stays valid until its owner revokes it. Ask the owner to sign in and do so at {link}.',
  revoked: 'I revoked it',
  revokedTitle: 'Old API token revoked',
  revokedText: 'Admins aren’t asked about it anymore. The audit says who confirmed it.',
  close: 'Close',

  // What the account is used for.
  purpose: 'What the account is used for',
  inConfluence: 'In Confluence, the app acts as this account only to:',
  inJira:
    'In Jira, if the app is connected there, this account is a Jira administrator, and a Jira administrator allows it for a service project, the app acts as this account only to:',
  nothingElse:
    'Nothing else: it never reads or writes pages, settings or email as this account, and doesn’t store a password or token. Atlassian’s own log names this account for every such change; the Audit tab here says who requested it.',
} as const satisfies Record<string, Sentence>;

export const PURPOSES_IN_CONFLUENCE = [
  'create a group',
  'delete a group',
  'add people to a group and remove them from it',
  'look up which groups give access, and whether a group or a member is there',
  'check that all this still works',
] as const;

export const PURPOSES_IN_JIRA = [
  'create portal-only customers',
  'look up the account of an email address that an agent wants to add',
  'make people customers of the service project',
  'check that the account is a Jira administrator',
] as const;
