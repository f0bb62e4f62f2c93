import { inChunks } from '../broker/side-by-side';
import type { GroupId } from '../shared/ids';
import type { GroupRecord } from './facts';
import type { GroupPorts } from './ports';

/** Most records that the store reads at once. */
const RECORDS_A_READING = 200;

/** Reads the records of up to 2,000 groups. Groups without one are missing. */
export async function readRecords(
  { groupRecords }: Pick<GroupPorts, 'groupRecords'>,
  ids: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, GroupRecord>> {
  const records = new Map<GroupId, GroupRecord>();
  for (const some of inChunks(ids, RECORDS_A_READING)) {
    for (const [id, record] of await groupRecords.recorded(some)) records.set(id, record);
  }
  return records;
}
