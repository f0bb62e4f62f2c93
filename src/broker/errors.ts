import type { ApiError, ForbiddenReason, Pause } from '../shared/result';
import type { RefusedSubject } from './audit/entries';
import type { GroupFacts } from './facts';

/**
 * The only failure that the app throws. `failure` can be shown to the caller: it never holds anything that they can't see.
 *
 * `cause` and `subject` are private: `cause` is logged by name and code, `subject` is recorded in the audit, and neither is returned.
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

/** Returns the subject of a refusal about a group that Confluence showed the caller. */
export function subjectOf({ groupId, name }: Pick<GroupFacts, 'groupId' | 'name'>): RefusedSubject {
  return {
    groupId,
    groupName: name,
  };
}

/** Makes the failure of a refusal; `subject` is limited to what Confluence showed the caller. */
export function forbidden(reason: ForbiddenReason, subject?: RefusedSubject): AppError {
  return new AppError({ code: 'FORBIDDEN', reason }, undefined, subject);
}

/** Makes the failure of a call as the privileged user while all changes are paused. */
export function changesPaused(paused: Pause): AppError {
  return new AppError({ code: 'FORBIDDEN', reason: 'CHANGES_PAUSED', paused });
}

/** Tells whether a call as the privileged user wasn't sent because all changes are paused: it says nothing about them. */
export function isPaused(thrown: unknown): boolean {
  const failure = failureOf(thrown);
  return failure?.code === 'FORBIDDEN' && failure.reason === 'CHANGES_PAUSED';
}

/** Makes the failure of one field that can't be accepted; `message` says why and how to correct it. */
export function invalidInput(field: string, message: string): AppError {
  return new AppError({ code: 'INVALID_INPUT', fields: [{ field, message }] });
}

/** Tells whether it's unknown what the failed call changed. If so, its attempt stays open and the hourly run settles it. */
export function isLost(failure: ApiError): boolean {
  return 'changed' in failure && failure.changed !== 'nothing';
}
