// State of the async events service for one installation.
// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
import type { Installation } from '../installation';
import type { Chain } from './chain';
import { createQueueFaults } from './faults';

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
  /** Chain of the invocation that pushed it. */
  chain: Chain;
  /** Delivered besides the event itself; the job doesn't count it. */
  isRepeat: boolean;
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
  /** Number of deliveries so far, repeated ones and retries included. */
  delivered: number;
  /** Time that each delivery takes to arrive, in milliseconds. */
  latencyMs: number;
  /** Hears of each push. */
  pushed: () => void;
  faults: ReturnType<typeof createQueueFaults>;
}

export function createQueueState(installation: Installation): QueueState {
  return {
    installation,
    waiting: [],
    jobs: new Map(),
    pushedAt: [],
    delivered: 0,
    latencyMs: 0,
    pushed: () => {},
    faults: createQueueFaults(),
  };
}
