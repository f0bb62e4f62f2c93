// Coverage of Jira.
import type { CoverageRow } from '../../coverage/coverage';

export const jiraCoverage: readonly CoverageRow[] = [
  {
    what: 'any of Jira',
    behavior: 'nobody is anonymous: 401, also where Atlassian answers anonymous callers',
    source: 'OpenAPI',
    sure: 'S',
    testedBy: [['unit/sandbox/site/jsm/admission', 'the app needs the scope, and nobody is anonymous']],
  },
  {
    what: 'any of Jira',
    behavior:
      'no license of Jira or Jira Service Management and no Jira administration: 403. Portal-only customers too, whom a site may allow more',
    sure: 'S',
    testedBy: [['unit/sandbox/site/jira/users', '%s may not use Jira']],
  },
  {
    what: 'any of Jira',
    behavior: 'an error is `{ errorMessages, errors }`; with fields that are wrong, in `errors` alone',
    source: '[Jira v3]',
    sure: 'D',
    but: 'texts S',
    testedBy: [
      ['unit/sandbox/site/jira/issues', 'refuses %j and names the field'],
      ['unit/sandbox/site/jira/permissions', 'refuses %j'],
    ],
  },
  {
    what: 'any as the app itself',
    behavior:
      'a member of each project by the role [atlassian-addons-project-access]: may browse, create issues, comment. Nothing global, no administration, no license',
    source: 'the page gives it more',
    sure: 'D',
    but: 'a part',
    testedBy: [
      ['unit/sandbox/site/jira/issues', 'is commented on by people and by the app'],
      ['unit/sandbox/site/jira/permissions', '%s with "%s" holds %j'],
    ],
  },
  {
    what: 'emails in Jira',
    operations: ['getCurrentUser', 'getUser', 'findUsers'],
    behavior:
      "to all if the profile shows it to anyone, else only to its owner's own Basic client, and left out; of customers too",
    source: '[profile visibility]',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/jira/users', 'is shown one’s address by one’s own client, not by an app'],
      ['unit/sandbox/site/jira/users', 'is shown without an address'],
      [
        'unit/sandbox/site/jira/users',
        'shows an address that its owner shows to anyone, and finds it by its beginning',
      ],
    ],
  },
  {
    what: 'findUsers',
    operations: ['findUsers'],
    behavior:
      'the beginning of a name; all of an email, in any case, or its beginning if one may see it; active accounts, with and without Jira, customers too; the first 1,000',
    source: '[user search]',
    sure: 'D',
    but: 'without Jira S, lenient',
    testedBy: [
      ['unit/sandbox/site/jira/users', '%s finds the customer'],
      ['unit/sandbox/site/jira/users', '%s does not: part of a hidden address, or no beginning'],
      ['unit/sandbox/site/jira/users', 'finds those without Jira, and nobody who is deactivated'],
    ],
  },
  {
    what: 'findUsers',
    operations: ['findUsers'],
    behavior: 'without "Browse users and groups": 200 and empty; neither or both of `query` and `accountId`: 400',
    source: '[user search]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/jira/users', 'is empty for those who may not browse users']],
  },
  {
    what: 'getUser, getUserGroups',
    operations: ['getUser', 'getUserGroups'],
    behavior: 'without "Browse users and groups" 403, for oneself too; unknown or closed: 404',
    source: '[Jira users]',
    sure: 'D',
    but: 'closed S',
    testedBy: [
      ['unit/sandbox/site/jira/users', 'is hidden from those who may not browse users, and unknown if closed'],
    ],
  },
  {
    what: 'getMyPermissions, getBulkPermissions',
    operations: ['getMyPermissions', 'getBulkPermissions'],
    behavior:
      "ADMINISTER, USER_PICKER, ADMINISTER_PROJECTS, SERVICEDESK_AGENT, BROWSE_PROJECTS, CREATE_ISSUES, ADD_COMMENTS; Jira's other keys: 501; unknown ones: 400",
    source: '[Jira permissions]',
    sure: 'D',
    but: 'a part',
    testedBy: [
      ['unit/sandbox/site/jira/permissions', '%s with "%s" holds %j'],
      ['unit/sandbox/site/jira/permissions', 'must be named, and exist'],
    ],
  },
  {
    what: 'getMyPermissions',
    operations: ['getMyPermissions'],
    behavior:
      "without a context a project's permission is held if any project gives it; a project or issue that one may not browse: 404",
    source: '[Jira permissions]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/jira/permissions', 'must be named, and exist']],
  },
  {
    what: 'getMyPermissions',
    operations: ['getMyPermissions'],
    behavior: 'a Jira administrator administers only projects whose role they have; an agent without a license is none',
    sure: 'S',
    testedBy: [['unit/sandbox/site/jira/permissions', 'end with the licence, the role, the administration']],
  },
  {
    what: 'getBulkPermissions',
    operations: ['getBulkPermissions'],
    behavior:
      'of others: Jira administrators, and not the app itself, 403; unknown projects and issues are ignored; 1,000 each',
    source: '[Jira permissions]',
    sure: 'D',
    but: 'the app S',
    testedBy: [
      ['unit/sandbox/site/jira/permissions', 'are told of others to Jira administrators alone'],
      ['unit/sandbox/site/jira/permissions', 'are told with the projects and issues where they are held'],
    ],
  },
  {
    what: 'findGroups',
    operations: ['findGroups'],
    behavior:
      'case counts unless `caseInsensitive`; without "Browse users and groups" the exact name; without a project to browse nothing; at most 20',
    source: '[Jira groups]',
    sure: 'D',
    but: '20 S',
    testedBy: [
      ['unit/sandbox/site/jira/users', 'minds case unless told otherwise'],
      ['unit/sandbox/site/jira/users', 'gives who may not browse groups an exact match only'],
      ['unit/sandbox/site/jira/users', 'gives nothing to those who may browse no project'],
    ],
  },
  {
    what: 'getProject, getIssue, comments',
    operations: ['getProject', 'getIssue', 'getComments', 'addComment'],
    behavior: 'what one may not browse: 404',
    source: '[Jira issues]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/jira/issues', 'is hidden from those who may not browse its project']],
  },
  {
    what: 'createIssue',
    operations: ['createIssue'],
    behavior:
      '`project`, `issuetype` (`Task`, `[System] Service request`), `summary`, `description` as a document; other fields: 501; may not create there: 400 on `project`',
    source: '[Jira issues]',
    sure: 'D',
    but: 'the code S',
    testedBy: [
      ['unit/sandbox/site/jira/issues', 'gives it the project’s next key, and tells who listens'],
      ['unit/sandbox/site/jira/issues', 'does not model other fields'],
    ],
  },
  {
    what: 'createIssue',
    operations: ['createIssue'],
    behavior: 'automation hears of it before the answer goes out, also if that is lost',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/jira/issues', 'may be lost on the way back and has happened then'],
      ['unit/sandbox/site/jira/issues', 'gives it the project’s next key, and tells who listens'],
    ],
  },
  {
    what: 'addComment',
    operations: ['addComment'],
    behavior:
      '`body` as a document; `properties` with `sd.public.comment` `{ internal: true }` alone, as many clients send it (R); anything else: 501; public on a service desk otherwise',
    source: '[Jira comments]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/jira/issues', 'is commented on by people and by the app']],
  },
  {
    what: 'points, `--quota N`',
    behavior:
      'Jira with Jira Service Management has a count of its own, with `jira-quota-global-based` and `jira-burst-based`',
    source: '[rate limiting of Jira]',
    sure: 'D',
    but: 'that the products count apart, and Jira Service Management with Jira: S',
    testedBy: [['unit/sandbox/site/core/quota', 'counts Jira, with Jira Service Management, apart from Confluence']],
  },
  {
    what: 'getCurrentUser',
    operations: ['getCurrentUser'],
    behavior: 'oneself, with groups if they are asked for',
    source: '[Jira users]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/jira/users', 'is shown one’s address by one’s own client, not by an app']],
  },
];
