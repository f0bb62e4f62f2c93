// Names who may ask for an operation, and what it is. A role or an operation without words doesn't compile.
import type { Requirement } from '../../src/broker/access';
import type { operations } from '../../src/entry/call/operations';
import { ACTIONS } from '../../src/shared/words/audit';
import { CUSTOMER_ACTIONS } from '../../src/shared/words/customer-audit';

/** `noDoor`: nobody asks for it by itself. */
type Needs = Requirement | 'noDoor';

export const ROLES: Readonly<Record<Needs, string>> = {
  spaceAdmin: 'An admin of the space, as Confluence says now',
  confluenceAdmin: 'A Confluence administrator',
  siteAdmin: 'A Confluence administrator who confirmed within the hour that they’re a site admin',
  nominee: 'Whoever is asked to be the privileged user',
  supportReader: 'A support reader, whom a Confluence administrator named, or such an administrator',
  globalPageVisitor: 'A Confluence administrator, a support reader or a nominee',
  signedIn: 'Everybody signed in',
  agent: 'An agent of the service project, as Jira says now, in a named group if there are any',
  jiraAdmin: 'A Jira administrator',
  noDoor: 'Nobody by itself: a step of another one, or the app',
};

type Name = keyof typeof operations;
type Worded = keyof typeof ACTIONS | keyof typeof CUSTOMER_ACTIONS;

const READS: Readonly<Record<Exclude<Name, Worded>, string>> = {
  openGlobalPage: 'Open the global page',
  readConfiguration: 'Read settings, groups and audit, find groups, and make plans of taking over',
  readSupport: 'Read the migration status',
  readSpace: 'Read the space’s groups, members and audit, and make plans of changes',
  watchRun: 'See how far their own list of changes has come',
  readCustomerSettings: 'Read policies, quotas and the audit of customers',
  readCustomers: 'Ask, as themselves, whether somebody is a customer',
};

export const WHAT: Readonly<Record<Worded | Name, string>> = { ...ACTIONS, ...CUSTOMER_ACTIONS, ...READS };
