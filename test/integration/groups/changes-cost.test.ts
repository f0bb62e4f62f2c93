// What a list costs once the queue carries it out, with answers as slow as they are: 100 ms of Confluence, 15 of the store, 500 of the queue.
import { beforeAll, expect, it } from 'vitest';

import { isWrite, valueOf } from '../../support/integration';
import { aListSite } from '../../support/list-site';

const PEOPLE = 500;
/** What is read again for each started five seconds: the space, as its author; the group and what it gives, as the privileged user; the accounts. */
const FACTS = 8;

let costs: Awaited<ReturnType<typeof carriedOut>>;
beforeAll(async () => {
  costs = await carriedOut();
}, 120_000);

/** Plans and applies a list, and counts all that the app does from then on until everybody is added. */
async function carriedOut() {
  const { world, plan, apply, watch } = await aListSite(PEOPLE);
  const planned = await plan(1, PEOPLE);
  world.setLatency({ restMs: 100, storageMs: 15, deliveryMs: 500 });
  world.site.clearRequests();
  world.forge.usage.clear();
  const [stored, begun] = [world.kvs.requests().length, Date.now()];
  valueOf(await apply(planned));
  const calls = world.requests();
  await world.settleQueue();
  const { endedAt, done } = await watch(planned);
  return {
    done,
    /** Until everybody was added. */
    tookMs: Date.parse(endedAt ?? '') - begun,
    background: world.forge.usage.read().background,
    requests: world.requests().slice(calls.length),
    stored: world.kvs.requests().slice(stored),
  };
}

it('everybody is added', () => {
  expect(costs.done).toMatchObject({ added: PEOPLE, left: 0, notTried: 0 });
});

it('a person costs at most 0.03 GB-seconds in the background', () => {
  expect(costs.background.gbSeconds).toBeGreaterThan(0);
  expect(costs.background.gbSeconds / PEOPLE).toBeLessThanOrEqual(0.03);
});

it('each is one call, and facts are read once for each started five seconds', () => {
  const writes = costs.requests.filter(isWrite);
  expect(writes).toHaveLength(PEOPLE);
  const reads = costs.requests.length - writes.length;
  expect(reads).toBeLessThanOrEqual(FACTS * (Math.ceil(costs.tookMs / 5000) + 1));
});

it('the store gets at most twelve requests, and one for each four people', () => {
  expect(costs.stored.length).toBeLessThanOrEqual(12 + PEOPLE / 4);
});

it('the store gets no more where everybody is refused', { timeout: 120_000 }, async () => {
  const { world, plan, person, apply, watch } = await aListSite(PEOPLE);
  const planned = await plan(1, PEOPLE);
  for (let number = 1; number <= PEOPLE; number += 1) world.model.setStatus(person(number), 'inactive');
  const stored = world.kvs.requests().length;
  valueOf(await apply(planned));
  await world.settleQueue();
  const sent = world.kvs.requests().length - stored;
  expect((await watch(planned)).done).toMatchObject({ refused: PEOPLE });
  expect(sent).toBeLessThanOrEqual(12 + PEOPLE / 4);
});
