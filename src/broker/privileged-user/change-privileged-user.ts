import type { AuditAction } from '../audit/entries';
import { changeAs } from '../change-as';
import { AppError } from '../errors';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { readPrivilegedUser, type StoredPrivilegedUser } from './privileged-user';
import type { PrivilegedUserSetting } from './state';

/** One change of the setting; `version` is the one that was read. */
interface SettingChange {
  action: Extract<
    AuditAction,
    'cancelNomination' | 'declineNomination' | 'removePrivilegedUser' | 'pauseChanges' | 'resumeChanges'
  >;
  version: number;
  change: (setting: PrivilegedUserSetting) => PrivilegedUserSetting;
}

/**
 * Changes what is stored about the privileged user, without acting as anybody. CONFLICT if it changed since `version`.
 */
export async function changePrivilegedUser(
  ports: BrokerPorts,
  by: OnSite,
  { action, version, change }: SettingChange,
): Promise<StoredPrivilegedUser> {
  const { value, version: stored } = await ports.settings.privilegedUser();
  if (stored !== version) throw new AppError({ code: 'CONFLICT', what: 'settings' });
  const about = personConcerned(action, value);
  await changeAs(ports, by, {
    entries: [{ action, ...(about && { accountId: about }) }],
    write: () => ports.settings.savePrivilegedUser(change(value), version),
  });
  return readPrivilegedUser(ports);
}

/** Returns the same setting without a nominee. */
export function withoutNominee({ nominee: _gone, ...rest }: PrivilegedUserSetting): PrivilegedUserSetting {
  return rest;
}

function personConcerned(action: SettingChange['action'], { current, nominee }: PrivilegedUserSetting) {
  if (action === 'pauseChanges' || action === 'resumeChanges') return undefined;
  return (action === 'removePrivilegedUser' ? (current ?? nominee) : nominee)?.accountId;
}
