// Delivery of queued events to consumers: at least once, with retries inside the retention window.
// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/#delivery-guarantees
import { InvocationFailure } from '../failure';
import { isRecord, jsonBytes } from '../json';
import { QUEUE_LIMITS } from '../limits';
import type { ManifestModule } from '../manifest';
import type { QueuedEvent, QueueState } from './state';

/** Connects the queue to the app. */
export interface Consumers {
  run(module: ManifestModule, payload: unknown): Promise<unknown>;
  /** Writes a line to the app's log. */
  write(line: string): void;
}

/** Delivers one event and records its outcome. */
export async function deliver(consumers: Consumers, state: QueueState, event: QueuedEvent): Promise<void> {
  const outcome = await attempt(consumers, state, event);
  if (outcome === 'done') return settleDone(state, event);
  const job = state.jobs.get(event.jobId);
  const dueAt = state.installation.clock.now() + outcome.afterSeconds * 1000;
  if (job?.cancelled === false && dueAt < event.enqueuedAt + QUEUE_LIMITS.retentionMs) {
    const { retryReason, retryData } = outcome;
    state.waiting.push({ ...event, dueAt, retryCount: event.retryCount + 1, retry: { retryReason, retryData } });
    return undefined;
  }
  if (job === undefined) return undefined;
  job.failed += 1;
  job.inProgress -= 1;
  return undefined;
}

type Outcome = 'done' | { afterSeconds: number; retryReason: string; retryData: unknown };

async function attempt(consumers: Consumers, state: QueueState, event: QueuedEvent): Promise<Outcome> {
  const module = consumerOf(state, event.queueName);
  const payload = argumentOf(event, state.installation.clock.now());
  try {
    return outcomeOf(event, await consumers.run(module, payload));
  } catch (thrown) {
    if (!(thrown instanceof InvocationFailure)) consumers.write(`${module.key} failed: ${String(thrown)}`);
    const retryReason =
      thrown instanceof InvocationFailure && thrown.code === 'FUNCTION_TIME_OUT'
        ? 'FUNCTION_TIME_OUT'
        : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
    return { afterSeconds: backoffSeconds(event.retryCount), retryReason, retryData: undefined };
  }
}

function consumerOf({ installation }: QueueState, queueName: string): ManifestModule {
  const consumer = [...installation.modules.values()].find(
    ({ type, queue }) => type === 'consumer' && queue === queueName,
  );
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
    afterSeconds: Math.min(wanted, QUEUE_LIMITS.maxRetryAfterSeconds),
    retryReason: typeof retryReason === 'string' ? retryReason : 'FUNCTION_RETRY_REQUEST',
    retryData,
  };
}

function backoffSeconds(retryCount: number): number {
  return Math.min(QUEUE_LIMITS.maxBackoffSeconds, QUEUE_LIMITS.firstBackoffSeconds * 2 ** retryCount);
}

function settleDone(state: QueueState, event: QueuedEvent): void {
  if (state.duplicates > 0) {
    state.duplicates -= 1;
    state.waiting.push({ ...event });
    return;
  }
  const job = state.jobs.get(event.jobId);
  if (job === undefined) return;
  job.success += 1;
  job.inProgress -= 1;
}
