import type { ApiError, Result } from '../../src/shared/result';

/** The value of an answer that must be a success. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The error of an answer that must be a failure. */
export function errorOf(result: Result<unknown>): ApiError {
  if (result.ok) throw new Error(`Not refused: ${JSON.stringify(result.value)}`);
  return result.error;
}
