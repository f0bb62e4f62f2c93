import type { SaveOutcome } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import { changeAs } from '../change-as';
import { AppError } from '../errors';
import { instant } from '../instant';
import type { OnSite } from '../on-site';
import type { BrokerPorts, Versioned } from '../ports';
import { checkAccount } from './checks';
import { readPrivilegedUser, viewOf } from './privileged-user';
import type { PrivilegedUserSetting } from './state';
import { takeEffect } from './take-effect';
import { withNotRun } from './validate-candidate';

/**
 * Chooses the privileged user. Choosing oneself takes effect at once; anybody else must accept first.
 *
 * `refused` if a check failed, and then nothing is stored. Fails with CONFLICT if another admin saved since `version`.
 */
export async function savePrivilegedUser(
  ports: BrokerPorts,
  by: OnSite,
  { accountId, version }: { accountId: AccountId; version: number },
): Promise<SaveOutcome> {
  const stored = await ports.settings.privilegedUser();
  // Before any check runs: a write test for a choice that can't be stored would be in vain.
  if (stored.version !== version) throw new AppError({ code: 'CONFLICT', what: 'settings' });
  if (accountId !== by.caller) return nominate(ports, by, accountId, stored);
  return takeEffect(ports, by, { action: 'savePrivilegedUser', setBy: by.caller, version });
}

/** Asks the person picked to lend their rights; nothing runs as them before they accept. */
async function nominate(
  ports: BrokerPorts,
  by: OnSite,
  accountId: AccountId,
  { value, version }: Versioned<PrivilegedUserSetting>,
): Promise<SaveOutcome> {
  const account = await checkAccount(ports, accountId);
  if (account.outcome !== 'passed') {
    return { outcome: 'refused', checks: withNotRun([account]), leftoverCheckGroups: [] };
  }
  const setting = { ...value, nominee: { accountId, nominatedBy: by.caller, nominatedAt: instant(ports.clock) } };
  await changeAs(ports, by, {
    entries: [{ action: 'nominatePrivilegedUser', accountId }],
    write: () => ports.settings.savePrivilegedUser(setting, version),
  });
  return { outcome: 'waiting', privilegedUser: viewOf(await readPrivilegedUser(ports)) };
}
