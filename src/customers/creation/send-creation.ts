import type { Attempt } from '../../broker/audit/entries';
import { failureOf, isLost } from '../../broker/errors';
import { allow } from '../../broker/verdict';
import type { AccountId } from '../../shared/ids';
import type { ApiError } from '../../shared/result';
import { grantCreateCustomer, type QuotaTaking } from '../policy';
import type { CustomerPorts } from '../ports';
import { factsOf, type ProjectSession } from '../project-session';
import type { CustomerRequest } from '../refusals';
import { attempt, type NotSent } from './attempt';
import type { RequestInSession } from './settled-account';

type Arrived = { said: 'created'; accountId: AccountId } | { said: 'unread' | 'exists' | 'rejected' };

/** Jira's answer. `unread`: created, but the answer doesn't name the account. `nothing`: the answer was lost. */
export type Answer = Arrived | { said: 'nothing' };

/** Names an answer that created nothing, as the audit does. */
const CREATED_NOTHING = {
  exists: { outcome: 'unchanged', code: 'CONFLICT' },
  rejected: { outcome: 'failed', code: 'REJECTED' },
} as const;

/** Creates an account as the privileged user, audited. `notDone`: Jira or Forge refused. Throws only if it isn't a failure. */
export async function sendCreation(
  ports: CustomerPorts,
  at: RequestInSession,
  taking: QuotaTaking,
): Promise<Answer | { notDone: ApiError } | { notSent: NotSent }> {
  try {
    const sent = await attempt(ports, {
      freshSession: at.freshSession,
      entry: (session) => ({ action: 'createCustomer', ...entryByEmail(session, at.request) }),
      judge: (session) => grantCreateCustomer(factsOf(session, at.request), allow(taking)),
      perform: async (grant) => answerOf(() => ports.customerWriter.create(grant)),
      found: (answer) => {
        if (answer.said === 'created') return { accountId: answer.accountId };
        return answer.said === 'unread' ? {} : CREATED_NOTHING[answer.said];
      },
    });
    return 'value' in sent ? sent.value : sent;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return isLost(failure) ? { said: 'nothing' } : { notDone: failure };
  }
}

/** Describes an attempt for somebody of whom only the email address is known. The audit stores its domain only. */
export function entryByEmail(
  session: ProjectSession,
  { email }: CustomerRequest,
): Omit<Attempt, 'id' | 'at' | 'action'> {
  return {
    caller: session.caller,
    actedAs: session.privilegedUser,
    projectId: session.project.projectId,
    domain: email.domain,
    via: session.via,
  };
}

/** Reads the answer to a creation. Jira answers every real creation with a success, whatever else it says. */
async function answerOf(create: () => Promise<{ accountId: AccountId } | 'exists' | 'rejected'>): Promise<Arrived> {
  try {
    const answer = await create();
    return typeof answer === 'string' ? { said: answer } : { said: 'created', accountId: answer.accountId };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure?.code === 'UPSTREAM_CONTRACT' && isLost(failure)) return { said: 'unread' };
    throw thrown;
  }
}
