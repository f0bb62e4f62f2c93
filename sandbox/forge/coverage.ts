// Coverage of Forge: the identities of calls, and the ways in which the app is called.
import type { CoverageRow } from '../coverage/coverage';

export const forgeCoverage: readonly CoverageRow[] = [
  {
    what: 'manifest.yml',
    behavior:
      "keys shared between modules and functions, functions and attributes that it lacks, unknown settings of a scope: not loaded; the rest is `npm run manifest`'s, with Forge's own validator",
    source: '`@forge/manifest`',
    sure: 'P',
    testedBy: [['unit/sandbox/forge/manifest', 'that Forge would not deploy is refused']],
  },
  {
    what: '`asUser()` without a user',
    behavior: '401 `AUTH_TYPE_UNAVAILABLE`, thrown by the package',
    source: '[Atlassian staff]',
    sure: 'R',
    testedBy: [['unit/sandbox/forge/identity', 'as the user fails where there is none']],
  },
  {
    what: 'acting for an empty id, an unknown, deactivated, app or customer account, one without access, or anybody but contributors while the app is not shared',
    behavior: '401 with a code of our own; the site is not called',
    source: '[Forge security]',
    sure: 'D',
    but: 'the code S',
    testedBy: [
      ['unit/sandbox/forge/identity', 'while the app is not shared, but not for its contributors'],
      ['unit/sandbox/forge/request-jira', 'for "%s" is refused before it reaches the site'],
    ],
  },
  {
    what: '`asUser(own id)`',
    behavior: 'counts as impersonation: only scopes with `allowImpersonation`',
    sure: 'S',
    testedBy: [['unit/sandbox/forge/identity', 'that names the caller is an impersonation too']],
  },
  {
    what: 'scope without `allowImpersonation`',
    behavior: 'missing from the token, and so refused like one that was not granted',
    source: '[scopes in the manifest]',
    sure: 'D',
    but: 'the shape S',
    testedBy: [['unit/sandbox/forge/identity', 'as another account carries only the scopes that allow impersonation']],
  },
  {
    what: 'a scope that was not granted',
    behavior: 'as the app: answered 401 "scope does not match"; as another account: thrown, `NeedsAuthenticationError`',
    source: '[report 50478]',
    sure: 'R',
    testedBy: [
      [
        'unit/sandbox/forge/scope-refusals',
        'is answered by the gateway to the app and the person present, and thrown for somebody else',
      ],
    ],
  },
  {
    what: 'a scope that was not granted',
    behavior: 'as the person present: nobody says, answered as for the app',
    sure: 'S',
    testedBy: [
      [
        'unit/sandbox/forge/scope-refusals',
        'is answered by the gateway to the app and the person present, and thrown for somebody else',
      ],
    ],
  },
  {
    what: 'a scope that was not granted',
    behavior:
      'in tests `forge.setScopeRefusals({ caller, impersonated, app })` gives each of them one of three shapes: `answered401`, `answered403` ("denied due to missing scope grants"), `thrown`',
    source: 'others reported the other two in 2026',
    sure: 'R',
    testedBy: [['unit/sandbox/forge/scope-refusals', 'can be refused in each shape: as %s']],
  },
  {
    what: 'a person who never agreed that the app acts for them',
    behavior:
      'everybody has agreed, unless a test says otherwise with `forge.setConsent(accountId, false)`: then `NeedsAuthenticationError` is thrown, whether they are present or not',
    source: '`@forge/api` throws it; when Forge asks again is not published',
    sure: 'P',
    but: 'S',
    testedBy: [
      ['unit/sandbox/forge/scope-refusals', 'is not acted for, present or not; the app itself goes on'],
      ['unit/sandbox/forge/scope-refusals', 'is acted for as soon as they agree'],
    ],
  },
  {
    what: '`permissions.hasScope`',
    behavior:
      "answers from the runtime's list of granted scopes. In tests `forge.setPermissionsTold('no')` leaves the list out, and the package then denies every scope; `'throws'` makes it throw",
    source: '`@forge/api`',
    sure: 'P',
    testedBy: [
      ['unit/sandbox/forge/scope-refusals', 'tells the scopes that were granted'],
      ['unit/sandbox/forge/scope-refusals', 'denies each where the runtime tells none, as the published package does'],
      ['unit/sandbox/forge/scope-refusals', 'can be made to throw'],
    ],
  },
  {
    what: 'a caller who is deactivated, has no access, or is an app',
    behavior: 'nothing runs',
    sure: 'S',
    testedBy: [['unit/sandbox/forge/invocation', 'by %s runs nothing']],
  },
  {
    what: 'nobody signed in',
    behavior: 'no principal; the context says `unidentified`',
    source: '[unlicensed users], resolver source',
    sure: 'P',
    testedBy: [['unit/sandbox/forge/invocation', 'by nobody has no principal']],
  },
  {
    what: 'the context that a page sends',
    behavior: 'can be forged but for what the platform sets beside it',
    source: "Atlassian's pages contradict each other",
    sure: 'S',
    testedBy: [['unit/sandbox/forge/invocation', 'cannot forge who is calling, but can forge the rest of the context']],
  },
  {
    what: 'an answer of `undefined`',
    behavior: 'arrives as `{}`',
    source: 'measured',
    sure: 'P',
    testedBy: [['unit/sandbox/forge/invocation', 'crosses JSON on the way back; nothing arrives as an empty object']],
  },
  {
    what: '`Date`, timers and `randomUUID` of the app',
    behavior: "go by the sandbox's clock and ids",
    sure: 'ours',
    testedBy: [
      ['unit/sandbox/forge/dates', 'tells the time of its own sandbox, and is whole otherwise'],
      ['unit/sandbox/forge/dates', 'moves on with the clock, which itself goes by the computer’s'],
      ['unit/sandbox/forge/timers', 'moves the sandbox’s clock, in the order of the times'],
      ['unit/sandbox/forge/random-ids', 'gives the ids of its own sandbox'],
    ],
  },
  {
    what: 'time limit',
    behavior: "25 s on the sandbox's clock, looked at around each platform call",
    source: '[invocation limits]',
    sure: 'D',
    but: 'mechanism ours',
    testedBy: [
      [
        'unit/sandbox/forge/invocation',
        'ends a function at its next call of the platform; what it sent has arrived, what follows never runs',
      ],
      ['unit/sandbox/forge/invocation', 'counts down on the sandbox clock'],
    ],
  },
  {
    what: 'what a function uses',
    behavior:
      "its time on the sandbox's clock, at most its limit, by the memory that it or the app names, or 512 MB; no computing time",
    source: '[invocation limits]; pricing page',
    sure: 'D',
    but: 'no rounding S',
    testedBy: [
      ['unit/sandbox/forge/usage', 'is summed by invocation: calls apart from what runs with nobody present'],
      [
        'unit/sandbox/forge/usage',
        'counts a function that fails or is stopped, for as long as it ran and was allowed to',
      ],
      ['unit/sandbox/forge/usage', 'is by 512 MB where the manifest names no memory'],
    ],
  },
  {
    what: 'a function that runs out of memory',
    behavior:
      'never by itself; a fault ends it before or after a platform call: calls under way never answer, timers never run, its caller gets `FUNCTION_OUT_OF_MEMORY`; an event is tried again',
    source: '[async events] names the code',
    sure: 'D',
    but: 'where it ends, and the retry like one after a throw, S',
    testedBy: [
      ['unit/sandbox/forge/killed', '%s its second call has made %i, and does nothing more'],
      ['unit/sandbox/forge/killed', 'hears nothing of the calls that were under way, and its timers never run'],
      ['unit/sandbox/forge/killed', 'as a consumer gets its event once more, a minute later, and is told why'],
    ],
  },
  {
    what: 'egress',
    behavior: 'refused: the manifest declares none',
    source: '`@forge/api`',
    sure: 'P',
    testedBy: [['unit/sandbox/forge/seams', 'refuse egress inside an invocation, by either fetch']],
  },
  {
    what: 'timers',
    behavior:
      "`setTimeout` and `clearTimeout` of the app's code go by the clock that a test gives, else by the computer's. A timer that keeps nothing running (`unref`) moves no clock",
    source: 'Node',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/forge/timers', 'moves the sandbox’s clock, in the order of the times'],
      ['unit/sandbox/forge/timers', 'that keeps nothing running moves no clock, and runs if something else does'],
    ],
  },
  {
    what: 'Bitbucket, Compass, GraphQL, `withContext`',
    behavior: '501',
    sure: 'not modeled',
    testedBy: [['unit/sandbox/forge/identity', 'says so when something is not modelled']],
  },
  {
    what: 'when a scheduled trigger runs',
    behavior:
      'first 5 minutes after the app was installed, then by its interval; a tick that time jumped over runs once',
    source: '[scheduled trigger]: "about five minutes"',
    sure: 'D',
    but: 'exact times, and a tick beside one under way, S',
    testedBy: [
      ['unit/sandbox/forge/driver', 'steps to each event and each tick in its order, and ends where it was told to'],
      ['unit/sandbox/forge/driver', 'runs a schedule once whose ticks were jumped over, then goes on by its interval'],
      ['unit/sandbox/forge/driver', 'does not try a schedule again that failed'],
    ],
  },
  {
    what: 'a scheduled trigger that throws',
    behavior: 'Forge ignores it; run by hand, the sandbox rejects, so that a test sees it',
    source: '[scheduled trigger]',
    sure: 'differs',
    but: 'on purpose',
    testedBy: [['unit/sandbox/forge/triggers', 'run without a person, for as long as their function declares']],
  },
  {
    what: 'preUninstall that throws',
    behavior: 'the uninstall goes on',
    source: 'pre-uninstall page',
    sure: 'D',
    testedBy: [['unit/sandbox/forge/triggers', 'before an uninstall cannot stop it']],
  },
  {
    what: '`privacy.reportPersonalData`',
    behavior:
      'closed accounts, else 204; 400 above 90 a call or without a time; 403 without `report:personal-data`; never `updated`',
    source: '`@forge/api`; [privacy]',
    sure: 'P',
    but: '400, 403 S',
    testedBy: [
      ['unit/sandbox/forge/privacy', 'is answered with those that were closed, and with nothing if none was'],
      ['unit/sandbox/forge/privacy', 'without a time is refused, and so is one without the scope'],
      ['unit/sandbox/forge/privacy', 'of more than 90 is sent in parts by the package'],
    ],
  },
];
