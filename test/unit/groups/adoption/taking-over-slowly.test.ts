// Groups that are taken over while Confluence is slow: fewer are read at once, so that what is said of them is young when it's stored.
import { expect, test } from 'vitest';

import { createTime } from '../../broker/runs/passing-time';
import { taking } from './taking';

test.each([1000, 2000, 4000])('a call that takes %i ms holds nobody up for good', async (ms) => {
  const { world, take, deliverAll } = taking(120);
  const time = createTime(world.clock);
  const { privilegedReader } = world.ports;
  world.ports.privilegedReader = {
    ...privilegedReader,
    group: async (...asked) => {
      await time.pass(ms);
      return privilegedReader.group(...asked);
    },
  };
  const { run } = await take();
  await deliverAll();
  const now = await world.ports.runs.get(run.runId);
  expect([now?.run.state, world.groupRecords.stored.size]).toEqual(['done', 120]);
});
