// The async events service: publish, stats, cancel, and deliveries.
// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
import { notModelled } from '../failure';
import type { Installation } from '../installation';
import { isRecord, jsonBodyOf } from '../json';
import type { Chain } from './chain';
import { copyQueue, loadQueue } from './copy';
import type { QueueCopy } from './copy';
import type { Consumers } from './deliver';
import { createDeliveries } from './deliveries';
import type { Deliveries } from './deliveries';
import type { QueueFault } from './faults';
import { pushEvents } from './push';
import { createQueueState } from './state';
import type { Job, QueueState } from './state';

export interface EventQueue {
  /** Answers a request of an invocation, whose chain counts its pushes. */
  answer(path: string, init: RequestInit, chain: Chain): Promise<Response>;
  /** Creates the deliveries to the app's consumers. */
  deliveriesTo(consumers: Consumers): Deliveries;
  /** Calls the listener after each push. */
  onPush(listener: () => void): void;
  /** Sets the time that each delivery takes to arrive, in milliseconds. */
  setLatency(ms: number): void;
  /** Adds a fault. */
  fail(fault: QueueFault): void;
  clearFaults(): void;
  /** Returns faults with uses left. */
  faults(): readonly QueueFault[];
  /** Returns waiting events with their due times, oldest push first. */
  pending(): readonly { queueName: string; jobId: string; body: unknown; dueAt: number; retryCount: number }[];
  /** Returns how many deliveries there were, repeated ones and retries included. */
  delivered(): number;
  /** Copies events, jobs and counts; faults and the latency aren't part of it. */
  copy(): QueueCopy;
  /** Replaces them by a copy. */
  load(copy: QueueCopy): void;
}

/** Placeholders that the packages leave to the platform. */
const PLACEHOLDERS = '/{contextAri}/{environmentId}/{appId}/{appVersion}';

const OPERATIONS = new Map([
  [`/webhook/queue/publish${PLACEHOLDERS}`, pushEvents],
  [`/webhook/queue/stats${PLACEHOLDERS}`, stats],
  [`/webhook/queue/cancel${PLACEHOLDERS}`, cancel],
]);

export function createEventQueue(installation: Installation): EventQueue {
  const state = createQueueState(installation);
  return {
    answer: async (path, init, chain) => {
      const operation = OPERATIONS.get(path);
      if (operation === undefined) return notModelled(`the platform target ${path}`);
      return operation(state, jsonBodyOf(init), chain);
    },
    deliveriesTo: (consumers) => createDeliveries(consumers, state),
    onPush: (listener) => {
      state.pushed = listener;
    },
    setLatency: (ms) => {
      state.latencyMs = ms;
    },
    fail: state.faults.add,
    clearFaults: state.faults.clear,
    faults: state.faults.list,
    pending: () =>
      state.waiting.map(({ queueName, jobId, body, dueAt, retryCount }) => ({
        queueName,
        jobId,
        body,
        dueAt,
        retryCount,
      })),
    delivered: () => state.delivered,
    copy: () => copyQueue(state),
    load: (copy) => loadQueue(state, copy),
  };
}

function stats(state: QueueState, body: unknown): Response {
  const found = jobOf(state, body);
  if (found === undefined) return Response.json({ message: 'Job not found' }, { status: 404 });
  const [, { success, inProgress, failed }] = found;
  return Response.json({ success, inProgress, failed });
}

function jobOf(state: QueueState, body: unknown): [string, Job] | undefined {
  const jobId = isRecord(body) ? body['jobId'] : undefined;
  const job = typeof jobId === 'string' ? state.jobs.get(jobId) : undefined;
  return job && isRecord(body) && job.queueName === body['queueName'] ? [String(jobId), job] : undefined;
}

function cancel(state: QueueState, body: unknown): Response {
  const found = jobOf(state, body);
  if (found === undefined) return Response.json({ message: 'Job not found' }, { status: 404 });
  const [jobId, job] = found;
  const kept = state.waiting.filter((event) => event.jobId !== jobId);
  job.inProgress -= state.waiting.filter((event) => event.jobId === jobId && !event.isRepeat).length;
  job.cancelled = true;
  state.waiting = kept;
  return new Response(null, { status: 204 });
}
