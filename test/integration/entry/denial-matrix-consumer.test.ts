// Events of the queue that must not be acted on, whatever they say: nobody is acted for, and no list goes further.
import { randomUUID } from 'node:crypto';

import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { bent } from '../../support/hostile-payloads';
import { isPrivileged, isWrite, valueOf } from '../../support/integration';
import { siteAndKept } from '../../support/kept';
import { aListSite, membersOf, type ListSite } from '../../support/list-site';

/** More than a call carries out. */
const PEOPLE = 101;

interface Event {
  runId: string;
  baton: number;
  kind: string;
  hops: number;
}

let site: ListSite;
let queued: ChangeView;
/** As the app pushed it for the list that is queued. */
let event: Event;
type Queue = ListSite['world']['forge']['queue'];
/** The queue with that event. */
let kept: ReturnType<Queue['copy']>;
beforeEach(async () => {
  site = await aListSite(PEOPLE);
  queued = valueOf(await site.apply(await site.plan(1, PEOPLE)));
  const events = site.world.forge.queue.pending().map(({ body }) => body as Event);
  event = events.find(({ kind }) => kind === 'work') as Event;
  kept = site.world.forge.queue.copy();
});

/** Makes this the one event of the queue, and delivers it. */
async function deliver(body: unknown): Promise<void> {
  const [first] = kept.waiting;
  if (first === undefined) throw new Error('No event was pushed');
  const { queue } = site.world.forge;
  queue.load({ ...kept, waiting: [{ ...first, body, dueAt: Date.now() }] });
  await site.world.settleQueue();
}

function effects() {
  return site.world.requests().filter((row) => isPrivileged(row) || isWrite(row));
}
/** The event that carries a change on, had the app pushed it. */
function eventOf({ changeId }: ChangeView): Event {
  const { baton } = Object(site.world.entity('run')[changeId]?.['content']) as Pick<Event, 'baton'>;
  return { ...event, runId: changeId, baton };
}

it('an event of the app’s own carries the list on', async () => {
  await deliver(event);
  expect(membersOf(site.world, site.groupId)).toHaveLength(PEOPLE);
});

/** Each answers the event to deliver. */
const DENIED: readonly [what: string, prepare: () => object | Promise<object>][] = [
  ['of no change', () => ({ ...event, runId: randomUUID() })],
  ['of a turn that is over', () => ({ ...event, baton: event.baton - 1 })],
  ['of a turn that hasn’t come', () => ({ ...event, baton: event.baton + 1 })],
  ['that names no turn', () => ({ runId: event.runId, kind: 'work', hops: 1 })],
  ['that brings more than an event has', () => ({ ...event, accountId: site.world.id('site-admin') })],
  ['that only watches', () => ({ ...event, kind: 'watch' })],
  ['of a plan that nobody has applied', async () => eventOf(await site.plan(1, PEOPLE))],
  ['of a change that is done', async () => eventOf(valueOf(await site.apply(await site.plan(1, 2))))],
  [
    'of a change that was canceled',
    async () => {
      const { changeId } = queued;
      return eventOf(valueOf(await site.world.asSpace('space-admin', 'DEMO', 'cancelChange', { changeId })));
    },
  ],
  [
    'of a change that waits for a person',
    async () => {
      await site.world.setPaused(true);
      await deliver(event);
      await site.world.setPaused(false);
      return eventOf(queued);
    },
  ],
];

it.each(DENIED)('an event %s does nothing', async (_what, prepare) => {
  const body = await prepare();
  site.world.site.clearRequests();
  const before = siteAndKept(site.world);
  await deliver(body);
  expect(effects()).toEqual([]);
  expect(siteAndKept(site.world)).toEqual(before);
});

it('while all changes are paused, no event makes a call as the privileged user', async () => {
  await site.world.setPaused(true);
  await deliver(event);
  expect(effects()).toEqual([]);
  expect(membersOf(site.world, site.groupId)).toEqual([]);
});

it('an event of any content about a change that was canceled, or of none, does nothing', async () => {
  const { changeId } = queued;
  valueOf(await site.world.asSpace('space-admin', 'DEMO', 'cancelChange', { changeId }));
  site.world.site.clearRequests();
  const before = siteAndKept(site.world);
  await fc.assert(
    fc.asyncProperty(bent(bent(fc.constant(eventOf(queued)))), async (body) => {
      await deliver(body);
    }),
    { seed: 20_261_129, numRuns: 100 },
  );
  expect(effects()).toEqual([]);
  expect(siteAndKept(site.world)).toEqual(before);
});
