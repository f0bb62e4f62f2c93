import { Badge, Button, DynamicTable, Inline, Lozenge, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { answered, callSpaceSettings } from '../../api';
import { failureText } from '../../feedback/failure-text';

type Count = number | 'counting' | { problem: string };

const HEAD = [SPACE_PAGE.group, SPACE_PAGE.origin, SPACE_PAGE.members, SPACE_PAGE.actions];

/** Shows one row a group. Members are counted on request only: each count is a call. */
export function GroupTable({ groups, onOpen }: { groups: GroupRow[]; onOpen: (group: GroupRow) => void }) {
  const [counts, setCounts] = useState<Readonly<Record<string, Count>>>({});
  async function count(groupId: string): Promise<void> {
    function set(value: Count) {
      setCounts((old) => ({ ...old, [groupId]: value }));
    }
    set('counting');
    const answer = await answered(callSpaceSettings('countMembers', { groupId }));
    set(answer.ok ? answer.value.total : { problem: failureText(answer.failure).title });
  }
  const rows = groups.map((group) => ({
    key: group.groupId,
    cells: [
      { key: 'group', content: group.groupName },
      { key: 'origin', content: origin(group) },
      { key: 'members', content: members(counts[group.groupId], () => void count(group.groupId)) },
      {
        key: 'actions',
        content: (
          <Button spacing="compact" onClick={() => onOpen(group)}>
            {SPACE_PAGE.open}
          </Button>
        ),
      },
    ],
  }));
  return (
    <DynamicTable
      label={SPACE_PAGE.table}
      head={{ cells: HEAD.map((title) => ({ key: title, content: title })) }}
      rows={rows}
    />
  );
}

function origin({ origin: from, grantsProductAccess, refused }: GroupRow) {
  return (
    <Inline space="space.050" shouldWrap>
      <Lozenge appearance={from === 'created' ? 'default' : 'new'}>
        {from === 'created' ? SPACE_PAGE.createdHere : SPACE_PAGE.takenOver}
      </Lozenge>
      {grantsProductAccess && <Lozenge appearance="moved">{SPACE_PAGE.givesAccess}</Lozenge>}
      {refused !== undefined && <Lozenge appearance="removed">{SPACE_PAGE.refusedSign}</Lozenge>}
    </Inline>
  );
}

function members(count: Count | undefined, onCount: () => void) {
  if (typeof count === 'number') return <Badge max={false}>{count}</Badge>;
  if (count === 'counting') return <Text>{SPACE_PAGE.counting}</Text>;
  return (
    <Stack alignInline="start">
      {count !== undefined && <Text color="color.text.danger">{count.problem}</Text>}
      <Button spacing="compact" onClick={onCount}>
        {SPACE_PAGE.count}
      </Button>
    </Stack>
  );
}
