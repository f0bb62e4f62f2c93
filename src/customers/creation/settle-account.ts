import { failureOf } from '../../broker/errors';
import { customerRefusal } from '../policy';
import type { CustomerPorts } from '../ports';
import { caseAt, type CustomerDesk } from '../project-session';
import { deskNow } from './attempt';
import { createAccount } from './create-account';
import { accept, failed, notAllowed, notTried, type AtDesk, type SettledAccount } from './settled-account';

/** Finds the account as the caller, or creates it as the privileged user. Never throws a failure: it is a step's outcome. */
export async function settleAccount(ports: CustomerPorts, at: AtDesk): Promise<SettledAccount> {
  const known = await deskNow(at.desks);
  if ('notTaken' in known) return notTried(known.notTaken);
  const { desk } = known;
  const rule = customerRefusal(caseAt(desk, at.ask));
  if (rule !== undefined) return notAllowed(rule);
  try {
    return await settle(ports, at, desk);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return failed(failure);
  }
}

async function settle(ports: CustomerPorts, at: AtDesk, begun: CustomerDesk): Promise<SettledAccount> {
  // What a rule does may be text that a customer wrote: its quota bounds all of it.
  const taken = begun.via === 'rule' ? await at.quota.take(begun) : undefined;
  if (taken?.allowed === false) return notAllowed(taken.reason);
  const found = await ports.jira.findAccount(at.ask.email.address);
  const known = await deskNow(at.desks);
  if ('notTaken' in known) {
    if (taken !== undefined) await at.quota.giveBack(taken.value);
    return notTried(known.notTaken);
  }
  const { desk } = known;
  if (found?.certain === true) return accept(desk.policy, found.account, 'existed');
  // Whoever only bears the address as a name may be somebody else: whether the address is in use, Jira's answer to a creation tells.
  const quota = taken ?? (await at.quota.take(desk));
  return quota.allowed ? createAccount(ports, at, quota.value) : notAllowed(quota.reason);
}
