// Coverage of Forge’s queues.
import type { CoverageRow } from '../../coverage/coverage';

export const queueCoverage: readonly CoverageRow[] = [
  {
    what: 'consumer',
    behavior:
      'no principal; begins when it is due and its concurrency key, over all queues, has a free slot; in tests once something drives it: `settleQueue()`, `letPass({ hours })`; by itself under `npm start`',
    source: '[async events]',
    sure: 'D',
    but: 'principal S',
    testedBy: [
      ['unit/sandbox/forge/queue/queue', 'waits for settle and then reaches the consumer, without a person'],
      [
        'unit/sandbox/forge/queue/queue-service',
        'runs events side by side, but never more of a concurrency key than its limit',
      ],
      [
        'unit/sandbox/forge/driver',
        'begin whenever a slot of their concurrency key is free, beside those that need none',
      ],
      ['unit/sandbox/forge/driver', 'of events that are pushed or come due meanwhile wait for none that is under way'],
      ['unit/sandbox/forge/driver', 'everything runs as time goes by, until it is ended'],
    ],
  },
  {
    what: 'a push',
    behavior:
      'at most 50 events and 200 KB, 500 events a minute; 100 KB an event where the consumer may run longer than 55 s; the package throws on 413 and 429',
    source: '[async events limits]; `@forge/events`',
    sure: 'D',
    but: 'the status for one event S',
    testedBy: [
      ['unit/sandbox/forge/queue/queue-service', 'takes 500 events a minute'],
      [
        'unit/sandbox/forge/queue/chains',
        'a push to a consumer that may run longer than 55 seconds has events of at most 100 KB',
      ],
    ],
  },
  {
    what: 'pushes that descend from one invocation',
    behavior:
      'at most 1,000 push requests over all handlers, then 405: `InvocationLimitReachedError`; a retry is no push',
    source: '[async events limits]; `@forge/events`',
    sure: 'D',
    but: 'refused pushes count S',
    testedBy: [
      ['unit/sandbox/forge/queue/chains', 'are 1,000 at most, over however many handlers'],
      ['unit/sandbox/forge/queue/chains', 'count branches too'],
      ['unit/sandbox/forge/queue/chains', 'count those that were refused'],
      ['unit/sandbox/forge/queue/chains', 'begin anew with another invocation'],
      ['unit/sandbox/forge/queue/chains', 'are as many where an event is tried again: a retry is no push'],
    ],
  },
  {
    what: 'a retry that the consumer asks for',
    behavior:
      'by returning an `InvocationError`: after its time, 1 s to 15 min, with its reason and its data of at most 4 KB',
    source: '[async events]; `@forge/events`',
    sure: 'D',
    but: '4 KB are documented for functions of more than 55 s; for all of them S',
    testedBy: [
      ['unit/sandbox/forge/queue/queue', 'follows an InvocationError, after its time and with its data'],
      ['unit/sandbox/forge/queue/queue', 'that is asked for after %i seconds follows after %i'],
    ],
  },
  {
    what: 'a retry after a throw',
    behavior: '60 s, doubling up to 15 min, for 24 h',
    source: '"exponential, to about 15 min"',
    sure: 'D',
    but: 'start S; the up to 72 h more that the platform’s own errors get are not given S',
    testedBy: [['unit/sandbox/forge/queue/queue', 'follows a throw, ever later, until the retention window ends']],
  },
  {
    what: 'delivery at least once, late and in any order',
    behavior:
      'once, at its time and in order, unless a fault says otherwise: `lose`, `late`, `reorder`, `twice`, `duplicate`; a push can be refused, or queue its events and answer nothing',
    source: '[async events]',
    sure: 'D',
    but: 'losing an event, and which are overtaken, ours',
    testedBy: [
      ['unit/sandbox/forge/queue/queue-faults', 'that is lost never comes, and its job never ends'],
      ['unit/sandbox/forge/queue/queue-faults', 'that is late comes after its time'],
      ['unit/sandbox/forge/queue/queue-faults', 'may overtake those that were pushed before it'],
      ['unit/sandbox/forge/queue/queue-faults', 'that was handled may come once more'],
      ['unit/sandbox/forge/queue/queue-faults', 'runs side by side with itself where nothing limits it'],
      ['unit/sandbox/forge/queue/queue-faults', 'whose answer is lost has queued its events'],
    ],
  },
];
