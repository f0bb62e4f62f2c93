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
import { validateCandidate } from './validate-candidate';

/** Who asked for it, and what the person who takes effect has seen of the setting. */
interface Taking {
  action: Extract<AuditAction, 'savePrivilegedUser' | 'acceptNomination'>;
  setBy: AccountId;
  version: number;
}

/**
 * Makes the person who calls the privileged user: checks them, stores it with what the checks found, deletes the old credentials.
 *
 * A failed check stores nothing. The checks take their time: whoever may no longer do this by then is refused, and told of the group of the write test. If the deletion fails or the process dies before it, the next load of the global page finishes it.
 */
export async function takeEffect(
  ports: BrokerPorts,
  by: OnSite,
  { action, setBy, version }: Taking,
): Promise<SaveOutcome> {
  const { caller: accountId } = by;
  const { passed, checks, leftoverCheckGroups } = await validateCandidate(ports, by);
  // Before anything else can fail: nobody would delete a group that nobody knows.
  for (const leftover of leftoverCheckGroups) {
    await orLog(ports, 'leftover not noted', () => rememberLeftover(ports, leftover));
  }
  await keepOwnTest(ports, accountId, action, checks);
  if (!passed) {
    return { outcome: 'refused', checks, leftoverCheckGroups: leftoverCheckGroups.map((group) => group.groupName) };
  }
  const at = instant(ports.clock);
  const { value } = await ports.settings.privilegedUser();
  const kept = await withTokenNoted(ports, withoutPeopleChosen(value));
  const setting: PrivilegedUserSetting = { ...kept, current: { accountId, setBy, setAt: at } };
  const noted = (await ports.settings.observation())?.leftoverCheckGroups ?? [];
  function isNoted({ groupId }: CheckGroup) {
    return noted.some((group) => group.groupId === groupId);
  }
  const observation: Observation = {
    accountId,
    at,
    checks,
    leftoverCheckGroups: [...noted, ...leftoverCheckGroups.filter((group) => !isNoted(group))],
  };
  function write() {
    return ports.settings.savePrivilegedUser(setting, version, observation);
  }
  await tellingOfTest(leftoverCheckGroups, () => changeAs(ports, by, { entries: [{ action, accountId }], write }));
  const legacyRecord = await finishMigration(ports);
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
  // What was chosen takes effect though the proof couldn't be kept.
  const isKept = test?.outcome === 'passed' && action === 'savePrivilegedUser';
  if (isKept) await orLog(ports, 'proof not kept', () => keepWriteTest(ports, caller, true));
}

/** A refusal that follows a write test says what has become of the test's group. */
async function tellingOfTest<T>(left: readonly CheckGroup[], store: () => Promise<T>): Promise<T> {
  try {
    return await store();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure?.code !== 'FORBIDDEN') throw thrown;
    throw new AppError({ ...failure, testGroup: left.length === 0 ? 'deleted' : 'stays' }, thrown);
  }
}
