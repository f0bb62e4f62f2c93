// Coverage of Forge’s queues.
import type { CoverageRow } from '../../coverage/coverage';

export const queueCoverage: readonly CoverageRow[] = [
  {
    what: 'consumer',
    behavior: 'no principal; waits until the queue is told to deliver; concurrency keys hold',
    source: '[async events]',
    sure: 'D',
    but: 'principal S',
    testedBy: [
      ['unit/sandbox/forge/queue/queue', 'waits for settle and then reaches the consumer, without a person'],
      [
        'unit/sandbox/forge/queue/queue-service',
        'runs events side by side, but never more of a concurrency key than its limit',
      ],
    ],
  },
  {
    what: 'a retry after a throw',
    behavior: '60 s, doubling up to 15 min, for 24 h',
    source: '"exponential, to about 15 min"',
    sure: 'D',
    but: 'start S',
    testedBy: [['unit/sandbox/forge/queue/queue', 'follows a throw, ever later, until the retention window ends']],
  },
];
