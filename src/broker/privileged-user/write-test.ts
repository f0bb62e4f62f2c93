import type { Check } from '../../shared/broker/views';
import { failureOf } from '../errors';
import type { GroupFacts } from '../facts';
import { instant } from '../instant';
import { lookAfterLoss } from '../lost-answer';
import type { BrokerPorts } from '../ports';
import { forgetCheckGroups, mayHaveMade, noteCheckGroups } from '../site-admin/open-check-groups';
import type { StoredProofs } from '../site-admin/ports';
import { createCheckGroup, deleteCheckGroup, newCheckGroupName } from './check-group';
import { toDelete, type Checker } from './check-write';
import type { CheckGroup } from './state';

/** The result of a write test, and its group if it couldn't be deleted. */
export interface WriteTest {
  check: Check;
  leftover?: CheckGroup;
}

/**
 * Runs the decisive check: creates a group as this account and deletes it again. Audited.
 *
 * Fails with FORBIDDEN if it may no longer be made.
 */
export async function writeTest(ports: BrokerPorts, checker: Checker): Promise<WriteTest> {
  const groupName = newCheckGroupName(ports);
  const noted = await noteCheckGroups(ports, [groupName]);
  let group: GroupFacts;
  try {
    group = await createCheckGroup(ports, checker, groupName);
  } catch (thrown) {
    if (!mayHaveMade(thrown)) await forgetCheckGroups(ports, noted, [groupName]);
    const check = { ...refusedBy(thrown), at: instant(ports.clock) };
    const lost = await findLost(ports, checker, groupName, thrown);
    return { check, ...(lost && (await tidyUp(ports, checker, noted, lost))) };
  }
  const check: Check = { name: 'writeTest', outcome: 'passed', at: instant(ports.clock) };
  return { check, ...(await tidyUp(ports, checker, noted, group)) };
}

function refusedBy(thrown: unknown): Check {
  const failure = failureOf(thrown);
  // Nothing runs unrecorded, and a check that can't be recorded is not a check that failed.
  if (failure === undefined || failure.code === 'AUDIT_UNAVAILABLE') throw thrown;
  // Nor is one that may no longer be made.
  if (failure.code === 'FORBIDDEN') throw thrown;
  if (failure.code === 'ATLASSIAN_REFUSED') return { name: 'writeTest', outcome: 'failed', cause: 'lacksPermission' };
  if (failure.code === 'PRIVILEGED_USER_UNAVAILABLE' && failure.cause !== 'notKnown') {
    const byForge = failure.cause === 'noAppAccess';
    return { name: 'writeTest', outcome: 'failed', cause: failure.cause, ...(byForge && { byForge }) };
  }
  return { name: 'writeTest', outcome: 'unclear' };
}

/** Finds the group behind a lost answer: its name is random, so a group of that name is ours. */
function findLost(ports: BrokerPorts, checker: Checker, groupName: string, thrown: unknown) {
  const { actAs, stillRight } = toDelete(checker);
  return lookAfterLoss(ports, thrown, async () => {
    await stillRight('beforeSend');
    return (await ports.privilegedReader.groupByName(actAs, groupName))?.group;
  });
}

/** Deletes the group of a test and forgets its name. Returns it as left over if it still exists. */
async function tidyUp(
  ports: BrokerPorts,
  checker: Checker,
  noted: StoredProofs,
  group: GroupFacts,
): Promise<Pick<WriteTest, 'leftover'>> {
  const { groupId, name: groupName } = group;
  if (!(await deleteCheckGroup(ports, checker, group))) return { leftover: { groupId, groupName } };
  await forgetCheckGroups(ports, noted, [groupName]);
  return {};
}
