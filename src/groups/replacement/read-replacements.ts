import { orLog } from '../../broker/or-log';
import type { Replacement } from '../../shared/groups/views';
import type { GroupRecord } from '../facts';
import type { GroupPorts } from '../ports';

/**
 * Returns the replacements of one group by another that this group is part of, in either part.
 *
 * One request of the store where its record names another group, else none. A failure is logged: then none is told.
 */
export async function readReplacements(ports: GroupPorts, record: GroupRecord): Promise<Replacement[]> {
  const { replacedBy, replaces } = record;
  const ids = [replacedBy, replaces].filter((id) => id !== undefined);
  if (ids.length === 0) return [];
  const others = await orLog(ports, 'replacement not read', () => ports.groupRecords.recorded(ids));
  function other(id: typeof replaces): GroupRecord | undefined {
    return id && others?.get(id);
  }
  return [...replacementOf(record, other(replacedBy)), ...replacementOf(other(replaces), record)];
}

/** Returns the replacement if both groups still belong to one space, and the record of the old one names the other. */
function replacementOf(old: GroupRecord | undefined, by: GroupRecord | undefined): Replacement[] {
  if (old === undefined || by === undefined || old.spaceId !== by.spaceId) return [];
  const { replacedBy, replacedSince: since } = old;
  return replacedBy !== by.groupId || since === undefined ? [] : [{ old: named(old), by: named(by), since }];
}

function named({ groupId, groupName }: GroupRecord): Replacement['old'] {
  return { groupId, groupName };
}
