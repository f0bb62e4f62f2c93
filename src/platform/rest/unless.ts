// Failures that are answers, such as a 404 for a group that is gone.
// https://developer.atlassian.com/cloud/confluence/rest/v1/
import { failureOf } from '../../broker/errors';
import type { ErrorCode } from '../../shared/result';

/** Returns what the call answers, or `otherwise` if it fails with one of these codes. */
export async function unless<T, U>(codes: readonly ErrorCode[], otherwise: U, run: () => Promise<T>): Promise<T | U> {
  try {
    return await run();
  } catch (thrown) {
    demandCode(thrown, codes);
    return otherwise;
  }
}

/** Returns what the call answers; undefined if it fails with one of these codes. */
export async function foundUnless<T>(codes: readonly ErrorCode[], run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (thrown) {
    demandCode(thrown, codes);
    return undefined;
  }
}

/** Throws on what isn't a failure with one of these codes. */
function demandCode(thrown: unknown, codes: readonly ErrorCode[]): void {
  const failure = failureOf(thrown);
  if (failure === undefined || !codes.includes(failure.code)) throw thrown;
}
