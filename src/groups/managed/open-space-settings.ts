import { readPrivilegedUser } from '../../broker/privileged-user/privileged-user';
import type { SpaceSettingsView } from '../../shared/groups/views';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { groupPage, readGroupPage } from './group-page';
import { manageOf } from './manage';

/** Returns what a space admin sees first: the space's groups, and whether they can be changed now. Reads stored data only. */
export async function openSpaceSettings(ports: GroupPorts, { caller, space }: InSpace): Promise<SpaceSettingsView> {
  const [known, { value: rules }, page] = await Promise.all([
    readPrivilegedUser(ports),
    ports.settings.rules(),
    readGroupPage(ports.groupRecords, space.spaceId),
  ]);
  return {
    accountId: caller,
    space: { id: space.spaceId, key: space.key, name: space.name, personal: space.personal },
    manage: manageOf(known, space, rules),
    mayCreate: !space.personal,
    pattern: rules.pattern,
    longestList: rules.longestList,
    groups: groupPage(page, rules),
  };
}
