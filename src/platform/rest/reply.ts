// The reply to one REST call: the product's answer, or Forge's word that it couldn't get one.
// https://developer.atlassian.com/platform/forge/runtime-reference/product-fetch-api/ and https://developer.atlassian.com/cloud/confluence/rate-limiting/
import {
  NeedsAuthenticationError,
  ProxyRequestError,
  RequestProductNotAllowedError,
  type APIResponse,
} from '@forge/api';

import { retryAfterMs } from './retry-after';

export interface Reply {
  /** Absent: there wasn't an answer. */
  status?: number;
  ok: boolean;
  body: string;
  /** The parsed body of an ok answer; undefined if it isn't JSON. */
  json?: unknown;
  retryAfterMs?: number | undefined;
  /** Less than a fifth of the hour's points is left. A refusal's warning is about the limit that it names: the hour's, if the wait is a long one. */
  nearLimit: boolean;
  /** Forge answered instead of the product: it wouldn't act as this account, or the product isn't there. */
  fromForge: boolean;
  thrown?: unknown;
}

/** Waits for the answer and its body. Never throws. */
export async function replyTo(call: () => Promise<APIResponse>, now: () => number): Promise<Reply> {
  try {
    const response = await call();
    const body = await response.text();
    const waitMs = retryAfterMs(response.headers.get('retry-after'), now());
    return {
      status: response.status,
      ok: response.ok,
      body,
      json: response.ok ? parseJson(body) : undefined,
      retryAfterMs: waitMs,
      nearLimit: response.headers.get('x-ratelimit-nearlimit') === 'true' && !isBurst(response.status, waitMs),
      fromForge: false,
    };
  } catch (thrown) {
    const status = ofForge(thrown);
    return {
      ...(status === undefined ? {} : { status }),
      ok: false,
      body: '',
      nearLimit: false,
      fromForge: status !== undefined,
      thrown,
    };
  }
}

/** Longest wait after too many calls at once, which Atlassian counts over 10 seconds; the quota over an hour. Towards the end of the hour its wait is as short, and waiting is enough. */
const LONGEST_BURST_MS = 60_000;

/** Tells whether an answer is the refusal of a limit that is soon over. Reasons differ from what is documented: the wait tells. */
function isBurst(status: number, waitMs = 0): boolean {
  return status === 429 && waitMs <= LONGEST_BURST_MS;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Atlassian labels some plain text as JSON; an operation whose answer is read refuses undefined.
    return undefined;
  }
}

function ofForge(thrown: unknown): number | undefined {
  if (thrown instanceof ProxyRequestError) return thrown.status;
  // The app isn't installed in this product.
  if (thrown instanceof RequestProductNotAllowedError) return 403;
  // Forge throws it for a 401 of its own.
  return thrown instanceof NeedsAuthenticationError ? 401 : undefined;
}
