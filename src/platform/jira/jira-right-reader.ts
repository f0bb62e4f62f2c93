// The privileged user's rights in Jira, read as themselves.
// https://developer.atlassian.com/platform/forge/security/#user-impersonation
import { failureOf, isPaused } from '../../broker/errors';
import type { JiraRightReader, JiraRightResult } from '../../customers/ports';
import type { AccountId } from '../../shared/ids';
import type { UnavailableCause } from '../../shared/result';
import { privilegedUser } from '../rest/identity';
import type { RequestDeps } from '../rest/request';
import { holds } from './permissions';

/** Reads Jira as the privileged user. */
export function createJiraRightReader(deps: RequestDeps): JiraRightReader {
  return {
    isJiraAdmin: (actAs) => isJiraAdmin(deps, actAs),
  };
}

const SAYS_NOTHING: readonly UnavailableCause[] = ['notApproved', 'notKnown'];

const NO_ACCESS: JiraRightResult = { works: false, noAccess: true };

async function isJiraAdmin(deps: RequestDeps, actAs: AccountId): Promise<JiraRightResult> {
  try {
    return { works: await holds(deps, privilegedUser(actAs), 'ADMINISTER') };
  } catch (thrown) {
    if (isPaused(thrown)) throw thrown;
    const failure = failureOf(thrown);
    // Scopes that await approval, or may do so, don't say anything about the person.
    if (failure?.code === 'PRIVILEGED_USER_UNAVAILABLE')
      return SAYS_NOTHING.includes(failure.cause) ? { works: undefined } : NO_ACCESS;
    // Jira's answer to an account that may not use it.
    if (failure?.code === 'ATLASSIAN_REFUSED' || failure?.code === 'NOT_FOUND') return NO_ACCESS;
    return { works: undefined };
  }
}
