// The reply to one REST call: the product's answer, or Forge's word that it couldn't get one.
// https://developer.atlassian.com/platform/forge/runtime-reference/product-fetch-api/
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
  /** Less than a fifth of the hour's points is left. */
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
    return {
      status: response.status,
      ok: response.ok,
      body,
      json: response.ok ? parseJson(body) : undefined,
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now()),
      nearLimit: response.headers.get('x-ratelimit-nearlimit') === 'true',
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
