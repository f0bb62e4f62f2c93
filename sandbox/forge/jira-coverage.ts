// Coverage of an app that can be connected to Jira.
import type { CoverageRow } from '../coverage/coverage';

export const optionalJiraCoverage: readonly CoverageRow[] = [
  {
    what: '`app.compatibility`',
    behavior: 'exactly one app is required, and no app that Forge does not know; the sandbox wants Confluence to be it',
    source: '[compatibility]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/forge/jira-manifest', '%s is refused'],
      ['unit/sandbox/forge/jira-manifest', 'with %s is refused'],
    ],
  },
  {
    what: 'a manifest without `app.compatibility`',
    behavior: 'an app for Confluence alone: never connected to Jira, whatever modules it has',
    source: '[compatibility]',
    sure: 'D',
    testedBy: [['unit/sandbox/forge/request-jira', 'is every app whose manifest is for Confluence alone']],
  },
  {
    what: 'not connected: modules of Jira and Jira Service Management, actions, routes',
    behavior: 'as if the manifest had none',
    source: '[compatibility]',
    sure: 'D',
    but: 'actions and routes S',
    testedBy: [
      ['unit/sandbox/forge/jira-modules', '%s is as unknown as any other module'],
      ['unit/sandbox/forge/actions', 'is unknown without a connection to Jira, and if the manifest has none'],
      ['unit/sandbox/forge/app-rest/app-rest', 'is not there under another app, another environment, or without Jira'],
    ],
  },
  {
    what: 'not connected: `requestJira`, as anybody',
    behavior: 'thrown by the package: 403 with a code of our own. An app must not depend on either',
    source: 'Jira is "connected later"; `RequestProductNotAllowedError` in `@forge/api` has 403',
    sure: 'S',
    testedBy: [['unit/sandbox/forge/request-jira', 'a call of Jira throws, whoever it is for, and Confluence goes on']],
  },
  {
    what: '`requestJira` as the user, another account, the app, nobody',
    behavior: 'as `requestConfluence`, but the account must have access to Jira; the site checks the scopes',
    source: '[requestJira]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/forge/request-jira', 'from %s acts for the person present'],
      ['unit/sandbox/forge/request-jira', 'and one of Confluence each look at the access to their own product'],
    ],
  },
  {
    what: '`requestJira` for a portal-only customer',
    behavior: 'refused; Atlassian allows it for Jira Service Management since July 2026',
    source: '[CHANGE-3360]',
    sure: 'differs',
    but: 'stricter on purpose',
    testedBy: [['unit/sandbox/forge/request-jira', 'for "%s" is refused before it reaches the site']],
  },
  {
    what: 'a path beyond `/rest/`',
    behavior: '501',
    sure: 'not modeled',
    testedBy: [['unit/sandbox/forge/request-jira', 'stays within the REST API']],
  },
  {
    what: 'a page in Jira',
    behavior: 'for those who may use Jira; nobody signed in arrives as `unidentified`, as in Confluence',
    sure: 'S',
    but: 'lenient on purpose',
    testedBy: [['unit/sandbox/forge/jira-modules', 'opens for those who may use Jira, others run nothing']],
  },
  {
    what: "`installContext`, and the runtime's context, of what runs in Jira",
    behavior:
      "`ari:cloud:jira::site/<cloudId>`; the installation's id and storage are the same, its `contexts` name both",
    source: '[arguments]',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/forge/jira-modules', 'is not the context of Confluence, but of the same installation'],
      ['unit/sandbox/forge/jira-modules', '%s calls its own resolver, in the context of Jira'],
    ],
  },
  {
    what: '`jira:adminPage`',
    behavior: 'one page without, one with `useAsConfig`, one with `useAsGetStarted`',
    source: '`@forge/manifest`',
    sure: 'P',
    testedBy: [['unit/sandbox/forge/jira-manifest', 'may have one page of each kind in the settings of Jira']],
  },
];
