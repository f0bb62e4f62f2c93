import { failureOf } from '../../broker/errors';
import { fits } from '../../broker/runs/know';
import type { GroupRecord } from '../facts';
import type { GroupPorts } from '../ports';
import type { UpkeepPosition } from '../store-ports';

/** Pages of 25 records in one hour. */
const PAGES_AN_HOUR = 4;

/**
 * Writes the records of older versions again, so that they can be listed by name and last change. Done once: new records have both.
 *
 * Fails with STORAGE_UNAVAILABLE.
 */
export async function fillRecords(
  ports: GroupPorts,
  after: string | undefined,
): Promise<Omit<UpkeepPosition, 'facts'>> {
  let position = after;
  for (let pages = 0; pages < PAGES_AN_HOUR && fits(ports, 0); pages += 1) {
    const { records, next } = await ports.groupRecords.all(position);
    for (const record of records) if (record.lastChange === undefined) await writeAgain(ports, record);
    // A site without any records may still get those of a restored installation.
    if (next === undefined) return records.length === 0 ? {} : { recordsFilled: true };
    position = next;
  }
  return position === undefined ? {} : { records: position };
}

/** Writes a record as it is. If somebody changed it meanwhile, they did that. */
async function writeAgain({ groupRecords }: GroupPorts, record: GroupRecord): Promise<void> {
  try {
    await groupRecords.replace(record, record);
  } catch (thrown) {
    if (failureOf(thrown)?.code !== 'CONFLICT') throw thrown;
  }
}
