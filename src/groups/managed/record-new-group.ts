import type { GroupFacts } from '../../broker/facts';
import { instant } from '../../broker/instant';
import type { GroupId } from '../../shared/ids';
import type { GroupRecord } from '../facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { beginReplacement } from '../replacement/note-replacement';
import { afterWrite } from './after-write';

/** A person who creates a group in a space, perhaps to take the place of another one of it. */
export interface Creating extends InSpace {
  inPlaceOf: GroupId | undefined;
}

/** Returns the record of a group that was created just now. */
export function newRecord(
  { clock }: GroupPorts,
  { caller, space, inPlaceOf }: Creating,
  { groupId, name }: GroupFacts,
): GroupRecord {
  return {
    groupId,
    spaceId: space.spaceId,
    groupName: name,
    origin: 'created',
    deletable: true,
    grantsProductAccess: false,
    recordedBy: caller,
    recordedAt: instant(clock),
    ...(inPlaceOf !== undefined && { replaces: inPlaceOf }),
  };
}

/** Stores it, and then notes it in the record of the group whose place it takes. Fails as `afterWrite` does. */
export async function storeNewRecord(ports: GroupPorts, record: GroupRecord): Promise<void> {
  await afterWrite(() => ports.groupRecords.add(record));
  await beginReplacement(ports, record);
}
