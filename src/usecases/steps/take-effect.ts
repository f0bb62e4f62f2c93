import type { AuditAction } from '../../domain/audit';
import { instant } from '../../domain/instant';
import type { Ports } from '../../domain/ports';
import {
  privilegedUserState,
  withoutPeopleChosen,
  type CheckGroup,
  type Observation,
  type PrivilegedUserSetting,
} from '../../domain/privileged-user';
import type { AccountId } from '../../shared/ids';
import type { Check, SaveOutcome } from '../../shared/views';
import { audited } from './audited';
import { rememberLeftover } from './leftovers';
import { finishMigration, withTokenNoted } from './legacy-credentials';
import { orLog } from './or-log';
import { viewOf } from './privileged-user';
import { keepWriteTest } from './site-admin-proof';
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
  const { passed, checks, leftoverCheckGroups } = await validateCandidate(ports, caller, accountId);
  // Before anything else can fail: nobody would delete a group that nobody knows.
  for (const leftover of leftoverCheckGroups) {
    await orLog(ports, 'leftover not noted', () => rememberLeftover(ports, leftover));
  }
  await keepOwnTest(ports, caller, action, checks);
  if (!passed) {
    return { outcome: 'refused', checks, leftoverCheckGroups: leftoverCheckGroups.map((group) => group.groupName) };
  }
  const at = instant(ports.clock);
  const { value } = await ports.settings.privilegedUser();
  const kept = await withTokenNoted(ports, withoutPeopleChosen(value));
  const setting: PrivilegedUserSetting = { ...kept, current: { accountId, setBy, setAt: at } };
  const noted = (await ports.settings.observation())?.leftoverCheckGroups ?? [];
  const isNoted = ({ groupId }: CheckGroup) => noted.some((group) => group.groupId === groupId);
  const observation: Observation = {
    accountId,
    at,
    checks,
    leftoverCheckGroups: [...noted, ...leftoverCheckGroups.filter((group) => !isNoted(group))],
  };
  await audited(ports, { action, caller, accountId }, () =>
    ports.settings.savePrivilegedUser(setting, seenVersion, observation),
  );
  const legacyRecord = await finishMigration(ports, caller);
  const stored = await ports.settings.privilegedUser();
  return {
    outcome: 'active',
    privilegedUser: viewOf({
      stored,
      observation,
      legacyRecord,
      state: privilegedUserState(setting, observation, legacyRecord),
    }),
  };
};

/**
 * The write test of a person who chooses themselves shows whether they are a site admin: it was made as them, while they are present. One that was
 * refused ends their proof also where they were asked.
 */
async function keepOwnTest(
  ports: Ports,
  caller: AccountId,
  action: Taking['action'],
  checks: readonly Check[],
): Promise<void> {
  const test = checks.find(({ name }) => name === 'writeTest');
  if (test?.outcome === 'failed' && test.cause === 'lacksPermission') await keepWriteTest(ports, caller, false);
  // What was chosen takes effect though the proof couldn't be kept.
  const isKept = test?.outcome === 'passed' && action === 'savePrivilegedUser';
  if (isKept) await orLog(ports, 'proof not kept', () => keepWriteTest(ports, caller, true));
}
