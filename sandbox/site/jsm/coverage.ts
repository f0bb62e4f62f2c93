// Coverage of Jira Service Management.
import type { CoverageRow } from '../../coverage/coverage';

export const jsmCoverage: readonly CoverageRow[] = [
  {
    what: 'any of Jira Service Management but getInfo',
    behavior:
      'no agent license: 403 with an empty body, Jira administrators, the app itself and customers included; after sign-in and scopes, before all else',
    source: 'live suite of jira.js',
    sure: 'R',
    but: 'for customers S',
    testedBy: [
      ['unit/sandbox/site/jsm/admission', '$method $path is refused without a word'],
      ['unit/sandbox/site/jsm/admission', 'one may ask what runs there'],
      ['unit/sandbox/site/jsm/admission', 'a Jira administrator is refused like all others'],
    ],
  },
  {
    what: 'any of Jira Service Management',
    behavior: 'an error is `{ errorMessage }`, without `i18nErrorMessage`',
    source: '[JSM intro]',
    sure: 'D',
    but: 'texts S',
    testedBy: [
      ['unit/sandbox/site/jsm/admission', 'a fault strikes them like any other operation'],
      ['unit/sandbox/site/jsm/organizations', 'are added all or not at all'],
    ],
  },
  {
    what: 'getCustomers, removeCustomers',
    operations: ['getCustomers', 'removeCustomers'],
    behavior: 'experimental: without `X-ExperimentalApi: opt-in` 412',
    source: '[JSM intro]',
    sure: 'D',
    but: 'the value exactly so S',
    testedBy: [['unit/sandbox/site/jsm/admission', '$operationId answers 412 without the opt-in']],
  },
  {
    what: 'writes by a browser',
    behavior: 'as in Confluence',
    source: 'Atlassian knowledge base',
    sure: 'S',
    testedBy: [['unit/sandbox/site/jsm/admission', 'a write by a browser needs the header that no form can send']],
  },
  {
    what: 'emails in Jira Service Management',
    operations: ['getCustomers', 'getUsersInOrganization'],
    behavior: 'of portal-only customers to all who may ask; of others as in Jira',
    source: 'examples of the reference',
    sure: 'S',
    but: 'lenient',
    testedBy: [
      ['unit/sandbox/site/jsm/customers', 'who have an Atlassian account keep their address to themselves'],
      ['unit/sandbox/site/jsm/organizations', 'are listed by account id, with the addresses of portal-only customers'],
    ],
  },
  {
    what: 'createCustomer',
    operations: ['createCustomer'],
    behavior: 'anybody but a Jira administrator: 403 in exactly these words ([thread 3237647])',
    source: '[thread 3237647]',
    sure: 'R',
    testedBy: [
      [
        'unit/sandbox/site/jsm/reported-script',
        'an agent finds nobody, may not create the customer, and may add one who is there to an organization',
      ],
    ],
  },
  {
    what: 'createCustomer',
    operations: ['createCustomer'],
    behavior:
      'an address that any account of the site has, in any case, deactivated ones too: 400, with `strictConflictStatusCode=true` 409; no address: 400; without a name the account is called by its address',
    source: '[JSM customer]',
    sure: 'D',
    but: 'Atlassian accounts, missing names S: the schema requires none',
    testedBy: [
      ['unit/sandbox/site/jsm/customers', 'refuses an address %s: 400, or 409 if asked to be strict'],
      ['unit/sandbox/site/jsm/customers', 'without a name calls it by its address'],
    ],
  },
  {
    what: 'createCustomer',
    operations: ['createCustomer'],
    behavior: 'nobody is invited by mail',
    source: 'pages of the data center edition',
    sure: 'S',
    testedBy: [['unit/sandbox/site/jsm/customers', 'makes a portal-only account that may use nothing']],
  },
  {
    what: 'getServiceDesks, getServiceDeskById',
    operations: ['getServiceDesks', 'getServiceDeskById'],
    behavior:
      'those whose project one may browse; another by id: 403; a project in its place as `projectKey:SUP` or `projectId:10010` (R); any other form: 501 or 404',
    source: '[JSM servicedesk]',
    sure: 'D',
    but: 'open access counts for nothing S',
    testedBy: [
      ['unit/sandbox/site/jsm/organizations', '%s sees %j'],
      ['unit/sandbox/site/jsm/organizations', 'are named by id, or by their project'],
    ],
  },
  {
    what: 'getCustomers',
    operations: ['getCustomers'],
    behavior:
      "agents and administrators of that service desk; only those who were added one by one, not the organizations' members; `query` is the beginning of a word of the name, or of an address as in findUsers",
    source: '[JSM servicedesk]',
    sure: 'D',
    but: 'the list S',
    testedBy: [
      ['unit/sandbox/site/jsm/customers', 'are those who were added to it, for its staff'],
      ['unit/sandbox/site/jsm/customers', 'are searched by the beginnings of names and addresses: %s finds %d'],
    ],
  },
  {
    what: 'addCustomers',
    operations: ['addCustomers'],
    behavior:
      'administrators of that service desk, not its agents: 403; unknown, deactivated, app: 400, the others are added',
    source: '[JSM servicedesk]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/site/jsm/customers', 'are added by its administrators alone, again and again'],
      ['unit/sandbox/site/jsm/customers', 'are added as far as they exist, and then 400 is the answer'],
    ],
  },
  {
    what: 'removeCustomers',
    operations: ['removeCustomers'],
    behavior: 'its administrators; open access: 400; who is no customer: 204',
    source: '[JSM servicedesk]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/jsm/customers', 'are removed where access is closed']],
  },
  {
    what: 'getOrganizations, getOrganization',
    operations: ['getOrganizations', 'getOrganization'],
    behavior: "every holder of a license sees all; `accountId` of nobody: 404; a service desk's are for its agents",
    source: '[JSM organization]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/site/jsm/organizations', 'are all listed, page by page'],
      ['unit/sandbox/site/jsm/organizations', 'can be narrowed to those of one account'],
      ['unit/sandbox/site/jsm/organizations', 'of a service desk are for its agents'],
    ],
  },
  {
    what: 'createOrganization',
    operations: ['createOrganization'],
    behavior:
      'agents and administrators of any service desk; a name that is taken, in the same case: 201 with the organization that has it',
    source: '[JSM organization]',
    sure: 'D',
    but: 'the case S',
    testedBy: [
      [
        'unit/sandbox/site/jsm/organizations',
        'are created by the staff of a service desk; a name that is taken gives the one that has it',
      ],
    ],
  },
  {
    what: 'addUsersToOrganization, removeUsersFromOrganization',
    operations: ['addUsersToOrganization', 'removeUsersFromOrganization'],
    behavior:
      'agents and administrators of any service desk, for any organization; unknown account: 400 and nothing is done; `usernames`: 501',
    source: '[JSM organization]',
    sure: 'D',
    but: 'all or nothing S',
    testedBy: [
      ['unit/sandbox/site/jsm/organizations', 'are added all or not at all'],
      ['unit/sandbox/site/jsm/organizations', 'may be changed by agents of any service desk'],
      ['unit/sandbox/site/jsm/organizations', 'are not named by their user names'],
    ],
  },
  {
    what: 'writes to organizations, "Organization management" restricted',
    operations: ['createOrganization', 'addUsersToOrganization', 'removeUsersFromOrganization'],
    behavior: 'Jira administrators alone; off unless a test turns it on',
    source: '[JSM organization]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/jsm/organizations', 'a site can leave organizations to its Jira administrators']],
  },
  {
    what: 'addOrganization',
    operations: ['addOrganization'],
    behavior: 'agents of that service desk; there already: 204',
    source: '[JSM organization]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/jsm/organizations', 'of a service desk are for its agents']],
  },
  {
    what: 'lists of Jira Service Management',
    operations: ['getServiceDesks', 'getCustomers', 'getOrganizations', 'getUsersInOrganization'],
    behavior: '`start`, `limit`; a limit above 50 is cut to it',
    source: '[JSM intro]',
    sure: 'D',
    but: '50 S',
    testedBy: [['unit/sandbox/site/jsm/organizations', 'are all listed, page by page']],
  },
  {
    what: 'getInfo',
    operations: ['getInfo'],
    behavior: 'for everybody who is signed in, without a license too',
    source: 'live suite of jira.js',
    sure: 'R',
    testedBy: [['unit/sandbox/site/jsm/admission', 'one may ask what runs there']],
  },
  {
    what: 'getUsersInOrganization',
    operations: ['getUsersInOrganization'],
    behavior: 'by account id, with the addresses of portal-only customers',
    source: '[JSM organization]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/site/jsm/organizations', 'are listed by account id, with the addresses of portal-only customers'],
    ],
  },
];
