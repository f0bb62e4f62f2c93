// POST /webhook/queue/publish, as @forge/events sends it.
// https://www.npmjs.com/package/@forge/events (out/queue.js, out/validators.js)
import { z } from 'zod';

import { connectionLost } from '../../connection-lost';
import { QUEUE_LIMITS } from '../limits';
import { refusalOf } from './admission';
import type { Chain } from './chain';
import { fits } from './faults';
import type { QueuedEvent, QueueState } from './state';

const pushRequest = z.object({
  queueName: z.string().regex(/^[a-zA-Z0-9-_]+$/),
  jobId: z.string().min(1),
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: z
    .array(
      z.object({
        body: z.record(z.string(), z.unknown()),
        delayInSeconds: z.number().min(0).max(QUEUE_LIMITS.maxDelaySeconds).optional(),
        concurrency: z.object({ key: z.string().min(1), limit: z.number().int().min(1) }).optional(),
      }),
    )
    .min(1)
    .max(QUEUE_LIMITS.eventsPerPush),
  time: z.string(),
});

/** Queues the events of one push request. A refused one counts in its chain, too: whether Atlassian counts it isn't documented. */
export function pushEvents(state: QueueState, body: unknown, chain: Chain): Response {
  chain.pushes += 1;
  const parsed = pushRequest.safeParse(body);
  if (!parsed.success) return Response.json({ message: z.prettifyError(parsed.error) }, { status: 400 });
  const events = eventsOf(state, parsed.data, chain);
  const injected = state.faults.take('refuse', events);
  if (injected !== undefined) return injectedAnswer(injected.status);
  const refused = refusalOf(state, parsed.data, chain);
  if (refused !== undefined) return refused;
  enqueue(state, parsed.data, events);
  state.pushed();
  const unanswered = state.faults.take('unanswered', events);
  if (unanswered === undefined) return Response.json({}, { status: 201 });
  if (unanswered.status === undefined) throw connectionLost();
  return injectedAnswer(unanswered.status);
}

type PushRequest = z.infer<typeof pushRequest>;

function eventsOf(state: QueueState, { queueName, jobId, payload }: PushRequest, chain: Chain): QueuedEvent[] {
  const now = state.installation.clock.now();
  return payload.map(({ body, delayInSeconds, concurrency }) => ({
    queueName,
    jobId,
    eventId: state.installation.ids.uuid(),
    body,
    delayInSeconds,
    concurrency,
    enqueuedAt: now,
    dueAt: now + (delayInSeconds ?? 0) * 1000,
    retryCount: 0,
    retry: undefined,
    chain,
    isRepeat: false,
  }));
}

function injectedAnswer(status: number): Response {
  return Response.json({ message: 'Injected by the sandbox' }, { status });
}

function enqueue(state: QueueState, { queueName, jobId }: PushRequest, events: readonly QueuedEvent[]): void {
  forgetOldJobs(state);
  state.jobs.set(jobId, { queueName, success: 0, inProgress: events.length, failed: 0, cancelled: false });
  state.pushedAt.push(...events.map(({ enqueuedAt }) => enqueuedAt));
  for (const event of events) arrive(state, event);
  const reorder = state.faults.take('reorder', events);
  const overtaking = reorder && events.findLast((event) => fits(reorder, event));
  if (overtaking === undefined) return;
  state.waiting = state.waiting.toSorted(
    (a, b) => Number(b.eventId === overtaking.eventId) - Number(a.eventId === overtaking.eventId),
  );
}

/** Forgets all but the latest finished jobs. Atlassian doesn't say how long it remembers them. */
function forgetOldJobs({ jobs }: QueueState): void {
  for (const [jobId, { inProgress }] of jobs) {
    if (jobs.size < QUEUE_LIMITS.knownJobs) return;
    if (inProgress === 0) jobs.delete(jobId);
  }
}

/** Puts an event among those that wait, as its faults have it. */
function arrive({ faults, waiting }: QueueState, event: QueuedEvent): void {
  if (faults.take('lose', [event]) !== undefined) return;
  const { lateMs = 0 } = faults.take('late', [event]) ?? {};
  const arriving = { ...event, dueAt: event.dueAt + lateMs };
  waiting.push(arriving);
  if (faults.take('twice', [event]) !== undefined) waiting.push({ ...arriving, isRepeat: true });
}
