// Sentences of the page on which agents create customers.
import type { AccountResult, OrganizationResult, ProjectOutcome } from '../customers/results';
import { PRODUCTS } from './failures';
import type { Sentence } from './format';

/** Holds the words of the page, its banner, and the rules that it shows before anybody types. */
export const QUEUE_PAGE = {
  loading: 'Loading the rules of this service project',
  title: 'Create customers for {project}',
  off: 'You can’t create customers here right now',
  noPrivilegedUser: 'This app creates customers as the privileged user. None is set up, or the account can’t be used.',
  noPrivilegedUserHelp:
    'Ask a Confluence administrator to open the settings of Space Steward in Confluence: they say what to do.',
} as const;

/** Says what the rules allow. */
export const QUEUE_RULES = {
  addToProject: 'Everyone becomes a customer of this service project.',
  organizationsOnly: 'People are added only to the organizations that you choose, not to this service project itself.',
  existingAccounts: 'You can also add people who have an Atlassian account. Nothing is created for them.',
  portalOnly: 'You can’t add people who have an Atlassian account here.',
  allDomains: 'Email domains: all except those that a Jira administrator denied.',
  domains: 'Email domains: {domains}.',
  quotaOfAgent: 'New accounts: {left} of {daily} left today. Resets {resets}.',
  quotaOfSite: 'New accounts: {left} left today on this whole site. Resets {resets}.',
} as const;

/** Holds the words of the field for a list, and the reasons why a list can't be checked. */
export const LIST_FORM = {
  people: 'People',
  help: 'One person per line, or several separated by commas or semicolons, up to {most}. Write “jane@example.com” or “Jane Doe <jane@example.com>”, or paste cells from a spreadsheet, best with a header such as “Email” and “Name”.',
  empty: 'Enter at least one email address.',
  tooLong: 'Enter at most {most} people at a time. This list has {count}.',
  fault: 'Line {line}: {fault}',
  moreFaults: { one: 'And {n} more line.', other: 'And {n} more lines.' },
  check: 'Check',
  checkHelp: 'Checking doesn’t change anything. It says what will happen to each person.',
  organizations: 'Organizations (optional)',
  organizationsHelp: 'Everyone above is added to each of them, up to {most}.',
  tooManyOrganizations: 'Choose at most {most} organizations.',
  organizationsForbidden:
    'The rules of this service project don’t let customers be added to organizations. A Jira administrator can change that.',
  noOrganizations: 'This service project doesn’t have organizations that customers could be added to.',
} as const;

/** Says what checking found, and what the button would do. */
export const PREVIEW = {
  title: 'What will happen',
  become: 'They become customers of {project}.',
  added: 'They’re added to {organizations}.',
  becomeAndAdded: 'They become customers of {project} and are added to {organizations}.',
  nowhere: 'They aren’t added to a service project or an organization.',
  checked: 'Checked {count}: {found}.',
  checkedSome: 'Checked {count} of {total}: {found}.',
  new: '{n} new',
  withAccount: '{n} with an account',
  leftOut: '{n} left out',
  notUnderstood: { one: '{n} line not understood', other: '{n} lines not understood' },
  merged: { one: '{n} duplicate merged: {named}.', other: '{n} duplicates merged: {named}.' },
  mergedMore: '{named}, and {count} more',
  mention: { one: '{email} (line {lines})', other: '{email} (lines {lines})' },
  add: { one: 'Add {n} customer', other: 'Add {n} customers' },
  create: { one: 'Create {n} customer', other: 'Create {n} customers' },
  createAndAdd: { one: 'Create {created} and add {n} customer', other: 'Create {created} and add {n} customers' },
  creating: 'Creating customers',
  nameNotTaken:
    'Name not taken: the text beside the address may not be a name. To give one, write “Jane Doe <jane@example.com>”.',
  organizationsRefusedTitle: 'You can’t add people to organizations',
  organizationsRefused:
    'Only Jira administrators manage organizations on this site. These people won’t be added to the organizations that you chose. Ask a Jira administrator to add them, or to allow agents to manage organizations.',
  nobody: 'None of these people can be added. Correct the lines and check again, or ask for help as named above.',
  final: 'This app can’t delete an account.',
  leftInList: 'People and lines that are left out stay in the list.',
  line: 'Line {line}',
  lineNotUnderstood: 'Not understood',
  belongs:
    'Account …{tail} belongs to {email}. It takes one of today’s new accounts, because Jira is asked to create it first.',
} as const;

/** Says that the day's quota is too small for the list. */
export const SHORTAGE = {
  ofAgent: {
    one: '{left} of {n} new account left today, and {wanted} needed',
    other: '{left} of {n} new accounts left today, and {wanted} needed',
  },
  ofSite: {
    one: '{n} new account left today, and {wanted} needed',
    other: '{n} new accounts left today, and {wanted} needed',
  },
  allStay: { one: 'The new person stays in the list.', other: 'The {n} new people stay in the list.' },
  firstCreated: { one: 'The first one is created.', other: 'The first {n} are created.' },
  othersStay: { one: 'The other one stays in the list.', other: 'The other {n} stay in the list.' },
  helpOfAgent: 'Come back after {resets}, or ask a Jira administrator to raise the daily limit for each agent.',
  helpOfSite: 'Come back after {resets}, or ask a Jira administrator to raise the daily limit of the site.',
} as const;

/** Says what would happen to one person. */
export const PREVIEWED = {
  willBeCreated: 'Will be created',
  exists: 'Exists',
  existsAsCustomer: 'A portal customer with this address already exists.',
  existsInAtlassian: 'This person has an Atlassian account, which is used as it is.',
  confirm: 'Confirm',
  confirmed: 'Confirmed',
  namedByAddress:
    'Jira hides this account’s email (account …{tail}). Its name is the address, and anybody can choose a name.',
  notAllowed: 'Not allowed',
  unclear: 'Not clear',
  unclearText: 'Couldn’t be checked. {why}',
} as const;

/** Tells the progress, and the end. */
export const PROGRESS = {
  checking: 'Checking',
  creating: 'Creating',
  checkingCount: 'Checking: {done} of {total}.',
  creatingCount: 'Creating: {done} of {total}. Keep this page open until it’s finished.',
  finished: 'Finished: {done} of {total} customers added. New accounts: {created}.',
  added: '{done} of {total} customers added',
  createMore: 'Create more customers',
  backToList: 'Back to the list: {left} left',
  stopped: 'Stopped: {left}',
  notChecked: { one: '{n} person not checked', other: '{n} people not checked' },
  notSent: { one: '{n} person not sent', other: '{n} people not sent' },
  noResult: {
    one: 'No result for {n} person. Sending them again doesn’t repeat anything that’s done',
    other: 'No result for {n} people. Sending them again doesn’t repeat anything that’s done',
  },
  resume: 'Continue',
} as const;

/** Sums up the result for one person. */
export const STANDING = {
  notDone: 'Not done',
  notKnown: 'Not known',
  partly: 'Partly done',
  done: 'Done',
} as const;

/** Tells the result for the account of one person. `{why}`: a sentence. */
export const ACCOUNT_RESULTS = {
  created: 'Account created.',
  existed: 'A portal customer with this address already existed. The account is used as it is.',
  thereNow: 'There’s an account with this address now. We can’t say whether it was created just now.',
  notConfirmed:
    'Jira answered, but the account couldn’t be read afterwards, so nothing else was done. {why} One address never gets two accounts.',
  notAllowed: 'Not allowed. {why}',
  existsNotVisible:
    'Atlassian says that an account with this address exists, but neither you nor the privileged user can see it, so it couldn’t be added. Ask a site admin to look for it in Atlassian Administration.',
  createdNotFound:
    'Atlassian says that it created the account, but it can’t be found yet, so it couldn’t be added. Try again in a few minutes. If it keeps happening, contact a Jira administrator.',
  namedByAddress:
    'Not added. An account with this address exists, and Jira hides which one. The account …{tail} has the address as its name, and anybody can choose a name. Check this person again to confirm it.',
  emailRejected:
    'Atlassian didn’t accept this email address, or an account that it hides already has it. Check the address and try again.',
  failed: 'No account created. {why}',
  unknown:
    'Not known: Jira’s answer was lost, and there isn’t an account yet. It may still come. Try again in a few minutes: one address never gets two accounts.',
  notTried: 'Not tried. Try again.',
} as const satisfies Record<AccountResult['outcome'], Sentence>;

/** Replaces `existed` for an Atlassian account. */
export const EXISTED_IN_ATLASSIAN = 'This person has an Atlassian account. It’s used as it is.';

/** Tells the result for the service project. */
export const PROJECT_RESULTS: Readonly<Record<ProjectOutcome, string>> = {
  added: 'Added to this service project.',
  alreadyThere: 'Already a customer of this service project.',
  notWanted: 'Not added to this service project: its rules leave that out.',
  refused: `Not added to this service project: Atlassian didn’t let the privileged user do it. Ask a Jira administrator to check ${PRODUCTS.Jira.where}.`,
  failed: 'Not added to this service project: something went wrong. Try again.',
  unknown:
    'Not known whether added to this service project: Jira’s answer was lost. Try again; adding twice changes nothing.',
  notTried: 'Not added to this service project yet: not tried. Try again.',
};

/** Tells the result for one organization. */
export const ORGANIZATION_RESULTS = {
  added: 'Added to organization {name}.',
  alreadyThere: 'Already in organization {name}.',
  refused:
    'Not added to organization {name}: Jira doesn’t let you add people to it. Ask a Jira administrator for that permission, or someone who has it.',
  notFound: 'Not added to organization {name}: it no longer exists, or you can’t see it. Ask a Jira administrator.',
  failed: 'Not added to organization {name}: something went wrong. Try again.',
  unknown:
    'Not known whether added to organization {name}: Jira’s answer was lost. Try again; adding twice changes nothing.',
  notTried: 'Not added to organization {name} yet: not tried. Try again.',
} as const satisfies Record<OrganizationResult['outcome'], Sentence>;

/** Follows the failure `RATE_LIMITED` if Atlassian doesn't say how long to wait. */
export const WAIT_A_MINUTE = 'Try again in a minute.';

/** Replaces a failure if the code is a right or a rule. */
export const CHANGED_MEANWHILE = 'A right or a rule changed meanwhile. Reload the page and try again.';
