import { invalidInput } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import type { GroupRow } from '../../shared/groups/views';
import type { GroupId } from '../../shared/ids';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import type { SpaceBrief } from '../confluence-ports';
import { findSpace } from '../find-space';
import type { GroupPorts } from '../ports';
import { changeRecord } from './change-record';

/** Gives a group to the admins of another space. */
export async function transferGroup(
  ports: GroupPorts,
  by: OnSite,
  { groupId, spaceKey }: { groupId: GroupId; spaceKey: string },
): Promise<GroupRow> {
  const { id: spaceId } = await findTarget(ports, spaceKey);
  function readAgain() {
    return findTarget(ports, spaceId);
  }
  return changeRecord(ports, by, {
    action: 'transferGroup',
    groupId,
    change: (record) => ({ ...record, spaceId }),
    readAgain,
  });
}

/** Finds the space that is to get the group. Fails with INVALID_INPUT (`spaceKey`). */
async function findTarget(ports: GroupPorts, spaceKey: string): Promise<SpaceBrief> {
  const [space, rules] = await Promise.all([findSpace(ports, spaceKey), ports.settings.rules()]);
  if (space === undefined) throw invalidInput('spaceKey', REFUSED_FIELDS.spaceNotFound);
  if (space.personal && !rules.value.personalSpaces) {
    throw invalidInput('spaceKey', REFUSED_FIELDS.personalSpacesOff);
  }
  return space;
}
