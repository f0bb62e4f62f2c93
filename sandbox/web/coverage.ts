// Coverage of the front door's paths besides the pages. Those below `/_sandbox` aren't part of Atlassian’s products.
import type { CoverageRow } from '../coverage/coverage';

export const frontDoorCoverage: readonly CoverageRow[] = [
  {
    what: '`/wiki/…`, `/rest/…`',
    behavior:
      "the REST API, for HTTP Basic `email:token`. Anything else, a bearer token too, is nobody: 401 with `WWW-Authenticate`. The switcher's cookie does not open it",
    sure: 'ours',
    testedBy: [['unit/sandbox/sign-in', 'refuses %s, says how to sign in, and the log shows it']],
  },
  {
    what: '`GET /_sandbox/requests`',
    behavior:
      'recent REST calls, oldest first: `method`, `path`, `operationId` (absent if not modeled), `status`, `points`, `startedAt`, `endedAt`',
    sure: 'ours',
    testedBy: [
      ['unit/sandbox/sandbox', 'lists its people and the calls it got'],
      ['unit/sandbox/site/core/admission', 'has each call with its identity, operation, status and points'],
    ],
  },
  {
    what: '`GET /_sandbox/requests`, `identity`',
    behavior: "`basic`, `user` with `impersonated` and the token's scopes, `app`, or `anonymous`",
    sure: 'ours',
    testedBy: [['unit/sandbox/site/core/admission', 'has each call with its identity, operation, status and points']],
  },
  {
    what: '`DELETE /_sandbox/requests`',
    behavior: 'forgets all calls so far: 204',
    sure: 'ours',
    testedBy: [['unit/sandbox/sandbox', 'forgets the calls it got']],
  },
  {
    what: '`GET /_sandbox/people`',
    behavior: 'who is there',
    sure: 'ours',
    testedBy: [['unit/sandbox/sandbox', 'lists its people and the calls it got']],
  },
  {
    what: '`POST /_sandbox/invoke`',
    behavior:
      '`{ moduleKey, functionKey, payload, context }`: a resolver call as an attacker would make it, as whom the credentials or the cookie name',
    sure: 'ours',
    testedBy: [['unit/sandbox/sandbox', 'lets anybody call a resolver, as whom the cookie or the credentials name']],
  },
  {
    what: '`POST /_sandbox/scheduled`',
    behavior: '`{ moduleKey }`: runs a scheduled trigger now',
    sure: 'ours',
    testedBy: [['unit/sandbox/sandbox', 'answers failures of the app as data']],
  },
  {
    what: '`GET`, `POST /_sandbox/clock`',
    behavior:
      "the sandbox's time, and how far it is ahead of the computer's; `{ days, hours, minutes, seconds }` pass: what is under way ends, then each due event and each tick of a schedule runs in turn",
    sure: 'ours',
    testedBy: [
      [
        'unit/sandbox/clock-control',
        'lets time pass: what is due on the way runs, and what it waits for takes no time',
      ],
    ],
  },
  {
    what: '`POST /_sandbox/reset`',
    behavior:
      'puts site, storage, queue, clock, faults, rules and logs back to the seed, or to the beginning of the open story: 204. Only `npm start` has it; with `--data` the new state is kept',
    sure: 'ours',
    testedBy: [
      ['unit/sandbox/resettable', 'puts site, storage, queue, clock, faults and log back to the seed'],
      ['unit/sandbox/resettable', 'is there at once, and again after each reset'],
    ],
  },
  {
    what: '`POST /_sandbox/story`',
    behavior:
      '`{ story }` puts a story in the place of the site, or with `null` the site without one: 204, or 400. Only `npm start` has it, where no option chose the site',
    sure: 'ours',
    testedBy: [
      ['unit/sandbox/web/stories', 'opens a story, and goes back to the site without one'],
      ['unit/sandbox/web/stories', 'isn’t there on a site without stories'],
      ['integration/scripts/stories', 'puts one in the place of the other, and a reset begins the open one anew'],
    ],
  },
  {
    what: '`GET`, `DELETE /_sandbox/usage`',
    behavior: 'what the functions used, calls apart from consumers and schedules: `{ invocations, ms, gbSeconds }`',
    sure: 'ours',
    testedBy: [['unit/sandbox/clock-control', 'shows what the app used since it was last cleared']],
  },
  {
    what: '`GET /_clock/<milliseconds>.js`',
    behavior:
      "`Date` of a frame of the app, if the sandbox's clock was moved: a script before the app's code; `back-<milliseconds>.js` where it was moved back",
    sure: 'ours',
    testedBy: [
      ['unit/sandbox/web/page-clock', 'has an earlier `Date` where the site begins earlier'],
      ['unit/sandbox/web/page-clock', 'goes by the computer’s time, until the clock is moved'],
      ['unit/sandbox/web/page-clock', 'has a whole `Date`, so much later, from a script that its policy allows'],
    ],
  },
  {
    what: '`POST /_sandbox/faults`',
    behavior:
      'a fault or a list of them, see [faults](sandbox.md#faults): 201 and all that wait; 400 with `error.fields` if one is malformed, and none is added',
    sure: 'ours',
    testedBy: [
      ['unit/sandbox/fault-control', 'takes one fault or a list, lists what is left, and forgets all'],
      ['unit/sandbox/fault-control', 'refuses %s, and adds none'],
    ],
  },
  {
    what: '`GET`, `DELETE /_sandbox/faults`',
    behavior:
      'the faults that wait, with the `times` that are left, and late effects under `waiting`; forgets all of them',
    sure: 'ours',
    testedBy: [['unit/sandbox/fault-control', 'takes one fault or a list, lists what is left, and forgets all']],
  },
  {
    what: '`DELETE /_sandbox/faults?name=…`',
    behavior: 'forgets the faults with this name: 204',
    sure: 'ours',
    testedBy: [['unit/sandbox/fault-control', 'forgets those with one name, and keeps the others']],
  },
  {
    what: '`POST /_sandbox/faults/release`',
    behavior: 'lets all late effects take place now: 204',
    sure: 'ours',
    testedBy: [
      ['unit/sandbox/fault-control', 'is a gateway’s word while the effect is still to come, until it is let go'],
    ],
  },
  {
    what: '`POST /_sandbox/changes`',
    behavior:
      'one change that somebody makes elsewhere, such as `{ "change": "renameGroup", groupId, name }`: 204, or 400 with `error.fields`',
    sure: 'ours',
    testedBy: [['unit/sandbox/outside-changes', '%s']],
  },
  {
    what: '`POST /_sandbox/changes`',
    behavior:
      'of groups: `renameGroup`, `deleteGroup`, `addMember`, `removeMember`, `setManagedBy` (`managedBy`), `grantAccess` (`access`)',
    sure: 'ours',
    testedBy: [['unit/sandbox/outside-changes', '%s']],
  },
  {
    what: '`POST /_sandbox/changes`',
    behavior:
      'of the rest: `changeSpaceKey` (`spaceId`, `key`), `setStatus` (`accountId`, `status`), `setSiteAdmin` (`accountId`, `isOne`), `setAccessLists`',
    sure: 'ours',
    testedBy: [['unit/sandbox/outside-changes', '%s']],
  },
  {
    what: '`<METHOD> /gateway/api/svc/jira/apps/<appId>_<environmentId>/…`',
    behavior:
      "the app's own REST API, for `Authorization: Bearer` and a token of the next line; see App REST APIs below. The environment's id is another one after each start",
    sure: 'ours',
    testedBy: [
      ['unit/sandbox/web/served-jira', 'is open over HTTP to whoever consented, whatever the cookie says'],
      ['unit/sandbox/forge/app-rest/app-rest', 'is not there under another app, another environment, or without Jira'],
    ],
  },
  {
    what: '`POST /_sandbox/oauth/token`',
    behavior:
      "`{ scopes: [...] }` with a person's Basic credentials stands for OAuth 2.0 (3LO) consent: `{ access_token, token_type, expires_in: 3600, scope }`",
    sure: 'ours',
    testedBy: [['unit/sandbox/forge/app-rest/consent', "gives a person's token, which opens a route and nothing else"]],
  },
  {
    what: '`POST /_sandbox/oauth/token`',
    behavior: "only scopes that the app's routes name, and `read:forge-app:jira`",
    sure: 'ours',
    testedBy: [['unit/sandbox/forge/app-rest/consent', 'refuses a consent %s']],
  },
  {
    what: '`GET /_sandbox/app-rest-apis`',
    behavior: "`{ enabled, basePath, scopes }`: where the app's routes begin",
    sure: 'ours',
    testedBy: [
      [
        'unit/sandbox/forge/app-rest/consent',
        'tells where the routes begin, which scopes there are, and whether the site lets them be called',
      ],
    ],
  },
  {
    what: '`GET`, `POST /_sandbox/automation/rules`',
    behavior: 'rules of Automation; see below. 201 and the rule, or 400 with `error.fields`',
    sure: 'ours',
    testedBy: [['unit/sandbox/automation/automation', 'takes rules, lists them, and lists their runs']],
  },
  {
    what: '`GET /_sandbox/automation/runs`',
    behavior: "`{ ruleId, issueKey, status: 'succeeded', output }` or `{ …, status: 'failed', error }`, oldest first",
    sure: 'ours',
    testedBy: [['unit/sandbox/automation/automation', 'takes rules, lists them, and lists their runs']],
  },
];
