import type { Check, SaveOutcome } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import type { AuditAction } from '../audit/entries';
import { changeAs } from '../change-as';
import { AppError, failureOf } from '../errors';
import { instant } from '../instant';
import type { OnSite } from '../on-site';
import { orLog } from '../or-log';
import type { BrokerPorts } from '../ports';
import { keepWriteTest } from '../site-admin/change-proofs';
import { rememberLeftover } from './leftovers';
import { finishMigration, withTokenNoted } from './legacy-credentials';
import { viewOf } from './privileged-user';
import {
  privilegedUserState,
  withoutPeopleChosen,
  type CheckGroup,
  type Observation,
  type PrivilegedUserSetting,
} from './state';
import { demandNotPaused } from './still-right';
import { validateCandidate } from './validate-candidate';

/** Names the person who requested it, and the version of the setting that they saw. */
interface Taking {
  action: Extract<AuditAction, 'savePrivilegedUser' | 'acceptNomination'>;
  setBy: AccountId;
  version: number;
}

/**
 * Makes the caller the privileged user: checks them, stores the setting with the results, and deletes the old credentials.
 *
 * Fails with CHANGES_PAUSED before anything is checked: the checks act as the caller. A failed check stores nothing. The checks take time: a person who may no longer do this by then is refused, and told about the group of the write test. If the deletion fails or the process dies before it, the next load of the global page finishes it.
 */
export async function takeEffect(
  ports: BrokerPorts,
  by: OnSite,
  { action, setBy, version }: Taking,
): Promise<SaveOutcome> {
  const { caller: accountId } = by;
  demandNotPaused((await ports.settings.privilegedUser()).value);
  const { passed, checks, leftoverCheckGroups } = await validateCandidate(ports, by);
  // Before anything else can fail: an unrecorded group would never be deleted.
  for (const leftover of leftoverCheckGroups) {
    await orLog(ports, 'leftover not noted', () => rememberLeftover(ports, leftover));
  }
  await keepOwnTest(ports, accountId, action, checks);
  if (!passed) {
    return { outcome: 'refused', checks, leftoverCheckGroups: leftoverCheckGroups.map((group) => group.groupName) };
  }
  const { setting, observation } = await newSetting(ports, { accountId, setBy, checks, leftoverCheckGroups });
  function write() {
    return ports.settings.savePrivilegedUser(setting, version, observation);
  }
  await tellingOfTest(leftoverCheckGroups, () => changeAs(ports, by, { entries: [{ action, accountId }], write }));
  const legacyRecord = await finishMigration(ports);
  const stored = await ports.settings.privilegedUser();
  const state = privilegedUserState(setting, observation, legacyRecord);
  return { outcome: 'active', privilegedUser: viewOf({ stored, observation, legacyRecord, state }) };
}

/** A person who passed the checks, with the person who chose them and the results. */
interface Passed {
  accountId: AccountId;
  setBy: AccountId;
  checks: Check[];
  leftoverCheckGroups: readonly CheckGroup[];
}

/** Returns the setting and the observation to store for them, beside groups of earlier checks that are noted. */
async function newSetting(
  ports: BrokerPorts,
  { accountId, setBy, checks, leftoverCheckGroups }: Passed,
): Promise<{ setting: PrivilegedUserSetting; observation: Observation }> {
  const at = instant(ports.clock);
  const { value } = await ports.settings.privilegedUser();
  const kept = await withTokenNoted(ports, withoutPeopleChosen(value));
  const noted = (await ports.settings.observation())?.leftoverCheckGroups ?? [];
  const fresh = leftoverCheckGroups.filter(({ groupId }) => noted.every((group) => group.groupId !== groupId));
  return {
    setting: { ...kept, current: { accountId, setBy, setAt: at } },
    observation: { accountId, at, checks, leftoverCheckGroups: [...noted, ...fresh] },
  };
}

/**
 * The write test of a person who chooses themselves shows whether they are a site admin: it was made as them, while they are present. One that was
 * refused ends their proof also where they were asked.
 */
async function keepOwnTest(
  ports: BrokerPorts,
  caller: AccountId,
  action: Taking['action'],
  checks: readonly Check[],
): Promise<void> {
  const test = checks.find(({ name }) => name === 'writeTest');
  if (test?.outcome === 'failed' && test.cause === 'lacksPermission') await keepWriteTest(ports, caller, false);
  // The choice takes effect even if the proof can't be stored.
  const isKept = test?.outcome === 'passed' && action === 'savePrivilegedUser';
  if (isKept) await orLog(ports, 'proof not kept', () => keepWriteTest(ports, caller, true));
}

/** Adds to a refusal after a write test whether the test's group still exists. */
async function tellingOfTest<T>(left: readonly CheckGroup[], store: () => Promise<T>): Promise<T> {
  try {
    return await store();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure?.code !== 'FORBIDDEN') throw thrown;
    throw new AppError({ ...failure, testGroup: left.length === 0 ? 'deleted' : 'stays' }, thrown);
  }
}
