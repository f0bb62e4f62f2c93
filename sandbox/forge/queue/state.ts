// State of the async events service for one installation.
// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
import type { Installation } from '../installation';

interface Concurrency {
  key: string;
  limit: number;
}

interface RetryRequest {
  retryReason: string;
  retryData: unknown;
}

export interface QueuedEvent {
  queueName: string;
  jobId: string;
  eventId: string;
  body: unknown;
  delayInSeconds: number | undefined;
  concurrency: Concurrency | undefined;
  enqueuedAt: number;
  dueAt: number;
  /** Deliveries that failed in the app. */
  retryCount: number;
  retry: RetryRequest | undefined;
}

export interface Job {
  queueName: string;
  success: number;
  inProgress: number;
  failed: number;
  cancelled: boolean;
}

export interface QueueState {
  installation: Installation;
  waiting: QueuedEvent[];
  jobs: Map<string, Job>;
  /** Push times of the last minute's events. */
  pushedAt: number[];
  /** Number of successful deliveries to repeat. */
  duplicates: number;
  /** Statuses of the next pushes' refusals. */
  refusals: number[];
}

export function createQueueState(installation: Installation): QueueState {
  return {
    installation,
    waiting: [],
    jobs: new Map(),
    pushedAt: [],
    duplicates: 0,
    refusals: [],
  };
}
