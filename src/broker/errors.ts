import type { ApiError, ForbiddenReason } from '../shared/result';
import type { RefusedSubject } from './audit/entries';
import type { GroupFacts } from './facts';

/**
 * The one failure that is thrown. `failure` may be shown to the caller: it never holds what they can't see.
 *
 * `cause` and `subject` are private: the one is logged by name and code, the other recorded in the audit, neither is answered.
 */
export class AppError extends Error {
  readonly failure: ApiError;
  readonly subject: RefusedSubject;

  constructor(failure: ApiError, cause?: unknown, subject: RefusedSubject = {}) {
    super(failure.code, { cause });
    this.name = 'AppError';
    this.failure = failure;
    this.subject = subject;
  }
}

/** Returns the failure inside a thrown value, if it is one of ours. */
export function failureOf(thrown: unknown): ApiError | undefined {
  return thrown instanceof AppError ? thrown.failure : undefined;
}

/** Returns what a refusal says of a group that Confluence has shown. */
export function subjectOf({ groupId, name }: Pick<GroupFacts, 'groupId' | 'name'>): RefusedSubject {
  return {
    groupId,
    groupName: name,
  };
}

/** Makes the failure of a refusal; `subject` is what it's said of, as far as Confluence has shown it to the caller. */
export function forbidden(reason: ForbiddenReason, subject?: RefusedSubject): AppError {
  return new AppError({ code: 'FORBIDDEN', reason }, undefined, subject);
}

/** One field of the payload can't be accepted; `message` says why and how to correct it. */
export function invalidInput(field: string, message: string): AppError {
  return new AppError({ code: 'INVALID_INPUT', fields: [{ field, message }] });
}

/** Tells whether nobody knows what the failed call has changed: then its attempt stays open, and the hourly run settles it. */
export function isLost(failure: ApiError): boolean {
  return 'changed' in failure && failure.changed !== 'nothing';
}
