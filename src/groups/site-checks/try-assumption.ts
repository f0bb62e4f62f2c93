import { failureOf } from '../../broker/errors';
import type { Assumption, NotRunReason, SiteCheck } from '../../shared/groups/site-checks';
import type { ApiError, ForbiddenReason } from '../../shared/result';
import type { GroupPorts } from '../ports';

/** Returns a failure with its code and the status behind it. Rethrows any error that isn't the app's own. */
export function answerIn(thrown: unknown): { failure: ApiError; answer: string } {
  const failure = failureOf(thrown);
  if (failure === undefined) throw thrown;
  return { failure, answer: `${failure.code}${statusIn(thrown)}` };
}

export function notRun(assumption: Assumption, why: NotRunReason, answer?: string): SiteCheck {
  return {
    assumption,
    outcome: 'notRun',
    why,
    ...(answer !== undefined && { answer }),
  };
}

/** The result of a try; `why`: it couldn't be tried. */
type Finding = { holds: boolean; answer: string } | { why: NotRunReason; answer: string };

/** Tries one assumption, whatever time is left. */
export async function tryAnyway(assumption: Assumption, attempt: () => Promise<Finding>): Promise<SiteCheck> {
  try {
    const found = await attempt();
    if ('why' in found) return notRun(assumption, found.why, found.answer);
    return { assumption, outcome: found.holds ? 'holds' : 'broken', answer: found.answer };
  } catch (thrown) {
    const { failure, answer } = answerIn(thrown);
    const why = whyNot(failure);
    return why === undefined ? { assumption, outcome: 'broken', answer } : notRun(assumption, why, answer);
  }
}

/** Time to delete the group and write the answer. */
const RESERVE_MS = 5_000;

/** Tries one assumption, if there is time. */
export async function tryAssumption(
  { deadline }: GroupPorts,
  assumption: Assumption,
  attempt: () => Promise<Finding>,
): Promise<SiteCheck> {
  return deadline.remainingMs() < RESERVE_MS ? notRun(assumption, 'noTimeLeft') : tryAnyway(assumption, attempt);
}

/** Returns the status that Atlassian answered, if the failure holds it. */
function statusIn(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : undefined;
  return typeof status === 'number' ? ` ${String(status)}` : '';
}

/** Reasons of refusals that mean a right was withdrawn while the checks ran. */
const WITHDRAWN: Partial<Record<ForbiddenReason, NotRunReason>> = {
  PRIVILEGED_USER_CHANGED: 'privilegedUserChanged',
  CHANGES_PAUSED: 'changesPaused',
  NOT_CONFLUENCE_ADMIN: 'noLongerAdmin',
};

/** Returns the reason why a failure doesn't tell the site's answer; undefined if it is a clear answer. */
function whyNot(failure: ApiError): NotRunReason | undefined {
  switch (failure.code) {
    case 'RATE_LIMITED':
      return 'rateLimited';
    case 'UPSTREAM_UNAVAILABLE':
    case 'AUDIT_UNAVAILABLE':
    case 'STORAGE_UNAVAILABLE':
      return 'unavailable';
    case 'CONSENT_MISSING':
      return 'consentMissing';
    case 'PRIVILEGED_USER_UNAVAILABLE':
      return failure.cause === 'notApproved' ? 'notApproved' : 'notActing';
    case 'FORBIDDEN':
      return WITHDRAWN[failure.reason];
    case 'ATLASSIAN_REFUSED':
    case 'CONFLICT':
    case 'INTERNAL':
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
    case 'UPSTREAM_CONTRACT':
      return undefined;
  }
}
