// Coverage common to the REST APIs of all products, and of the network before them.
import type { CoverageRow } from '../../coverage/coverage';

export const everyApi: readonly CoverageRow[] = [
  {
    what: 'any',
    behavior:
      'another method (HEAD, OPTIONS too), a trailing slash, an escaped letter in a fixed part of the path: 501; Atlassian may answer, or say 405',
    sure: 'not modeled',
    testedBy: [
      ['unit/sandbox/site/core/odd-requests', 'that Atlassian may take, and the sandbox does not, are 501: %s %s'],
    ],
  },
  {
    what: 'any',
    behavior: 'a parameter that is documented but not modeled: 501; one that no document knows is ignored',
    sure: 'S',
    but: 'lenient',
    testedBy: [
      ['unit/sandbox/site/core/admission', 'names a parameter that it would have to ignore'],
      ['contract/sandbox/site/parameters', '$operationId looks at every one'],
    ],
  },
  {
    what: 'any',
    behavior: 'a required parameter is missing or empty: 400, also where the document lists no 400',
    source: 'OpenAPI',
    sure: 'S',
    testedBy: [
      ['contract/sandbox/site/parameters', '$operationId answers with all that it requires, and with nothing less'],
    ],
  },
  {
    what: 'any',
    behavior: 'a number, `true`/`false` or choice that is none: 400; `start` and `limit` from 0 to 2147483647',
    source: 'OpenAPI types',
    sure: 'D',
    but: 'the code S',
    testedBy: [
      ['unit/sandbox/site/core/odd-requests', 'up to the largest 32-bit one are read, larger ones are refused'],
      ['contract/sandbox/site/parameters', '$operationId refuses nonsense'],
    ],
  },
  {
    what: 'any',
    behavior: 'a broken escape in the path: 400; an id of another kind or case is unknown',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/core/odd-requests', 'with a broken escape are refused'],
      ['unit/sandbox/site/core/odd-requests', 'name things by their own kind of id, in its own case'],
    ],
  },
  {
    what: 'any',
    behavior: 'missing scope: 401 "scope does not match", which Forge may hand on in another shape, see below',
    source: '[report 50478]',
    sure: 'R',
    testedBy: [['unit/sandbox/site/core/admission', 'half of the granular set is not']],
  },
  {
    what: 'writes by a browser',
    behavior: "an Origin or a browser's user agent without `X-Atlassian-Token: no-check`: 403",
    source: 'Atlassian knowledge base',
    sure: 'S',
    testedBy: [['unit/sandbox/site/core/admission', 'with %s is refused without the header']],
  },
  {
    what: 'bodies',
    behavior: 'not `application/json`: 415; not JSON: 400; properties that no document knows are ignored',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/confluence/group-writes', 'wants a JSON body that says it is one'],
      ['unit/sandbox/site/core/odd-requests', 'may not be %s'],
    ],
  },
  {
    what: 'HTTP Basic',
    behavior: 'the email in any case, the token exactly; no tokens for deactivated, app and customer accounts',
    source: 'support pages',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/core/admission', 'takes a person’s email address and API token'],
      ['unit/sandbox/site/core/admission', 'has no tokens for apps, customers and deactivated people'],
      ['unit/sandbox/sign-in', 'takes %s'],
    ],
  },
  {
    what: '`--quota N`, `setQuota` in tests',
    behavior: "the app's points in a full hour (UTC), all identities together; off unless given",
    source: '[rate limiting of Confluence]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/core/quota', 'are refused once they are spent, until the hour (UTC) is over']],
  },
  {
    what: '`--quota N`, spent',
    behavior:
      '429 with `Retry-After` to the full hour, and `RateLimit-Reason: confluence-quota-global-based`; the body is made up',
    source: '[rate limiting of Confluence]',
    sure: 'D',
    but: 'the body S',
    testedBy: [['unit/sandbox/site/core/quota', 'are refused once they are spent, until the hour (UTC) is over']],
  },
  {
    what: '`--quota N`, spent',
    behavior: '`X-RateLimit-Limit`, `-Remaining`, `-Reset`, `-NearLimit`, `RateLimit`, `RateLimit-Policy`',
    source: '[rate limiting of Confluence]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/core/quota', 'are refused once they are spent, until the hour (UTC) is over']],
  },
  {
    what: 'the call that crosses the quota',
    behavior: 'is answered: what it costs is known only then; a 429 costs nothing',
    sure: 'S',
    but: 'lenient',
    testedBy: [
      ['unit/sandbox/site/core/quota', 'are refused once they are spent, until the hour (UTC) is over'],
      ['unit/sandbox/site/core/quota', 'charges what its log says, and serves nothing beyond'],
    ],
  },
  {
    what: 'less than a fifth is left',
    behavior: 'answers carry those headers, without `Retry-After` and reason',
    source: '[rate limiting of Confluence]',
    sure: 'D',
    but: 'on which answers S',
    testedBy: [['unit/sandbox/site/core/quota', 'warn below a fifth, on answers that are served']],
  },
  {
    what: '`--burst N`, `setQuota` in tests',
    behavior:
      "the app's calls of one operation in a second; off unless given. Spent: 429 with `Retry-After: 1`, `confluence-burst-based`",
    source: '[rate limiting of Confluence]; the number is unpublished',
    sure: 'R',
    testedBy: [['unit/sandbox/site/core/quota', 'are counted for each operation']],
  },
  {
    what: "the gateway's 429",
    behavior: 'a [fault](sandbox.md#faults)',
    source: 'reports',
    sure: 'R',
    testedBy: [['unit/sandbox/site/core/faults', 'is the gateway’s limit, which says nothing of when']],
  },
  {
    what: 'a quota that is used up',
    behavior: 'a [fault](sandbox.md#faults): the same 429 to all calls of the app, for as long as it lasts',
    source: '[rate limiting of Confluence]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/core/faults', 'is a quota that is used up, for calls of the app alone']],
  },
  {
    what: '`--latency MS`',
    behavior:
      'every REST call takes that long before the site does it; a caller who gives up in between is never heard of',
    sure: 'S',
    testedBy: [
      [
        'unit/sandbox/site/core/latency',
        'every call takes the site’s latency, and a slow one longer, on the sandbox’s clock',
      ],
      ['unit/sandbox/site/core/latency', 'a caller who gives up in between never reaches the site'],
    ],
  },
  {
    what: '`--latency MS`',
    behavior: 'waits, quotas, time limits, expiry and late effects all count on one clock, which a test gives',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/core/latency', 'a caller who gives up on the sandbox’s clock has waited no longer than that'],
      ['unit/sandbox/site/core/late-effects', 'is there for the first call that comes when its time is over'],
    ],
  },
];
