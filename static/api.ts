import { makeInvoke } from '@forge/bridge';

import type { CustomerSettingsApi, QueuePageApi } from '../src/shared/customers/api';
import type { GlobalSettingsApi, SpaceSettingsApi } from '../src/shared/groups/api';
import type { ApiError, Result } from '../src/shared/result';

/** Why a call has no value: the app's own answer, or `NO_ANSWER` if the call never reached the app or its answer got lost. */
export type Failure = ApiError | { code: 'NO_ANSWER' };

/** What a page gets from a call: never an exception. */
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Calls of the global page. */
export const callGlobalSettings = makeInvoke<GlobalSettingsApi>();
/** Calls of the space page. */
export const callSpaceSettings = makeInvoke<SpaceSettingsApi>();
/** Calls of the queue page. */
export const callQueuePage = makeInvoke<QueuePageApi>();
/** Calls of the customer settings, Jira's administration page. */
export const callCustomerSettings = makeInvoke<CustomerSettingsApi>();

/** Waits for a call. A call that the platform rejects, or answers with something else than a result, fails with NO_ANSWER. */
export async function answered<T>(call: Promise<Result<T>>): Promise<Answer<T>> {
  try {
    const result = await call;
    if (!isResult(result)) return { ok: false, failure: { code: 'NO_ANSWER' } };
    return result.ok ? { ok: true, value: result.value } : { ok: false, failure: result.error };
  } catch {
    return { ok: false, failure: { code: 'NO_ANSWER' } };
  }
}

function isResult(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
