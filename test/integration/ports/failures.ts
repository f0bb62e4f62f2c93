// How the calls of a port are made to fail: what strikes the site or the storage, and the failure that must come of it.
import type { ApiError } from '../../../src/shared/result';

export interface Way {
  /** Status and headers in place of the site's answer; or the answer is lost after the call had its effect. */
  rest?: { status?: number; headers?: Record<string, string>; body?: unknown; drop?: 'after' };
  storage?: { status: number; target?: string };
  /** Status of the queue's answer. */
  queue?: { status: number };
  /** Scopes that an admin has not approved. */
  unapproved?: readonly string[];
  failure: ApiError;
}

/** Not what the app takes where a 429 names no time. */
const AFTER_40_SECONDS = { status: 429, headers: { 'retry-after': '40' } };

/** What a read of Atlassian's REST APIs can come to. */
export const READ_FAILURES = {
  RATE_LIMITED: {
    rest: AFTER_40_SECONDS,
    failure: { code: 'RATE_LIMITED', retryAfterSeconds: 40, changed: 'nothing' },
  },
  UPSTREAM_UNAVAILABLE: {
    rest: { status: 503 },
    failure: { code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' },
  },
  UPSTREAM_CONTRACT: {
    rest: { status: 200, body: 'Not what Atlassian documents' },
    failure: { code: 'UPSTREAM_CONTRACT', changed: 'nothing' },
  },
} as const satisfies Record<string, Way>;

/** What a write of Atlassian's REST APIs can come to, whatever it writes. */
export const WRITE_FAILURES = {
  ATLASSIAN_REFUSED: { rest: { status: 403 }, failure: { code: 'ATLASSIAN_REFUSED', changed: 'nothing' } },
  RATE_LIMITED: READ_FAILURES.RATE_LIMITED,
  UPSTREAM_UNAVAILABLE: { rest: { drop: 'after' }, failure: { code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' } },
} as const satisfies Record<string, Way>;

/** What the storage can come to: a read changes nothing, of a write nobody knows. */
export const STORAGE_FAILURES = {
  read: { storage: { status: 500 }, failure: { code: 'STORAGE_UNAVAILABLE', changed: 'nothing' } },
  write: { storage: { status: 500 }, failure: { code: 'STORAGE_UNAVAILABLE', changed: 'unknown' } },
  audit: { storage: { status: 500 }, failure: { code: 'AUDIT_UNAVAILABLE' } },
} as const satisfies Record<string, Way>;

/** What a push to the queue can come to. */
export const QUEUE_FAILURES = {
  RATE_LIMITED: {
    queue: { status: 429 },
    failure: { code: 'RATE_LIMITED', retryAfterSeconds: 60, changed: 'nothing' },
  },
  UPSTREAM_UNAVAILABLE: { queue: { status: 503 }, failure: { code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' } },
} as const satisfies Record<string, Way>;

/** Each try of a transaction finds that somebody else came first. */
export const ALWAYS_SECOND = {
  storage: { status: 409, target: '/api/v1/transaction' },
  failure: { code: 'RATE_LIMITED', retryAfterSeconds: 1, changed: 'nothing' },
} as const satisfies Way;

/** The app may not report accounts. */
export const NO_REPORTS = {
  unapproved: ['report:personal-data'],
  failure: { code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' },
} as const satisfies Way;

/** The name of a call in the journal of the fakes, and the REST operation that is struck. Absent: any. */
export interface Point {
  call: string;
  operationId?: string;
}
