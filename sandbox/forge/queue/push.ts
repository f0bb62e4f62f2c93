// POST /webhook/queue/publish, as @forge/events sends it.
// https://www.npmjs.com/package/@forge/events (out/queue.js, out/validators.js)
import { z } from 'zod';

import { jsonBytes } from '../json';
import { QUEUE_LIMITS } from '../limits';
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

export function pushEvents(state: QueueState, body: unknown): Response {
  const parsed = pushRequest.safeParse(body);
  if (!parsed.success) return Response.json({ message: z.prettifyError(parsed.error) }, { status: 400 });
  const injected = state.refusals.shift();
  if (injected !== undefined) return Response.json({ message: 'Injected by the sandbox' }, { status: injected });
  const now = state.installation.clock.now();
  const refused = refusal(state, parsed.data, now);
  if (refused !== undefined) return refused;
  const events = queued(state, parsed.data, now);
  const { jobId, queueName } = parsed.data;
  forgetOldJobs(state);
  state.jobs.set(jobId, { queueName, success: 0, inProgress: events.length, failed: 0, cancelled: false });
  state.pushedAt.push(...events.map(() => now));
  state.waiting.push(...events);
  return Response.json({}, { status: 201 });
}

type PushRequest = z.infer<typeof pushRequest>;

const MINUTE_MS = 60_000;

/** Returns the service's refusal of these events; undefined if it accepts them. */
function refusal(state: QueueState, request: PushRequest, now: number): Response | undefined {
  if (jsonBytes(request.payload) > QUEUE_LIMITS.pushBytes) {
    return Response.json({ errorMessage: `Payload exceeds ${QUEUE_LIMITS.pushBytes} bytes` }, { status: 413 });
  }
  state.pushedAt = state.pushedAt.filter((at) => at > now - MINUTE_MS);
  if (state.pushedAt.length + request.payload.length > QUEUE_LIMITS.eventsPerMinute) {
    return Response.json({ message: 'Too many events' }, { status: 429 });
  }
  // Atlassian's answer isn't documented; accepting an event that nothing consumes would hide a fault.
  if (!hasConsumer(state, request.queueName)) {
    return Response.json(
      { message: `No consumer for queue ${request.queueName}`, code: 'NO_CONSUMER' },
      { status: 400 },
    );
  }
  return undefined;
}

function hasConsumer({ installation }: QueueState, queueName: string): boolean {
  return [...installation.modules.values()].some(({ type, queue }) => type === 'consumer' && queue === queueName);
}

function queued(state: QueueState, { queueName, jobId, payload }: PushRequest, now: number): QueuedEvent[] {
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
  }));
}

/** Forgets all but the latest finished jobs. Atlassian doesn't say how long it remembers them. */
function forgetOldJobs({ jobs }: QueueState): void {
  for (const [jobId, { inProgress }] of jobs) {
    if (jobs.size < QUEUE_LIMITS.knownJobs) return;
    if (inProgress === 0) jobs.delete(jobId);
  }
}
