import { orLog } from '../../broker/or-log';
import type { GroupView } from '../../shared/groups/views';
import type { GroupId } from '../../shared/ids';
import type { ProvedSpace } from '../facts';
import { recordOfSpace } from '../group-facts';
import { rowOf } from '../group-row';
import type { InSpace } from '../in-space';
import { readMembersView } from '../members/members-view';
import { whyMissing } from '../missing-group';
import { noteName } from '../note-name';
import type { GroupPorts } from '../ports';
import { kindRefusal } from '../protection';
import { endReplacement } from '../replacement/note-replacement';
import { readReplacements } from '../replacement/read-replacements';
import { blockedGroup } from './blocked-group';

/**
 * Returns one group of this space, under its present name, with the first members, why nobody may change it if its name or kind says so, and which group
 * takes its place, or whose place it takes.
 *
 * Fails with NOT_FOUND if the group doesn't exist any more; with `notChecked` if Confluence doesn't show it to the caller and nobody else could be
 * asked; with ATLASSIAN_REFUSED if it exists but is hidden from the caller.
 */
export async function openGroup(
  ports: GroupPorts,
  { caller, space }: InSpace,
  { groupId, withoutRoles }: { groupId: GroupId; withoutRoles?: true | undefined },
): Promise<GroupView> {
  const record = await recordOfSpace(ports, space, groupId);
  const [group, members, callerIsMember, roles, { value: rules }, replacements] = await Promise.all([
    ports.directory.group(groupId),
    readMembersView(ports, groupId, 0),
    ports.directory.isMember(caller, groupId),
    withoutRoles === true ? {} : readRoles(ports, space, groupId),
    ports.settings.rules(),
    readReplacements(ports, record),
  ]);
  // A group that is gone has an empty page of members, as if everybody had left.
  if (group === undefined) throw await whyMissing(ports, groupId);
  await noteName(ports, record, group.name);
  const isEmpty = members.total === 0;
  if (isEmpty) await endReplacement(ports, record);
  const underWay = replacements.filter(({ old }) => !isEmpty || old.groupId !== groupId);
  const blocked = blockedGroup(kindRefusal(group, rules), rules);
  return {
    group: rowOf({ ...record, groupName: group.name }),
    ...roles,
    ...(blocked !== undefined && { blocked }),
    ...(underWay.length > 0 && { replacements: underWay }),
    callerIsMember,
    members,
  };
}

/** Reads the group's roles. What can't be read keeps no group from being opened. */
async function readRoles(
  ports: GroupPorts,
  { spaceId }: ProvedSpace,
  groupId: GroupId,
): Promise<Pick<GroupView, 'roles' | 'siteHasNoRoles'> | undefined> {
  return orLog(ports, 'roles not read', async () => {
    const roles = await ports.spaceAccess.rolesOf(spaceId, groupId);
    return roles === undefined ? { siteHasNoRoles: true } : { roles: roles.map(({ name }) => name) };
  });
}
