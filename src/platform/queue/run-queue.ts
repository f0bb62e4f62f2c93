// Events of runs, by Forge's queue.
// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
import {
  InternalServerError,
  InvalidPushSettingsError,
  InvocationLimitReachedError,
  NoEventsToPushError,
  PartialSuccessError,
  PayloadTooBigError,
  Queue,
  RateLimitError,
  TooManyEventsError,
} from '@forge/events';

import { AppError } from '../../broker/errors';
import type { RunEvent, RunQueue } from '../../broker/runs/queue';
import type { ApiError } from '../../shared/result';

/** As manifest.yml names it. */
const QUEUE = 'runs';

/** All runs of an installation take turns. */
const CONCURRENCY = { key: 'runs', limit: 1 };

/** The queue of this installation. See the port for how it fails. */
export function createRunQueue(): RunQueue {
  const queue = new Queue({ key: QUEUE });
  return {
    async push(events) {
      try {
        await queue.push(events.map(pushed));
      } catch (thrown) {
        throw new AppError(failureOfPush(thrown), thrown);
      }
    },
  };
}

function pushed({ delaySeconds, ...body }: RunEvent) {
  return { body, concurrency: CONCURRENCY, ...(delaySeconds !== undefined && { delayInSeconds: delaySeconds }) };
}

/** The limit is 500 events a minute. */
const A_MINUTE = 60;

function failureOfPush(thrown: unknown): ApiError {
  if (thrown instanceof RateLimitError) {
    return { code: 'RATE_LIMITED', retryAfterSeconds: A_MINUTE, changed: 'nothing' };
  }
  if (thrown instanceof PartialSuccessError) return { code: 'UPSTREAM_UNAVAILABLE', changed: 'some' };
  return { code: 'UPSTREAM_UNAVAILABLE', changed: isRefusal(thrown) ? 'nothing' : 'unknown' };
}

const CLEAR = [
  InvalidPushSettingsError,
  InvocationLimitReachedError,
  NoEventsToPushError,
  PayloadTooBigError,
  TooManyEventsError,
];

/** A clear answer, or a push that never reached Forge; a thrown call or a 5xx says nothing. */
function isRefusal(thrown: unknown): boolean {
  if (thrown instanceof InternalServerError) return /^4\d\d/.test(thrown.message);
  return CLEAR.some((kind) => thrown instanceof kind);
}
