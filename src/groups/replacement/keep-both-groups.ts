import { changeAs } from '../../broker/change-as';
import type { GroupId } from '../../shared/ids';
import { proofNow, recordOfSpace } from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import { withoutReplacement } from './note-replacement';

/** Lets a group of this space keep its place beside the one that was to take it. Nobody is added or removed. Fails with CONFLICT if the record changed meanwhile. */
export async function keepBothGroups(
  ports: GroupPorts,
  begun: InSpace,
  { groupId }: { groupId: GroupId },
): Promise<{ kept: boolean }> {
  const record = await recordOfSpace(ports, begun.space, groupId);
  if (record.replacedBy === undefined) return { kept: false };
  const { spaceId, groupName } = record;
  async function proveAgain(): Promise<number> {
    const { value: rules } = await ports.settings.rules();
    return (await proofNow(ports, begun, rules, true)).provedAt;
  }
  await changeAs(
    ports,
    { ...begun, proveAgain },
    {
      entries: [{ action: 'keepBothGroups', spaceId, groupId, groupName }],
      write: () => ports.groupRecords.replace(withoutReplacement(record), record),
    },
  );
  return { kept: true };
}
