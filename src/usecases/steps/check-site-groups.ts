import type { GroupFacts } from '../../domain/groups';
import type { Ports } from '../../domain/ports';
import type { AccountId } from '../../shared/ids';
import { BELIEFS, type Belief, type SiteCheck } from '../../shared/site-checks';
import { createCheckGroup, deleteCheckGroup, newCheckGroupName, removeCheckGroup } from './check-group';
import { checkMembers } from './check-site-members';
import { rememberLeftover } from './leftovers';
import { notRun, seenIn, tryAnyway, tryBelief } from './try-belief';

/** Everybody who has a part in it. */
interface People {
  actAs: AccountId;
  caller: AccountId;
}

const deleteOrRemember = async (ports: Ports, { actAs, caller }: People, group: GroupFacts): Promise<boolean> => {
  const deleted = await deleteCheckGroup(ports, actAs, group, caller);
  if (!deleted) await rememberLeftover(ports, { groupId: group.groupId, groupName: group.name });
  return deleted;
};

/** Tries to make a second group of this name, which must be refused as a name in use. Made after all, it is deleted. */
const checkNameTaken = (ports: Ports, people: People, belief: Belief, groupName: string): Promise<SiteCheck> =>
  tryBelief(ports, belief, async () => {
    let second: GroupFacts;
    try {
      second = await createCheckGroup(ports, people.actAs, groupName, people.caller, 'CONFLICT');
    } catch (thrown) {
      const { failure, seen } = seenIn(thrown);
      if (failure.code !== 'CONFLICT') throw thrown;
      return { holds: true, seen };
    }
    await deleteOrRemember(ports, people, second);
    return { holds: false, seen: 'a second group was made' };
  });

const checkFound = (ports: Ports, { actAs }: People, group: GroupFacts): Promise<SiteCheck> =>
  tryBelief(ports, 'groupByName', async () => {
    const found = await ports.privilegedReader.groupByName(actAs, group.name);
    if (found?.group.groupId !== group.groupId) return { holds: false, seen: 'not found' };
    return { holds: found.members === 0, seen: `found, ${String(found.members)} members` };
  });

const checkDeletion = async (ports: Ports, people: People, group: GroupFacts): Promise<SiteCheck[]> => {
  const deletion = await tryAnyway('deleteGroup', async () => {
    try {
      await removeCheckGroup(ports, people.actAs, group, people.caller);
    } catch (thrown) {
      // The daily check tries again.
      await rememberLeftover(ports, { groupId: group.groupId, groupName: group.name });
      throw thrown;
    }
    return { holds: true, seen: 'deleted' };
  });
  if (deletion.outcome !== 'holds') return [deletion, notRun('deletedGroup', 'noCheckGroup')];
  const gone = await tryBelief(ports, 'deletedGroup', async () => {
    const found = await ports.privilegedReader.group(people.actAs, group.groupId);
    return { holds: found === undefined, seen: found === undefined ? 'not found' : 'still found' };
  });
  return [deletion, gone];
};

const GROUP_BELIEFS = BELIEFS.slice(BELIEFS.indexOf('createGroup'), BELIEFS.indexOf('deletedGroup') + 1);

/** Makes a check group as the privileged user, tries on it what the app does to groups, and deletes it. Audited. */
export const checkGroups = async (ports: Ports, people: People): Promise<SiteCheck[]> => {
  const groupName = newCheckGroupName(ports);
  let group: GroupFacts | undefined;
  const creation = await tryBelief(ports, 'createGroup', async () => {
    group = await createCheckGroup(ports, people.actAs, groupName, people.caller);
    return { holds: group.name === groupName, seen: group.name === groupName ? 'created' : 'created by another name' };
  });
  if (group === undefined) {
    return [creation, ...GROUP_BELIEFS.slice(1).map((belief) => notRun(belief, 'noCheckGroup'))];
  }
  return [
    creation,
    await checkNameTaken(ports, people, 'nameInUse', groupName),
    await checkNameTaken(ports, people, 'nameInOtherCase', groupName.toUpperCase()),
    await checkFound(ports, people, group),
    ...(await checkMembers(ports, { group, ...people })),
    ...(await checkDeletion(ports, people, group)),
  ];
};
