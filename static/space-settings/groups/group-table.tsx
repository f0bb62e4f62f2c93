import { Badge, Button, DynamicTable, Inline, Lozenge, Stack, Text, User } from '@forge/react';

import { CLOSED_ACCOUNT } from '../../../src/shared/broker/closed-account';
import type { GroupNumbers, GroupRow, ListedGroup, SpaceAccess } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GROUP_LIST } from '../../../src/shared/words/group-list';
import { REASONS } from '../../../src/shared/words/reasons';
import { SPACE_ACCESS } from '../../../src/shared/words/space-access';
import { FailureMessage } from '../../feedback/failure-message';
import { useInstant } from '../../hooks/use-instant';
import { accessText } from '../access/access-text';
import type { GroupList } from './use-group-list';
import { useNumbers } from './use-numbers';

interface Props {
  list: GroupList;
  groups: readonly ListedGroup[];
  /** The group that the user comes back from: its button takes the focus. */
  returned: string | undefined;
  onOpen: (group: GroupRow) => void;
}

type HeadCell = { key: string; content: string; width: number };

/** The table's head. Widths are shares of the table. */
const HEAD: readonly HeadCell[] = [
  { key: 'group', content: GROUP_LIST.group, width: 46 },
  { key: 'members', content: GROUP_LIST.members, width: 14 },
  { key: 'change', content: GROUP_LIST.lastChange, width: 40 },
];

/** Shows one row a group. Its members are counted once it is on the screen. */
export function GroupTable({ list, groups, returned, onOpen }: Props) {
  const instant = useInstant();
  const {
    value: numbers,
    failure,
    loading,
    reload,
  } = useNumbers(
    list.counts,
    groups.map(({ groupId }) => groupId),
  );
  const access = list.access.value;
  const uncounted = loading ? GROUP_LIST.counting : GROUP_LIST.notCounted;
  const rows = groups.map((group) => ({
    key: group.groupId,
    cells: [
      { key: 'group', content: name(group, { isReturned: group.groupId === returned, instant, onOpen }) },
      { key: 'members', content: members(numbers.get(group.groupId), uncounted) },
      { key: 'change', content: lastChange(instant(group.changedAt), numbers.get(group.groupId)) },
      ...(access === undefined ? [] : [{ key: 'access', content: accessText(access, group.groupId) }]),
    ],
  }));
  return (
    <Stack space="space.100" alignInline="stretch">
      {failure !== undefined && !loading && <FailureMessage failure={failure} onRetry={reload} />}
      {/* Of a fixed size, it cuts a long name off instead of growing out of the page. */}
      <DynamicTable
        label={GROUP_LIST.table}
        head={{ cells: headOf(access) }}
        rows={rows}
        isFixedSize
        isLoading={list.loading}
      />
    </Stack>
  );
}

function headOf(access: SpaceAccess | undefined): HeadCell[] {
  const column = access && { key: 'access', content: SPACE_ACCESS.column[access.kind], width: 40 };
  return column === undefined ? [...HEAD] : [...HEAD, column];
}

interface NameProps {
  isReturned: boolean;
  instant: (at: string) => string;
  onOpen: (group: GroupRow) => void;
}

/** Draws the name, and what is particular about a group. The cells call no hook: the table calls them as plain functions. */
function name(group: ListedGroup, { isReturned, instant, onOpen }: NameProps) {
  const { groupName, origin, grantsProductAccess, refused, blocked } = group;
  return (
    <Stack space="space.050" alignInline="start">
      <Inline space="space.050" rowSpace="space.050" alignBlock="center" shouldWrap>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button appearance="subtle" spacing="compact" autoFocus={isReturned} onClick={() => onOpen(group)}>
          {groupName}
        </Button>
        {origin === 'adopted' && <Lozenge appearance="new">{GROUP_LIST.takenOver}</Lozenge>}
        {grantsProductAccess && <Lozenge appearance="moved">{GROUP_LIST.givesAccess}</Lozenge>}
        {blocked !== undefined && <Lozenge appearance="removed">{GROUP_LIST.blocked}</Lozenge>}
        {refused !== undefined && <Lozenge appearance="removed">{GROUP_LIST.refused}</Lozenge>}
      </Inline>
      {blocked !== undefined && <Text color="color.text.subtle">{REASONS[blocked].why}</Text>}
      {refused !== undefined && (
        <Text color="color.text.subtle">{say(GROUP_LIST.refusedText, { when: instant(refused.at) })}</Text>
      )}
    </Stack>
  );
}

function members(numbers: GroupNumbers | undefined, uncounted: string) {
  if (numbers?.members !== undefined) return <Badge max={false}>{numbers.members}</Badge>;
  return <Text color="color.text.subtle">{numbers === undefined ? uncounted : GROUP_LIST.notKnown}</Text>;
}

function lastChange(when: string, numbers: GroupNumbers | undefined) {
  const by = numbers?.changedBy;
  return (
    <Stack>
      <Text>{when}</Text>
      {by !== undefined && (
        <Inline space="space.050" alignBlock="center">
          <Text color="color.text.subtle">{GROUP_LIST.by}</Text>
          {by === CLOSED_ACCOUNT ? (
            <Text color="color.text.subtle">{GROUP_LIST.closedAccount}</Text>
          ) : (
            <User accountId={by} />
          )}
        </Inline>
      )}
    </Stack>
  );
}
