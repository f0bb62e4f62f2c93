import type { AccountId } from '../../shared/ids';
import { MOST_GROUPS_OF_PERSON } from '../../shared/limits';
import type { GroupRecord, ProvedSpace } from '../facts';
import { noteName } from '../note-name';
import type { GroupPorts } from '../ports';
import { readRecords } from '../read-records';

/** Groups of a space that a person is in: their records, by the name that Confluence shows. */
export interface GroupsOfPerson {
  records: GroupRecord[];
  /** They aren't in any other group of this space. */
  complete: boolean;
}

/**
 * Reads the groups of this space that a person is in, as the caller: from the person's side, so that the size of the groups doesn't matter.
 *
 * Which of their groups belong to the space is told by records alone, read in a request for each 25 groups.
 */
export async function readGroupsOfPerson(
  ports: GroupPorts,
  { spaceId }: Pick<ProvedSpace, 'spaceId'>,
  accountId: AccountId,
): Promise<GroupsOfPerson> {
  const { groups, complete } = await ports.directory.firstGroupsOf(accountId, MOST_GROUPS_OF_PERSON);
  const names = new Map(groups.map(({ groupId, name }) => [groupId, name]));
  const recorded = await readRecords(ports, [...names.keys()]);
  const records = [...recorded.values()].filter((record) => record.spaceId === spaceId);
  const shown = records.map((record) => ({ ...record, groupName: names.get(record.groupId) ?? record.groupName }));
  for (const record of records) await noteName(ports, record, names.get(record.groupId) ?? record.groupName);
  return { records: shown.toSorted(byName), complete };
}

function byName(one: GroupRecord, other: GroupRecord): number {
  return one.groupName.localeCompare(other.groupName);
}
