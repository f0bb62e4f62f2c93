import type { GroupFacts } from '../../broker/facts';
import { readPrivilegedUser, requirePrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { allEnded, fiveAtATime } from '../../broker/side-by-side';
import type { FoundGroup } from '../../shared/groups/takeovers';
import type { GroupId } from '../../shared/ids';
import type { SpaceBrief } from '../confluence-ports';
import type { GroupAccess, GroupRecord } from '../facts';
import { readGroupAccess } from '../group-access';
import { noteName } from '../note-name';
import type { GroupPorts } from '../ports';
import { kindRefusal, protectionRefusal } from '../protection';
import { rowOf } from '../rules/rules-view';
import type { StoredRules } from '../rules/stored-rules';

/** A group as Confluence describes it, with the space that it would be given to. */
export interface Named {
  group: GroupFacts;
  /** Undefined: neither its name nor a list names one that exists. */
  space: SpaceBrief | undefined;
  /** Somebody named a space, and there is none like that. */
  isSpaceMissing?: boolean;
}

/** Reads the privileged user and the rules. Fails with PRIVILEGED_USER_UNAVAILABLE: without them, it can't be found out which access a group gives. */
export async function readUserAndRules(ports: GroupPorts) {
  const [known, { value: rules }] = await Promise.all([readPrivilegedUser(ports), ports.settings.rules()]);
  requirePrivilegedUser(known);
  return { known, rules };
}

/**
 * Reads what decides about these groups, and returns what tells of one whether it can be taken over: one request of storage for each 25, and three lists of
 * groups that give access.
 */
export async function readDescriptions(
  ports: GroupPorts,
  { known, rules }: Awaited<ReturnType<typeof readUserAndRules>>,
  groups: readonly GroupFacts[],
): Promise<(named: Named) => FoundGroup> {
  if (groups.length === 0) return (named) => foundGroup(named, { rules, isManaged: false, access: 'unknown' });
  const ids = groups.map(({ groupId }) => groupId);
  const [recorded, accessOf] = await allEnded([ports.groupRecords.recorded(ids), readGroupAccess(ports, known, ids)]);
  for (const some of fiveAtATime(groups)) await Promise.all(some.map((group) => noteNameOf(ports, recorded, group)));
  return (named) => {
    const { groupId } = named.group;
    return foundGroup(named, { rules, isManaged: recorded.has(groupId), access: accessOf(groupId) });
  };
}

async function noteNameOf(
  ports: GroupPorts,
  recorded: ReadonlyMap<GroupId, GroupRecord>,
  group: GroupFacts,
): Promise<void> {
  const record = recorded.get(group.groupId);
  if (record !== undefined) await noteName(ports, record, group.name);
}

interface Around {
  rules: StoredRules;
  isManaged: boolean;
  access: GroupAccess;
}

function foundGroup({ group, space, isSpaceMissing }: Named, { rules, isManaged, access }: Around): FoundGroup {
  const why = access === 'unknown' ? kindRefusal(group, rules) : protectionRefusal(group, access, rules, true);
  const isOff = space?.personal === true && !rules.personalSpaces;
  return {
    groupId: group.groupId,
    groupName: group.name,
    givesProductAccess: access === 'unknown' ? 'notChecked' : access.product,
    ...(space !== undefined && !isOff && { space: rowOf(space) }),
    ...(isSpaceMissing && { spaceWhy: 'SPACE_NOT_FOUND' }),
    ...(isOff && { spaceWhy: 'PERSONAL_SPACE_OFF' }),
    ...(isManaged && { isManaged }),
    ...(why !== undefined && { why }),
  };
}
