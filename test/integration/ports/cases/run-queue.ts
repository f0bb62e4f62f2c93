// The queue of runs: what it takes, and how it refuses.
import { expect } from 'vitest';

import { failing, type Case } from '../case';
import { QUEUE_FAILURES } from '../failures';

const WORK = { runId: '00000000-0000-4000-8000-000000000001', baton: 1, kind: 'work', hops: 1 } as const;

export const runQueueCases: Case[] = [
  {
    name: 'push: takes events, delayed or not',
    play: async ({ run }) => {
      const pushed = run('ann', (ports) => ports.runQueue.push([WORK, { ...WORK, kind: 'watch', delaySeconds: 200 }]));
      expect(await pushed).toBeUndefined();
    },
  },
  ...failing({ push: { as: 'ann', call: 'push', use: ({ runQueue }) => runQueue.push([WORK]) } }, QUEUE_FAILURES),
];
