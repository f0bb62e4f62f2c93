// Changes that come while a job is carried out: what was recorded isn't sent, and the audit says why.
import { describe, expect, test } from 'vitest';

import { forbidden } from '../../../../src/broker/errors';
import { runInBatches } from '../../../../src/broker/runs/in-batches';
import type { Commands, Job, Kind } from '../../../../src/broker/runs/job';
import { allow, refuse } from '../../../../src/broker/verdict';
import { ann, bob, boss, devId, person } from '../../../support/ports/builders';
import { aWorld } from '../../../support/ports/world';

interface Turning extends Kind {
  command: { key: string };
  grant: { key: string };
  facts: { readAt: number };
  value: 'on';
}

/** Switches that are turned on as boss, until something changes. Atlassian takes its time for its first answer. */
function switches(firstAnswerMs = 0) {
  const world = aWorld();
  const calls: string[] = [];
  const now = { actedAs: boss, isForbidden: false, isRefused: false };
  const on: string[] = [];
  const job: Job<Turning> = {
    readStored: async () => {
      calls.push('stored');
      if (now.isForbidden) throw forbidden('NOT_SPACE_ADMIN');
    },
    readFacts: async () => {
      const readAt = world.clock.now();
      world.clock.advance(calls.includes('facts') ? 0 : firstAnswerMs);
      calls.push('facts');
      return { readAt };
    },
    judge: ({ key }) => (now.isRefused ? refuse('CHANGED_LATER') : allow({ key })),
    entry: ({ key }) => ({ action: 'addMember', caller: ann, actedAs: now.actedAs, accountId: person(key) }),
    async perform({ key }) {
      calls.push('perform');
      on.push(key);
      return { value: 'on', outcome: 'succeeded' };
    },
    look: async () => undefined,
    refusal: () => ({ action: 'addMember', caller: ann, spaceId: devId }),
  };
  async function run(count: number) {
    const all = Array.from({ length: count }, (_, index) => ({ key: `s${String(index)}` }));
    const { endings, thrown } = await runInBatches(world.ports, job, all as unknown as Commands<Turning>);
    return { kinds: endings.map(({ kind }) => kind), thrown };
  }
  return { world, now, on, calls, run };
}

describe('a job', () => {
  test('is not done as somebody else than its entries say', async () => {
    const { world, now, on, run } = switches();
    world.journal.before('attempt', () => {
      // Recorded as boss, and from then on it would be sent as bob.
      queueMicrotask(() => {
        now.actedAs = bob;
      });
    });
    const { kinds, thrown } = await run(3);
    expect(thrown).toMatchObject({ failure: { code: 'FORBIDDEN', reason: 'PRIVILEGED_USER_CHANGED' } });
    expect([kinds, on]).toEqual([['notAttempted', 'notAttempted', 'notAttempted'], []]);
    expect(world.auditLog.lines()).toHaveLength(3);
  });

  test('that is refused between its record and its write is not sent, and the refusal is on record', async () => {
    const { world, now, on, run } = switches();
    world.journal.before('attempt', () => {
      now.isRefused = true;
    });
    expect(await run(2)).toEqual({ kinds: ['refused', 'refused'], thrown: undefined });
    expect(on).toEqual([]);
    expect(world.auditLog.refusals).toMatchObject([{ reason: 'CHANGED_LATER' }, { reason: 'CHANGED_LATER' }]);
  });

  test('that may no longer be done ends, and the refusal is on record once', async () => {
    const { world, now, on, run } = switches();
    world.journal.before('settle', () => {
      now.isForbidden = true;
    });
    const { kinds } = await run(12);
    expect(on).toHaveLength(10);
    expect(kinds.slice(-2)).toEqual(['notAttempted', 'notAttempted']);
    expect(world.auditLog.refusals).toMatchObject([{ action: 'addMember', caller: ann, reason: 'NOT_SPACE_ADMIN' }]);
  });

  test.for([
    [5000, ['stored', 'facts', 'perform']],
    [5001, ['stored', 'facts', 'stored', 'facts', 'perform']],
  ] as const)('reads what is stored anew where Atlassian took longer than five seconds: %i ms', async ([ms, calls]) => {
    const board = switches(ms);
    await board.run(1);
    expect(board.calls).toEqual(calls);
  });
});
