import type { GroupFacts } from '../../broker/facts';
import {
  createCheckGroup,
  deleteCheckGroup,
  newCheckGroupName,
  removeCheckGroup,
} from '../../broker/privileged-user/check-group';
import type { Checker } from '../../broker/privileged-user/check-write';
import { rememberLeftover } from '../../broker/privileged-user/leftovers';
import { forgetCheckGroups, mayHaveMade, noteCheckGroups } from '../../broker/site-admin/open-check-groups';
import type { StoredProofs } from '../../broker/site-admin/ports';
import { ASSUMPTIONS, type Assumption, type SiteCheck } from '../../shared/groups/site-checks';
import type { AccountId } from '../../shared/ids';
import type { GroupPorts } from '../ports';
import { checkMembers } from './check-members';
import { notRun, answerIn, tryAnyway, tryAssumption } from './try-assumption';

/** Names the account that the site checks write as, and the person who requested them. */
interface SiteChecker extends Checker {
  caller: AccountId;
  /** The account picked to be a member. Absent: the caller. */
  memberId?: AccountId | undefined;
}

/** The same, with the names of groups that may be left over at the end. */
interface Trial extends SiteChecker {
  mayStand: Set<string>;
}

/** Makes a check group as the privileged user, tries the app's operations on it, and deletes it. Audited. */
export async function checkGroups(ports: GroupPorts, checker: SiteChecker): Promise<SiteCheck[]> {
  const groupName = newCheckGroupName(ports);
  const names = [groupName, groupName.toUpperCase()];
  const trial: Trial = { ...checker, mayStand: new Set() };
  let noted: StoredProofs | undefined;
  let group: GroupFacts | undefined;
  const creation = await tryAssumption(ports, 'createGroup', async () => {
    noted = await noteCheckGroups(ports, names);
    group = await create(ports, trial, groupName);
    return {
      holds: group.name === groupName,
      answer: group.name === groupName ? 'created' : 'created by another name',
    };
  });
  const rest = await checkGroup(ports, trial, group);
  const gone = names.filter((name) => !trial.mayStand.has(name));
  if (noted !== undefined) await forgetCheckGroups(ports, noted, gone);
  return [creation, ...rest];
}

async function create(
  ports: GroupPorts,
  trial: Trial,
  groupName: string,
  taken?: Parameters<typeof createCheckGroup>[3],
): Promise<GroupFacts> {
  try {
    return await createCheckGroup(ports, trial, groupName, taken);
  } catch (thrown) {
    if (mayHaveMade(thrown)) trial.mayStand.add(groupName);
    throw thrown;
  }
}

const GROUP_ASSUMPTIONS = ASSUMPTIONS.slice(
  ASSUMPTIONS.indexOf('createGroup') + 1,
  ASSUMPTIONS.indexOf('deletedGroup') + 1,
);

async function checkGroup(ports: GroupPorts, trial: Trial, group: GroupFacts | undefined): Promise<SiteCheck[]> {
  if (group === undefined) return GROUP_ASSUMPTIONS.map((assumption) => notRun(assumption, 'noCheckGroup'));
  return [
    await checkNameTaken(ports, trial, 'nameInUse', group),
    await checkNameTaken(ports, trial, 'nameInOtherCase', { ...group, name: group.name.toUpperCase() }),
    await checkFound(ports, trial, group),
    ...(await checkMembers(ports, { group, ...trial })),
    ...(await checkDeletion(ports, trial, group)),
  ];
}

/** Tries to make a second group of this name, which must be refused as a name in use. If it is made after all, deletes it. */
function checkNameTaken(
  ports: GroupPorts,
  trial: Trial,
  assumption: Assumption,
  { groupId, name: groupName }: GroupFacts,
): Promise<SiteCheck> {
  return tryAssumption(ports, assumption, async () => {
    let second: GroupFacts;
    try {
      second = await create(ports, trial, groupName, { groupId, expecting: 'CONFLICT' });
    } catch (thrown) {
      const { failure, answer } = answerIn(thrown);
      if (failure.code !== 'CONFLICT') throw thrown;
      return { holds: true, answer };
    }
    if (!(await deleteCheckGroup(ports, trial, second))) await remember(ports, trial, second);
    return { holds: false, answer: 'a second group was made' };
  });
}

/** Records a group that couldn't be deleted: the daily check tries again. */
async function remember(
  ports: GroupPorts,
  { mayStand }: Trial,
  { groupId, name: groupName }: GroupFacts,
): Promise<void> {
  mayStand.add(groupName);
  await rememberLeftover(ports, { groupId, groupName });
}

function checkFound(ports: GroupPorts, { actAs, stillRight }: Trial, group: GroupFacts): Promise<SiteCheck> {
  return tryAssumption(ports, 'groupByName', async () => {
    await stillRight('beforeSend');
    const found = await ports.privilegedReader.groupByName(actAs, group.name);
    if (found?.group.groupId !== group.groupId) return { holds: false, answer: 'not found' };
    return { holds: found.members === 0, answer: `found, ${String(found.members)} members` };
  });
}

async function checkDeletion(ports: GroupPorts, trial: Trial, group: GroupFacts): Promise<SiteCheck[]> {
  const deletion = await tryAnyway('deleteGroup', async () => {
    try {
      await removeCheckGroup(ports, trial, group);
    } catch (thrown) {
      await remember(ports, trial, group);
      throw thrown;
    }
    return { holds: true, answer: 'deleted' };
  });
  if (deletion.outcome !== 'holds') return [deletion, notRun('deletedGroup', 'noCheckGroup')];
  const gone = await tryAssumption(ports, 'deletedGroup', async () => {
    await trial.stillRight('beforeSend');
    const found = await ports.privilegedReader.group(trial.actAs, group.groupId);
    return { holds: found === undefined, answer: found === undefined ? 'not found' : 'still found' };
  });
  return [deletion, gone];
}
