import type { ApiError } from '../shared/result';

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
