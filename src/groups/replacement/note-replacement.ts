import { orLog } from '../../broker/or-log';
import type { GroupRecord } from '../facts';
import type { GroupPorts } from '../ports';

type Noting = Pick<GroupPorts, 'groupRecords' | 'log'>;

/** Notes in the record of a group that a new one takes its place from now on. A failure is logged: then neither of them says so. */
export async function beginReplacement(
  ports: Noting,
  { groupId, spaceId, recordedAt, replaces }: GroupRecord,
): Promise<void> {
  if (replaces === undefined) return;
  const { groupRecords } = ports;
  await orLog(ports, 'replacement not noted', async () => {
    const old = await groupRecords.get(replaces);
    if (old?.spaceId !== spaceId) return;
    await groupRecords.replace({ ...old, replacedBy: groupId, replacedSince: recordedAt }, old);
  });
}

/**
 * Forgets that another group takes the place of one that everyone has left.
 *
 * Free where none does, else one storage read and one conditional write. A failure is logged, and the next one who sees the empty group tries again.
 */
export async function endReplacement(ports: Noting, { groupId, replacedBy }: GroupRecord): Promise<void> {
  if (replacedBy === undefined) return;
  const { groupRecords } = ports;
  await orLog(ports, 'replacement not ended', async () => {
    const now = await groupRecords.get(groupId);
    if (now?.replacedBy === replacedBy) await groupRecords.replace(withoutReplacement(now), now);
  });
}

/** Returns a record whose group keeps its place. */
export function withoutReplacement({
  replacedBy: _replacedBy,
  replacedSince: _replacedSince,
  ...record
}: GroupRecord): GroupRecord {
  return record;
}
