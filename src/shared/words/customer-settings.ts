// Sentences of the page on which Jira administrators set the policies for customers.
import type { CustomerAuditRow } from '../customers/views';
import type { UnavailableCause } from '../result';
import type { Sentence } from './format';

/** Names the page and its tabs. */
export const CUSTOMER_SETTINGS = {
  loading: 'Loading the service projects and the settings',
  projects: 'Service projects',
  audit: 'Audit',
  export: 'Export',
} as const;

/** Holds what only the export about customers says. */
export const CUSTOMER_EXPORT = {
  intro:
    'A file with what this app holds about customers: the rules of service projects, the quota of the site, how many customers were created in a day, and the audit. People are account IDs, never names or emails; of an address, the audit keeps the domain. The audit says that you exported it.',
  elsewhere:
    'What the app holds about groups isn’t in it: a Confluence administrator exports that in the settings of Space Steward in Confluence.',
  name: 'space-steward-customers-{date}',
} as const;

const UNTIL = 'Customers can’t be created until this is fixed.';
const IN_CONFLUENCE = 'in Confluence, in the settings of Space Steward';
const FIX = `Fix this or choose another privileged user ${IN_CONFLUENCE}: they say what to do. Then check again.`;

interface RightWords {
  title: string;
  text: string;
  help: string;
}

/** Says what keeps the privileged user from creating customers, and who can fix it. */
export const JIRA_RIGHTS: Readonly<Record<'notChecked' | 'lacksRight' | 'noJiraAccess', RightWords>> = {
  notChecked: {
    title: 'The privileged user isn’t checked in Jira yet',
    text: 'This app creates customers as the privileged user, who must be a Jira administrator. Customers can’t be created until this is checked.',
    help: 'Check now. It takes a few seconds and changes nothing.',
  },
  lacksRight: {
    title: 'The privileged user isn’t a Jira administrator',
    text: `Creating customers needs the global permission Administer Jira, which this account doesn’t have. ${UNTIL}`,
    help: 'A site admin can make the account a Jira administrator in Atlassian Administration; or add it to a group that has this permission under global permissions in Jira’s settings. Then check again.',
  },
  noJiraAccess: {
    title: 'Forge won’t act for the privileged user in Jira',
    text: `Atlassian doesn’t say why. ${UNTIL}`,
    help: 'Share the app with this site in the developer console, or add this person as a contributor of the app. Make sure that they have access to Jira, and have them open Space Steward there once. Then check again.',
  },
};

/** Says that the privileged user can't be used at all. */
export const RIGHT_UNAVAILABLE = {
  notChosen: 'Choose a privileged user',
  title: 'The privileged user can’t be used',
  text: `{cause} ${UNTIL}`,
} as const;

/** Says how to fix it, by cause. */
export const RIGHT_HELP: Readonly<Record<UnavailableCause, string>> = {
  notConfigured: `Choose one ${IN_CONFLUENCE}, or ask a Confluence administrator to. Then check again.`,
  legacy: `Choose one ${IN_CONFLUENCE}, or ask a Confluence administrator to. Then check again.`,
  waiting: `Ask that person to accept ${IN_CONFLUENCE}. Then check again.`,
  lacksPermission: FIX,
  deactivated: FIX,
  left: FIX,
  noAppAccess: FIX,
  unsupportedAccountType: FIX,
  notApproved: FIX,
  notKnown: FIX,
};

/** Holds the words of the check of the privileged user. */
export const RIGHT_CHECK = {
  person: 'Privileged user:',
  checkNow: 'Check now',
  checkAgain: 'Check again',
  works: 'The privileged user is a Jira administrator. Last checked: {at}.',
  lastChecked: 'Last checked: {at}.',
} as const;

/** Holds the words of the list of service projects. */
export const PROJECTS = {
  title: 'Service projects',
  intro:
    'Where you allow it, agents create customers for the portal of their service project. The app does this as the privileged user, within the rules that you set here.',
  none: 'No service projects',
  noneHelp:
    'Jira Service Management projects that you can open in Jira are listed here. Ask an administrator of the project to give you access, or create one, then reload this page.',
  previous: 'Previous projects',
  next: 'Next projects',
  project: 'Project',
  key: 'Key',
  enabled: 'Creating customers',
  rules: 'With automation rules',
  actions: 'Actions',
  open: 'Open',
  on: 'On',
  off: 'Off',
} as const;

/** Holds the words of the site's daily quota. */
export const SITE_QUOTA = {
  title: 'Daily quota of the site',
  used: 'New accounts requested today: {used} of {daily}. Resets {resets}.',
  label: 'New accounts a day on this site',
  help: 'In all service projects together, by agents and by automation rules. 0 means nobody can create any.',
  save: 'Save quota',
  saved: 'Daily quota saved',
} as const;

/** Holds the words of the rules of one service project. */
export const POLICY = {
  title: 'Customers of {name} ({key})',
  back: 'Back to all projects',
  loading: 'Loading the rules',
  save: 'Save rules',
  saved: 'Rules saved',
  notSaved: 'Nothing is saved yet. Correct the highlighted fields above.',
} as const;

/** Holds the words of the choice of who can create customers. */
export const CREATORS = {
  switch: 'Creating customers',
  switchText: 'Let agents create customers in this project',
  switchHelp:
    'They find it in the navigation of the project, and their scripts can use the app’s REST API. It takes effect when you save.',
  title: 'Who can create customers',
  label: 'Agents who can create customers',
  agents: 'Every agent of the project',
  groups: 'Agents who are in certain groups',
  noGroup: 'No groups chosen yet.',
  chosen: 'Groups chosen: {names}',
  remove: 'Remove {name}',
  add: 'Add {name}',
  search: 'Find groups',
  searchHelp: 'Part of the name. Shows up to 50 groups.',
  noneFound: 'No group has “{text}” in its name. Try another part of the name.',
  allChosen: 'Every group found is already chosen.',
  found: 'Found:',
  required: 'Choose at least one group.',
} as const;

/** Holds the words of the allowed email domains. */
export const DOMAINS = {
  title: 'Email domains',
  allowed: 'Allowed domains',
  allowedHelp:
    'One per line, such as example.com. *.example.com stands for every domain below it, not for example.com itself. Empty: every domain that isn’t denied.',
  denied: 'Denied domains',
  deniedHelp: 'One per line. A denied domain stays denied even if it’s allowed above.',
} as const;

/** Holds the words of the organizations that customers can be added to. */
export const ORGANIZATIONS = {
  title: 'Organizations',
  label: 'Organizations that customers can be added to',
  help: 'The app adds customers to organizations as the agent: agents who can’t do that in Jira can’t do it here.',
  none: 'None',
  ofProject: 'Every organization of the project',
  listed: 'Certain organizations',
  noneYet: 'This project has no organizations yet. Add them in the project, then reload this page.',
  required: 'Choose at least one organization.',
} as const;

/** Holds the words of the quota, the kinds of accounts, and the access that they get. */
export const ACCOUNTS = {
  title: 'Accounts',
  daily: 'New accounts a day for each agent',
  dailyHelp: 'Resets {resets}. The daily quota of the site applies as well.',
  addToProject: 'Customers of the service project',
  addToProjectText: 'Add everyone to the customers of this service project',
  addToProjectHelp: 'They can then raise requests in its portal, even if the portal is only for its customers.',
  existing: 'People who have an Atlassian account',
  existingText: 'Let agents add people who have an Atlassian account',
  existingHelp:
    'Colleagues, for example. Nothing is created for them: they’re added to the service project and to organizations, and see there what customers see. Off: portal customers only.',
} as const;

/** Holds the words of the limits of automation. */
export const AUTOMATION = {
  title: 'Automation rules',
  switch: 'Automation rules',
  switchText: 'Let automation rules create customers in this project',
  switchHelp:
    'A rule acts for the owner of its connection, who must be allowed to create customers here. Anyone who can trigger the rule creates customers as that person.',
  alsoOff: 'Automation rules can’t create customers either while creating customers is off in this project.',
  daily: 'People a day for all rules of this project',
  dailyHelp: 'Requested by rules so far today: {used}. Resets {resets}.',
} as const;

/** Holds the words of the audit of customers. */
export const CUSTOMER_AUDIT = {
  title: 'Who did what',
  moreProjects: 'Load more projects to filter by',
  project: 'Service project',
  oneProject: 'Project {projectId}',
  namedProject: '{name} ({key})',
  oneOrganization: 'Organization {organizationId}',
  customer: 'Customer',
  projectHead: 'Project',
  atDomain: 'someone at {domain}',
} as const;

/** Names the entry point of a request. */
export const VIA: Readonly<Record<NonNullable<CustomerAuditRow['via']>, Sentence & string>> = {
  page: 'on the page in the project',
  rule: 'by an automation rule',
  api: 'by a script',
};
