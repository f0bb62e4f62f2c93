import type { GroupFacts } from '../broker/facts';
import type { AccountId, GroupId } from '../shared/ids';
import type { GroupPorts } from './ports';

/**
 * Finds a group as Confluence shows it to the caller or, if it doesn't show it to them, to the privileged user. Undefined: it doesn't exist.
 *
 * A group that is missing for one person may be hidden from them.
 */
export async function findGroup(
  { directory, privilegedReader }: Pick<GroupPorts, 'directory' | 'privilegedReader'>,
  actAs: AccountId,
  groupId: GroupId,
): Promise<GroupFacts | undefined> {
  return (await directory.group(groupId)) ?? (await privilegedReader.group(actAs, groupId));
}
