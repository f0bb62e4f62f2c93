import type { ErrorCode } from '../../shared/result';
import type { QuotaTaking } from '../policy';
import type { CustomerPorts } from '../ports';
import { confirmAccount } from './confirm-account';
import { sendCreation } from './send-creation';
import { failed, notTried, type RequestInSession, type SettledAccount } from './settled-account';

/** Failures that neither created an account nor tell whether there is one: they don't use up any quota. */
const COST_NOTHING: readonly ErrorCode[] = [
  'RATE_LIMITED',
  'ATLASSIAN_REFUSED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
  // A lost answer is handled before.
  'UPSTREAM_UNAVAILABLE',
];

/**
 * Creates an account as the privileged user and looks it up as them. Never throws a failure: it's the account's outcome.
 *
 * The lookup follows any answer of Jira. So a failed lookup never tells whether there was an account before, and once
 * Jira has answered, nothing goes back to the quota.
 */
export async function createAccount(
  ports: CustomerPorts,
  at: RequestInSession,
  taking: QuotaTaking,
): Promise<SettledAccount> {
  const answer = await sendCreation(ports, at, taking);
  if ('notSent' in answer) {
    await at.quota.giveBack(taking);
    return notTried(answer.notSent);
  }
  if ('notDone' in answer) {
    if (COST_NOTHING.includes(answer.notDone.code)) await at.quota.giveBack(taking);
    return failed(answer.notDone);
  }
  return { ...(await confirmAccount(ports, at, taking, answer)), afterCreation: true };
}
