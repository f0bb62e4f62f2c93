import { forbidden } from '../../broker/errors';
import { fiveAtATime } from '../../broker/side-by-side';
import type { GroupNumbers } from '../../shared/groups/views';
import type { AccountId, GroupId } from '../../shared/ids';
import type { GroupRecord, ProvedSpace } from '../facts';
import type { InSpace } from '../in-space';
import { lastChangeOf } from '../managed/last-change';
import type { GroupPorts } from '../ports';
import { endReplacement } from '../replacement/note-replacement';

/**
 * Counts the members of groups of this space, a call each, five side by side, and names the person who made each group's last change. A group that
 * everyone has left is no longer one whose place another takes.
 *
 * Fails with GROUP_OF_ANOTHER_SPACE, before anything is asked of Confluence, if one belongs elsewhere.
 */
export async function countMembers(
  ports: GroupPorts,
  { space }: InSpace,
  { groupIds }: { groupIds: readonly GroupId[] },
): Promise<{ groups: GroupNumbers[] }> {
  const records = await recordsOfSpace(ports, space, groupIds);
  const [totals, authors] = await Promise.all([countEach(ports, groupIds), authorsOf(ports, records)]);
  const left = records.filter((_record, index) => totals[index] === 0);
  for (const some of fiveAtATime(left)) await Promise.all(some.map((record) => endReplacement(ports, record)));
  return {
    groups: records.map((record, index) => {
      const members = totals[index];
      const changedBy = authors(record);
      return {
        groupId: record.groupId,
        ...(members !== undefined && { members }),
        ...(changedBy !== undefined && { changedBy }),
      };
    }),
  };
}

async function recordsOfSpace(
  { groupRecords }: GroupPorts,
  { spaceId }: ProvedSpace,
  groupIds: readonly GroupId[],
): Promise<GroupRecord[]> {
  const records = await groupRecords.recorded(groupIds);
  return groupIds.map((groupId) => {
    const record = records.get(groupId);
    if (record?.spaceId !== spaceId) throw forbidden('GROUP_OF_ANOTHER_SPACE');
    return record;
  });
}

async function countEach({ directory }: GroupPorts, groupIds: readonly GroupId[]): Promise<(number | undefined)[]> {
  const totals: (number | undefined)[] = [];
  for (const some of fiveAtATime(groupIds)) {
    totals.push(...(await Promise.all(some.map((groupId) => directory.countMembers(groupId)))));
  }
  return totals;
}

/** Finds who made the last changes: whoever recorded a group in which nothing was changed since, else the author of the attempt. */
async function authorsOf(
  { memberJournal }: GroupPorts,
  records: readonly GroupRecord[],
): Promise<(record: GroupRecord) => AccountId | undefined> {
  const changed = records
    .filter((record) => !isAsRecorded(record))
    .flatMap((record) => lastChangeOf(record).attemptId ?? []);
  const authors = changed.length === 0 ? new Map<string, AccountId>() : await memberJournal.authors(changed);
  return (record) => (isAsRecorded(record) ? record.recordedBy : authors.get(lastChangeOf(record).attemptId ?? ''));
}

function isAsRecorded(record: GroupRecord): boolean {
  return lastChangeOf(record).at === record.recordedAt;
}
