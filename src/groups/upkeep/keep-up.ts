import { orLog } from '../../broker/or-log';
import type { GroupPorts } from '../ports';
import type { UpkeepPosition } from '../store-ports';
import { fillRecords } from './fill-records';
import { tidyFacts } from './tidy-facts';

/**
 * Goes on with what nobody waits for, a bounded part an hour: facts of groups that were deleted or transferred, and records of older versions.
 *
 * A failure is logged, and the next hour begins where this one did. Idempotent.
 */
export async function keepUp(ports: GroupPorts): Promise<void> {
  await orLog(ports, 'upkeep put off', async () => {
    const before = await ports.upkeep.read();
    const facts = await tidyFacts(ports, before.facts);
    const records =
      before.recordsFilled === true ? { recordsFilled: true as const } : await fillRecords(ports, before.records);
    const after: UpkeepPosition = { ...records, ...(facts !== undefined && { facts }) };
    if (!isSame(before, after)) await ports.upkeep.save(after);
  });
}

function isSame(one: UpkeepPosition, other: UpkeepPosition): boolean {
  return one.facts === other.facts && one.records === other.records && one.recordsFilled === other.recordsFilled;
}
