import type { ChangeLine, ChangeView } from '../../../src/shared/groups/changes';
import type { MemberRow } from '../../people-list/members-file';
import { lineText } from './line-text';

/** Turns the lines of a change into rows of a file: whom, in which group, what was asked, and what happened and why. */
export function resultRows(
  { groups }: Pick<ChangeView, 'groups'>,
  lines: readonly ChangeLine[],
  instant: (at: string) => string,
): MemberRow[] {
  const names = new Map(groups.map(({ groupId, groupName }) => [groupId, groupName]));
  return lines.map((line) => ({
    accountId: line.accountId,
    ...(line.name !== undefined && { name: line.name }),
    group: line.groupName ?? names.get(line.groupId) ?? line.groupId,
    action: line.operation === 'addMember' ? 'add' : 'remove',
    result: lineText(line, instant),
  }));
}
