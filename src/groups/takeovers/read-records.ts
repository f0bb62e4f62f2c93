import type { GroupId } from '../../shared/ids';
import type { GroupRecord } from '../facts';
import type { GroupPorts } from '../ports';

/** Most records that the store reads at once. */
const RECORDS_A_READING = 200;

/** Reads the records of up to 2,000 groups. Groups without one are missing. */
export async function readRecords(
  { groupRecords }: GroupPorts,
  ids: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, GroupRecord>> {
  const records = new Map<GroupId, GroupRecord>();
  for (let first = 0; first < ids.length; first += RECORDS_A_READING) {
    const some = await groupRecords.recorded(ids.slice(first, first + RECORDS_A_READING));
    for (const [id, record] of some) records.set(id, record);
  }
  return records;
}
