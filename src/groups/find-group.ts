import type { GroupFacts } from '../broker/facts';
import type { AccountId, GroupId } from '../shared/ids';
import type { GroupPorts } from './ports';

/**
 * The group as Confluence shows it to the caller or, where it shows the caller none, to the privileged user. Undefined: there is none.
 *
 * "Not there" for one person may be "hidden from them".
 */
export async function findGroup(
  { directory, privilegedReader }: Pick<GroupPorts, 'directory' | 'privilegedReader'>,
  actAs: AccountId,
  groupId: GroupId,
): Promise<GroupFacts | undefined> {
  return (await directory.group(groupId)) ?? (await privilegedReader.group(actAs, groupId));
}
