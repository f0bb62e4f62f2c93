import type { AuditAction } from '../../domain/audit';
import type { Ports } from '../../domain/ports';
import { privilegedUserState, type Observation, type PrivilegedUserSetting } from '../../domain/privileged-user';
import type { AccountId } from '../../shared/ids';
import type { SaveOutcome } from '../../shared/views';
import { audited, instant } from './audited';
import { viewOf } from './privileged-user';
import { validateCandidate } from './validate-candidate';

/** Deletes the e-mail and token of older versions, audited. The token is not read, and stays valid until its owner revokes it. */
export const deleteLegacyCredentials = async (ports: Ports, caller: AccountId): Promise<void> => {
  await audited(ports, { action: 'deleteStoredCredentials', caller }, () => ports.legacyCredentials.delete());
};

/** Who takes effect, who asked for it, and what the caller has seen of the setting. */
interface Taking {
  action: Extract<AuditAction, 'savePrivilegedUser' | 'acceptNomination'>;
  caller: AccountId;
  accountId: AccountId;
  setBy: AccountId;
  seenVersion: number;
}

/**
 * Makes an account the privileged user: checks it, stores it with what the checks found, deletes the old credentials.
 *
 * A failed check stores nothing. If the process dies before the deletion, the next load of the global page finishes it.
 */
export const takeEffect = async (
  ports: Ports,
  { action, caller, accountId, setBy, seenVersion }: Taking,
): Promise<SaveOutcome> => {
  const { passed, checks, inSiteAdminGroup, leftoverCheckGroups } = await validateCandidate(ports, caller, accountId);
  if (!passed) {
    return { outcome: 'refused', checks, leftoverCheckGroups: leftoverCheckGroups.map((group) => group.groupName) };
  }
  const at = instant(ports.clock);
  const setting: PrivilegedUserSetting = {
    current: { accountId, setBy, setAt: at, wasInSiteAdminGroup: inSiteAdminGroup },
  };
  const observation: Observation = { accountId, at, checks, leftoverCheckGroups };
  const version = await audited(ports, { action, caller, accountId }, () =>
    ports.settings.savePrivilegedUser(setting, seenVersion, observation),
  );
  if (await ports.legacyCredentials.exist()) await deleteLegacyCredentials(ports, caller);
  return {
    outcome: 'active',
    privilegedUser: viewOf({
      stored: { value: setting, version },
      observation,
      legacyRecord: false,
      state: privilegedUserState(setting, observation, false),
    }),
  };
};
