// Coverage of app REST APIs.
import type { CoverageRow } from '../../coverage/coverage';

export const appRestCoverage: readonly CoverageRow[] = [
  {
    what: 'switched on',
    behavior:
      'here yes; on a real site not until an admin does so in Connected apps. `createSandbox({ appRestApis: false })`, `sandbox.forge.appRest.setEnabled(…)`',
    source: '[admin controls]',
    sure: 'differs',
    but: 'on purpose',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'refuses all while the site has app REST APIs switched off']],
  },
  {
    what: 'switched off',
    behavior: '403',
    source: "a third party's integration tests",
    sure: 'R',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'refuses all while the site has app REST APIs switched off']],
  },
  {
    what: 'a token',
    behavior: "for one person, an hour on the sandbox's clock; no refresh tokens",
    source: '[access to app REST APIs]',
    sure: 'D',
    but: 'how it is got is ours',
    testedBy: [
      ['unit/sandbox/forge/app-rest/app-rest', 'knows a token for an hour'],
      ['unit/sandbox/forge/app-rest/consent', "gives a person's token, which opens a route and nothing else"],
    ],
  },
  {
    what: 'no token, a made-up or expired one, an API token',
    behavior: '401 `{ code, message }`',
    source: '[access to app REST APIs]',
    sure: 'D',
    but: 'the body S',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'knows a token for an hour']],
  },
  {
    what: 'without `read:forge-app:jira`',
    behavior: '401 "scope does not match"',
    source: '[report 98866]',
    sure: 'R',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'refuses a token without %s']],
  },
  {
    what: "without one of the route's scopes",
    behavior: 'the same; all that the route names are needed',
    source: '"the scopes this API maps to"',
    sure: 'S',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'refuses a token without %s']],
  },
  {
    what: 'a person who is deactivated or lost Jira',
    behavior: '403',
    source: 'only members of the site',
    sure: 'S',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'refuses %s, who consented once']],
  },
  {
    what: 'an unknown path or method, another app or environment',
    behavior: '404',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/forge/app-rest/app-rest', 'is not there under another app, another environment, or without Jira'],
      ['unit/sandbox/forge/app-rest/app-rest', '%s %s: %i'],
    ],
  },
  {
    what: 'paths',
    behavior: '`*` is one segment, `**` one or more; the first route that fits',
    source: '[dynamic paths]',
    sure: 'D',
    but: 'the order S',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', '%s %s: %i']],
  },
  {
    what: 'what the function gets',
    behavior:
      '`{ method, path, headers: { name: [value] }, queryParameters: { name: [values] }, body? }` as a web trigger does',
    source: "`@forge/api`'s web trigger types; apps with routes expect such a shape",
    sure: 'S',
    testedBy: [
      ['unit/sandbox/forge/app-rest/app-rest', 'gets method, path, headers, query and body, but not the token'],
    ],
  },
  {
    what: 'what the function gets',
    behavior:
      "`path` begins after the app's address, header names are lower case, credentials are left out, an empty body too",
    source: 'the same types',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/forge/app-rest/app-rest', 'gets method, path, headers, query and body, but not the token'],
      ['unit/sandbox/forge/app-rest/app-rest', 'has no body if none was sent'],
    ],
  },
  {
    what: 'who calls',
    behavior:
      '`context.principal.accountId`, the person who consented; `asUser()` is that person. Headers that a client sends are never taken for it',
    source: '[arguments]',
    sure: 'D',
    but: 'in general; for routes S',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'acts as whoever consented, within 25 seconds']],
  },
  {
    what: 'what the function answers',
    behavior:
      "`{ statusCode, headers?, body? }`, 200 to 599, text, headers as lists of values, as a web trigger's ([web trigger]): another shape is 500; unknown properties are ignored; `Set-Cookie` is left out",
    source: '[handlers]',
    sure: 'D',
    but: 'the details S',
    testedBy: [
      ['unit/sandbox/forge/app-rest/app-rest', 'may be %s'],
      ['unit/sandbox/forge/app-rest/app-rest', 'may not be %s'],
      ['unit/sandbox/forge/app-rest/app-rest', 'sets no cookies'],
    ],
  },
  {
    what: 'a throw, a time-out (25 s), any other answer',
    behavior: '500 "Invocation failed" with a trace id; the log says more',
    source: 'the questions of [handlers]',
    sure: 'D',
    but: 'the status S',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'is hidden if it is a throw or comes too late']],
  },
  {
    what: 'size',
    behavior: 'a request of 5 MB at most: 413; an answer as well: 500',
    source: '[invocation limits]',
    sure: 'D',
    but: "the codes and the answer's limit S",
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'takes JSON of at most 5 MB']],
  },
  {
    what: 'a body that is not `application/json`',
    behavior: "415; whether it is JSON is the app's business",
    source: '[apiRoute]',
    sure: 'D',
    but: 'the code S',
    testedBy: [['unit/sandbox/forge/app-rest/app-rest', 'takes JSON of at most 5 MB']],
  },
];
