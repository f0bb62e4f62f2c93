import { makeInvoke } from '@forge/bridge';

import type { CustomerSettingsApi, QueuePageApi } from '../src/shared/customers/api';
import type { GlobalSettingsApi, SpaceSettingsApi } from '../src/shared/groups/api';
import type { ApiError, Result } from '../src/shared/result';

/** Gives the reason why a call doesn't have a value: the app's own answer, or `NO_ANSWER` if the call never reached the app or its answer got lost. */
export type Failure = ApiError | { code: 'NO_ANSWER' };

/** Holds what a page gets from a call: never an exception. */
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Makes the calls of the global page. */
export const callGlobalSettings = makeInvoke<GlobalSettingsApi>();
/** Makes the calls of the space page. */
export const callSpaceSettings = makeInvoke<SpaceSettingsApi>();
/** Makes the calls of the queue page. */
export const callQueuePage = makeInvoke<QueuePageApi>();
/** Makes the calls of the customer settings, Jira's administration page. */
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
