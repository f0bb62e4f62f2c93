import type { ApiError, ForbiddenReason } from '../shared/result';

/**
 * The one failure that is thrown. `failure` may be shown to the caller: it never holds what he may not see.
 *
 * `cause` is private: it is logged by name and code, never answered.
 */
export class AppError extends Error {
  readonly failure: ApiError;

  constructor(failure: ApiError, cause?: unknown) {
    super(failure.code, { cause });
    this.name = 'AppError';
    this.failure = failure;
  }
}

/** The failure inside a thrown value, if it is one of ours. */
export const failureOf = (thrown: unknown): ApiError | undefined =>
  thrown instanceof AppError ? thrown.failure : undefined;

/** The rules say no. */
export const forbidden = (reason: ForbiddenReason): AppError => new AppError({ code: 'FORBIDDEN', reason });

/** One field of the payload can't be accepted; `message` says why and how to mend it. */
export const invalidInput = (field: string, message: string): AppError =>
  new AppError({ code: 'INVALID_INPUT', fields: [{ field, message }] });

/** Whether nobody knows what the failed call has changed: then its attempt stays open, and the hourly run settles it. */
export const isLost = (failure: ApiError): boolean => 'changed' in failure && failure.changed !== 'nothing';
