import type { GroupFacts } from '../../domain/groups';
import type { Ports } from '../../domain/ports';
import type { AccountId, GroupId } from '../../shared/ids';

/**
 * The group as Confluence shows it to the caller or, where it shows the caller none, to the privileged user. Undefined: there is none.
 *
 * "Not there" for one person may be "hidden from them".
 */
export async function findGroup(
  { directory, privilegedReader }: Pick<Ports, 'directory' | 'privilegedReader'>,
  actAs: AccountId,
  groupId: GroupId,
): Promise<GroupFacts | undefined> {
  return (await directory.group(groupId)) ?? (await privilegedReader.group(actAs, groupId));
}
