import { customerRefusal } from '../../domain/customer-policy';
import { failureOf } from '../../domain/errors';
import type { Ports } from '../../domain/ports';
import { createAccount } from './customer-creation';
import { accept, failed, notAllowed, type AtDesk, type SettledAccount } from './customer-settled';

/** Finds the account as the caller, or creates it as the privileged user. Never throws a failure: it is a step's outcome. */
export async function settleAccount(ports: Ports, at: AtDesk): Promise<SettledAccount> {
  const rule = customerRefusal(at.subject);
  if (rule !== undefined) return notAllowed(rule);
  try {
    return await settle(ports, at);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return failed(failure);
  }
}

async function settle(ports: Ports, at: AtDesk): Promise<SettledAccount> {
  // What a rule does may be text that a customer wrote: its quota bounds all of it.
  const taken = at.desk.via === 'rule' ? await at.quota.take() : undefined;
  if (taken?.taken === false) return notAllowed(taken.rule);
  const found = await ports.jira.findAccount(at.subject.ask.email.address);
  if (found?.certain === true) return accept(at.desk, found.account, 'existed');
  // Whoever only bears the address as a name may be somebody else: whether the address is in use, Jira's answer to a creation tells.
  const quota = taken ?? (await at.quota.take());
  return quota.taken ? createAccount(ports, at, quota) : notAllowed(quota.rule);
}
