// Delivery of queued events to consumers: at least once, with retries inside the retention window.
// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/#delivery-guarantees
import { InvocationFailure } from '../failure';
import { isRecord, jsonBytes } from '../json';
import { QUEUE_LIMITS } from '../limits';
import type { ManifestModule } from '../manifest';
import { consumerOf } from './admission';
import type { Chain } from './chain';
import type { Job, QueuedEvent, QueueState } from './state';

/** Connects the queue to the app. */
export interface Consumers {
  run(module: ManifestModule, payload: unknown, chain: Chain): Promise<unknown>;
  /** Writes a line to the app's log. */
  write(line: string): void;
}

/** Delivers one event and records its outcome. */
export async function deliver(consumers: Consumers, state: QueueState, event: QueuedEvent): Promise<void> {
  state.delivered += 1;
  const outcome = await attempt(consumers, state, event);
  if (outcome === 'done') return settleDone(state, event);
  const job = state.jobs.get(event.jobId);
  const dueAt = state.installation.clock.now() + outcome.afterSeconds * 1000;
  if (job?.cancelled === false && dueAt < event.enqueuedAt + QUEUE_LIMITS.retentionMs) {
    const { retryReason, retryData } = outcome;
    state.waiting.push({ ...event, dueAt, retryCount: event.retryCount + 1, retry: { retryReason, retryData } });
    return undefined;
  }
  return count(job, event, 'failed');
}

type Outcome = 'done' | { afterSeconds: number; retryReason: string; retryData: unknown };

async function attempt(consumers: Consumers, state: QueueState, event: QueuedEvent): Promise<Outcome> {
  const module = requireConsumer(state, event.queueName);
  const payload = argumentOf(event, state.installation.clock.now());
  try {
    return outcomeOf(event, await consumers.run(module, payload, event.chain));
  } catch (thrown) {
    if (!(thrown instanceof InvocationFailure)) consumers.write(`${module.key} failed: ${String(thrown)}`);
    const retryReason = retryReasonOf(thrown);
    return { afterSeconds: backoffSeconds(event.retryCount), retryReason, retryData: undefined };
  }
}

/** Names why the platform tries again: of a throw, an app's code learns no more than that. */
function retryReasonOf(thrown: unknown): string {
  const code = thrown instanceof InvocationFailure ? thrown.code : undefined;
  return code === 'FUNCTION_TIME_OUT' || code === 'FUNCTION_OUT_OF_MEMORY' ? code : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
}

function requireConsumer(state: QueueState, queueName: string): ManifestModule {
  const consumer = consumerOf(state, queueName);
  if (consumer === undefined) throw new InvocationFailure('NOT_DEFINED', `No consumer for queue ${queueName}`);
  return consumer;
}

function argumentOf(event: QueuedEvent, now: number) {
  return {
    queueName: event.queueName,
    jobId: event.jobId,
    eventId: event.eventId,
    body: event.body,
    delayInSeconds: event.delayInSeconds,
    concurrency: event.concurrency,
    retryContext: retryContext(event, now),
  };
}

function retryContext(event: QueuedEvent, now: number) {
  return (
    event.retry && {
      retryCount: event.retryCount,
      ...event.retry,
      retentionWindow: {
        startTime: new Date(event.enqueuedAt).toISOString(),
        remainingTimeMs: event.enqueuedAt + QUEUE_LIMITS.retentionMs - now,
      },
    }
  );
}

/** Reads an InvocationError that the consumer returned; after any other result the event is done. */
function outcomeOf(event: QueuedEvent, result: unknown): Outcome {
  if (!isRecord(result) || result['_retry'] !== true) return 'done';
  const options = isRecord(result['retryOptions']) ? result['retryOptions'] : {};
  const { retryAfter, retryReason, retryData } = options;
  if (jsonBytes(retryData) > QUEUE_LIMITS.retryDataBytes) throw new Error('retryData is larger than 4 KB');
  const wanted = typeof retryAfter === 'number' ? retryAfter : backoffSeconds(event.retryCount);
  return {
    afterSeconds: Math.min(Math.max(wanted, QUEUE_LIMITS.minRetryAfterSeconds), QUEUE_LIMITS.maxRetryAfterSeconds),
    retryReason: typeof retryReason === 'string' ? retryReason : 'FUNCTION_RETRY_REQUEST',
    retryData,
  };
}

function backoffSeconds(retryCount: number): number {
  return Math.min(QUEUE_LIMITS.maxBackoffSeconds, QUEUE_LIMITS.firstBackoffSeconds * 2 ** retryCount);
}

function settleDone(state: QueueState, event: QueuedEvent): void {
  count(state.jobs.get(event.jobId), event, 'success');
  if (state.faults.take('duplicate', [event]) !== undefined) state.waiting.push({ ...event, isRepeat: true });
}

function count(job: Job | undefined, { isRepeat }: QueuedEvent, outcome: 'success' | 'failed'): void {
  if (job === undefined || isRepeat) return;
  job[outcome] += 1;
  job.inProgress -= 1;
}
