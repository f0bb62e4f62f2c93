// Coverage of actions and of Automation.
import type { CoverageRow } from '../coverage/coverage';

export const automationCoverage: readonly CoverageRow[] = [
  {
    what: "an action's payload",
    behavior: "its inputs, and nothing else: `{ issueKey: 'HELP-1', … }`",
    source: '[action execution]',
    sure: 'D',
    testedBy: [['unit/sandbox/forge/actions', 'gets its inputs, each of its own type, and whom it runs for']],
  },
  {
    what: 'inputs',
    behavior: 'only declared ones, required ones not empty, each of its type: otherwise nothing runs',
    source: '[rule validation]',
    sure: 'D',
    but: 'when a rule is saved; at run time S',
    testedBy: [['unit/sandbox/forge/actions', 'is not run with %s']],
  },
  {
    what: 'whom it runs for',
    behavior: 'the owner of the connection: `context.principal` and `asUser()`. Must be active and may use Jira',
    source: '[action execution]',
    sure: 'D',
    but: 'the refusal S',
    testedBy: [
      ['unit/sandbox/forge/actions', 'does not run for %s'],
      ['unit/sandbox/forge/actions', 'acts as whom it runs for'],
    ],
  },
  {
    what: "the owner's consent in Connected apps",
    behavior: 'given, unless a test takes it away: see `forge.setConsent`',
    source: '[action execution]',
    sure: 'S',
    but: 'lenient',
    testedBy: [['unit/sandbox/forge/scope-refusals', 'is not acted for, present or not; the app itself goes on']],
  },
  {
    what: 'time limit',
    behavior: '55 s',
    source: '[invocation limits]',
    sure: 'D',
    testedBy: [['unit/sandbox/forge/actions', 'has 55 seconds, and knows which module it is']],
  },
  {
    what: 'what it returns',
    behavior:
      'the declared `outputs`, which later steps could read; what is not declared is dropped, types and `nullable` are not checked',
    source: '[action execution]',
    sure: 'D',
    testedBy: [['unit/sandbox/automation/automation', 'hands on nothing of %s']],
  },
  {
    what: 'what it returns',
    behavior: '`{ errors: [{ message }] }` fails the run with these messages, a throw with none',
    source: '[action execution]',
    sure: 'D',
    testedBy: [['unit/sandbox/automation/automation', 'and the next one runs']],
  },
  {
    what: 'a rule',
    behavior:
      "`{ name, projectKey, trigger: 'issueCreated', actionKey, owner, inputs }`; the action must be listed by an `automation:actionProvider` and have a `config`; at most 100 KB of inputs",
    source: '[action execution]',
    sure: 'D',
    but: 'the form ours',
    testedBy: [
      ['unit/sandbox/automation/automation', 'for an action without a form, which it says'],
      ['unit/sandbox/automation/automation', 'with an id that is taken'],
    ],
  },
  {
    what: 'smart values',
    behavior:
      "`{{issue.key}}`, `{{issue.summary}}`, `{{issue.description}}`, `{{issue.reporter.accountId}}`; any other can't be saved. What they bring is text; numbers and truth values are read from it",
    source: '[smart values]',
    sure: 'D',
    but: 'a part; an input that ends up empty is left out, S',
    testedBy: [
      [
        'unit/sandbox/automation/automation',
        'fills smart values in, gives each input its type, and leaves out what is empty',
      ],
    ],
  },
  {
    what: "an action's configuration form",
    behavior:
      'not drawn: rules are made over HTTP. Component tests draw it, with `view.submit`, the context and the event of the validation',
    source: '[action execution]',
    sure: 'not modeled',
    testedBy: [['pages/customer-action/form', 'it shows what the rule holds, and submits nothing by itself']],
  },
  {
    what: 'when',
    behavior: 'after the creation is answered, one run after the other; `sandbox.automation.settle()` waits for them',
    sure: 'S',
    testedBy: [['unit/sandbox/automation/automation', 'runs after the creation is answered, one after the other']],
  },
];
