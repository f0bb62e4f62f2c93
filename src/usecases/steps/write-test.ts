import { failureOf } from '../../domain/errors';
import type { GroupFacts } from '../../domain/groups';
import { instant } from '../../domain/instant';
import type { Ports } from '../../domain/ports';
import type { CheckGroup } from '../../domain/privileged-user';
import type { AccountId } from '../../shared/ids';
import type { Check } from '../../shared/views';
import { createCheckGroup, deleteCheckGroup, newCheckGroupName } from './check-group';
import { readAfterLoss } from './lost-answer';
import { forgetCheckGroups, mayHaveMade, noteCheckGroups } from './open-check-groups';

/** What a write test found, and its group if that could not be deleted. */
export interface WriteTest {
  check: Check;
  leftover?: CheckGroup;
}

const refusedBy = (thrown: unknown): Check => {
  const failure = failureOf(thrown);
  // Nothing runs unrecorded, and a check that can't be recorded is not a check that failed.
  if (failure === undefined || failure.code === 'AUDIT_UNAVAILABLE') throw thrown;
  if (failure.code === 'ATLASSIAN_REFUSED') return { name: 'writeTest', outcome: 'failed', cause: 'lacksPermission' };
  if (failure.code === 'PRIVILEGED_USER_UNAVAILABLE' && failure.cause !== 'notKnown') {
    const byForge = failure.cause === 'noAppAccess';
    return { name: 'writeTest', outcome: 'failed', cause: failure.cause, ...(byForge && { byForge }) };
  }
  return { name: 'writeTest', outcome: 'unclear' };
};

/** The group behind a lost answer: its name is random, so whatever bears it is ours. */
const findLost = async (ports: Ports, candidate: AccountId, groupName: string, thrown: unknown) => {
  try {
    return (await readAfterLoss(ports, thrown, () => ports.privilegedReader.groupByName(candidate, groupName)))?.group;
  } catch (unknown) {
    if (unknown !== thrown) throw unknown;
    return undefined;
  }
};

/** The check that decides: creates a group as this account and deletes it again. Audited; `caller` is absent if nobody asked for it. */
export const writeTest = async (ports: Ports, candidate: AccountId, caller?: AccountId): Promise<WriteTest> => {
  const groupName = newCheckGroupName(ports);
  const noted = await noteCheckGroups(ports, [groupName]);
  let group: GroupFacts;
  try {
    group = await createCheckGroup(ports, candidate, groupName, caller);
  } catch (thrown) {
    const check = { ...refusedBy(thrown), at: instant(ports.clock) };
    const lost = await findLost(ports, candidate, groupName, thrown);
    const isGone = lost === undefined ? !mayHaveMade(thrown) : await deleteCheckGroup(ports, candidate, lost, caller);
    if (isGone) await forgetCheckGroups(ports, noted, [groupName]);
    return isGone || lost === undefined ? { check } : { check, leftover: { groupId: lost.groupId, groupName } };
  }
  const deleted = await deleteCheckGroup(ports, candidate, group, caller);
  if (deleted) await forgetCheckGroups(ports, noted, [groupName]);
  const check: Check = { name: 'writeTest', outcome: 'passed', at: instant(ports.clock) };
  return deleted ? { check } : { check, leftover: { groupId: group.groupId, groupName: group.name } };
};
