// What a journey costs: REST calls and points, the longest chain of REST calls that wait for each other, and storage requests.
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { World } from './integration';

export interface Cost {
  calls: number;
  /** Calls of which each began after the one before had ended. */
  chain: number;
  points: number;
  reads: number;
  writes: number;
}

/** Turns of the event loop in which the app can get from an answer to its next call: storage answers at once. */
const TURNS = 5;
const READ = /\/(get|query)$/;

/**
 * Lets calls reach the site in waves: all that are made before any of them is answered belong to one, as if each took equally long.
 * Answers what has come since the last time it was asked.
 */
export function meter(world: World): () => Cost {
  let waves = 0;
  let wave: Promise<void> | undefined;
  let seen = world.kvs.requests().length;
  async function gather(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
    waves += 1;
    wave = undefined;
  }
  world.onSite(async (_request, _identity, pass) => {
    wave ??= gather();
    await wave;
    return pass();
  });
  return () => {
    const rows = world.requests();
    const targets = world.kvs
      .requests()
      .slice(seen)
      .map(({ target }) => target);
    const reads = targets.filter((target) => READ.test(target)).length;
    const points = rows.reduce((sum, row) => sum + row.points, 0);
    const cost = { calls: rows.length, chain: waves, points, reads, writes: targets.length - reads };
    [waves, seen] = [0, world.kvs.requests().length];
    world.site.clearRequests();
    return cost;
  };
}
