// The pace that a job is given is the pace at which its writes are sent.
import { describe, expect, test } from 'vitest';

import { runInBatches } from '../../../../src/broker/runs/in-batches';
import type { Commands, Job, Kind } from '../../../../src/broker/runs/job';
import { unattendedPace, type Pacing } from '../../../../src/broker/runs/pace';
import { allow } from '../../../../src/broker/verdict';
import { fails, person } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

interface Turning extends Kind {
  command: { key: string };
  grant: { key: string };
  facts: { readAt: number };
  value: 'on';
}

/** Turns switches on, and notes when each call was made and how many were under way. */
function switches(world: World, refuse: (calls: number) => boolean = () => false) {
  const calls: { key: string; at: number }[] = [];
  let underWay = 0;
  const most: number[] = [];
  const job: Job<Turning> = {
    readStored: async () => undefined,
    readFacts: async () => ({ readAt: world.clock.now() }),
    judge: ({ key }) => allow({ key }),
    entry: ({ key }) => ({ action: 'addMember', accountId: person(key) }),
    async perform({ key }) {
      underWay += 1;
      most.push(underWay);
      calls.push({ key, at: world.clock.now() });
      const isRefused = refuse(calls.length);
      await Promise.resolve();
      underWay -= 1;
      if (isRefused) throw fails({ code: 'RATE_LIMITED', retryAfterSeconds: 1, changed: 'nothing' });
      return { value: 'on', outcome: 'succeeded' };
    },
    look: async () => undefined,
  };
  async function run(count: number, pacing?: Pacing<Turning['command']>) {
    const all = Array.from({ length: count }, (_, index) => ({ key: `s${String(index)}` }));
    return runInBatches(world.ports, job, all as unknown as Commands<Turning>, pacing);
  }
  return { calls, most, run };
}

describe('the writes of a job', () => {
  test('are sent five at a time if no pace is named', async () => {
    const { most, run } = switches(aWorld());
    await run(40);
    expect(Math.max(...most)).toBe(5);
  });

  test('are sent up to ten at a time while nobody waits, 25 in a second', async () => {
    const { calls, most, run } = switches(aWorld());
    await run(60, { pace: unattendedPace() });
    expect(Math.max(...most)).toBe(10);
    const moments = [...new Set(calls.map(({ at }) => at))];
    const perSecond = moments.map((moment) => calls.filter(({ at }) => at === moment).length);
    expect(perSecond).toEqual([25, 25, 10]);
  });

  test('slow down when Atlassian asks for it; those that were put off are sent after the wait', async () => {
    const { most, run } = switches(aWorld(), (calls) => calls === 1);
    const { endings } = await run(10, { pace: unattendedPace() });
    // Five; then, halved: two, three, one.
    expect(most.filter((_, index) => most[index + 1] !== (most[index] ?? 0) + 1)).toEqual([5, 2, 3, 1]);
    expect(endings.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'performed'));
  });

  test('aren’t begun once no time is left to tell what came of them', async () => {
    const world = aWorld();
    const { calls, run } = switches(world, (count) => {
      if (count === 5) world.time.remainingMs = 0;
      return false;
    });
    const { endings } = await run(10);
    expect(calls).toHaveLength(5);
    expect(endings.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'performed'),
      ...Array.from({ length: 5 }, () => 'notAttempted'),
    ]);
  });
});
