import { failureOf } from '../../broker/errors';
import type { CustomerPorts } from '../ports';
import { factsOf, type ProjectSession } from '../project-session';
import { customerRefusal } from '../refusals';
import { sessionNow } from './attempt';
import { createAccount } from './create-account';
import { accept, failed, notAllowed, notTried, type RequestInSession, type SettledAccount } from './settled-account';

/** Finds the account as the caller, or creates it as the privileged user. Never throws a failure: it's the account's outcome. */
export async function settleAccount(ports: CustomerPorts, at: RequestInSession): Promise<SettledAccount> {
  const known = await sessionNow(at.freshSession);
  if ('notSent' in known) return notTried(known.notSent);
  const { session } = known;
  const reason = customerRefusal(factsOf(session, at.request));
  if (reason !== undefined) return notAllowed(reason);
  try {
    return await settle(ports, at, session);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return failed(failure);
  }
}

async function settle(ports: CustomerPorts, at: RequestInSession, begun: ProjectSession): Promise<SettledAccount> {
  // An automation's input may be text that a customer wrote: its quota limits everything that it does.
  const taken = begun.via === 'rule' ? await at.quota.take(begun) : undefined;
  if (taken?.allowed === false) return notAllowed(taken.reason);
  const found = await ports.jira.findAccount(at.request.email.address);
  const known = await sessionNow(at.freshSession);
  if ('notSent' in known) {
    if (taken !== undefined) await at.quota.giveBack(taken.value);
    return notTried(known.notSent);
  }
  const { session } = known;
  if (found?.certain === true) return accept(session.policy, found.account, 'existed');
  // An account that only has the address as its name may be somebody else's: Jira's answer to a creation tells whether the address is in use.
  const quota = taken ?? (await at.quota.take(session));
  return quota.allowed ? createAccount(ports, at, quota.value) : notAllowed(quota.reason);
}
