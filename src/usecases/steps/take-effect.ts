import type { AuditAction } from '../../domain/audit';
import { instant } from '../../domain/instant';
import type { Ports } from '../../domain/ports';
import { privilegedUserState, type Observation, type PrivilegedUserSetting } from '../../domain/privileged-user';
import type { AccountId } from '../../shared/ids';
import type { SaveOutcome } from '../../shared/views';
import { audited } from './audited';
import { finishMigration } from './legacy-credentials';
import { viewOf } from './privileged-user';
import { validateCandidate } from './validate-candidate';

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
 * A failed check stores nothing. If the deletion fails or the process dies before it, the next load of the global page finishes it.
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
  const earlier = (await ports.settings.observation())?.leftoverCheckGroups ?? [];
  const observation: Observation = {
    accountId,
    at,
    checks,
    leftoverCheckGroups: [...earlier, ...leftoverCheckGroups],
  };
  const version = await audited(ports, { action, caller, accountId }, () =>
    ports.settings.savePrivilegedUser(setting, seenVersion, observation),
  );
  const { legacyRecord } = await finishMigration(ports, caller);
  return {
    outcome: 'active',
    privilegedUser: viewOf({
      stored: { value: setting, version },
      observation,
      legacyRecord,
      state: privilegedUserState(setting, observation, legacyRecord),
    }),
  };
};
