import { Badge, Button, DynamicTable, Inline, Lozenge, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupRow } from '../../../src/shared/groups/views';
import { answered, callSpaceSettings } from '../../api';
import { failureText } from '../../feedback/failure-text';

type Count = number | 'counting' | { problem: string };

const HEAD = ['Group', 'Origin', 'Members', 'Actions'];

/** One row a group. Members are counted only when asked for: each count is a call. */
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
            Open
          </Button>
        ),
      },
    ],
  }));
  return (
    <DynamicTable
      label="Groups of this space"
      head={{ cells: HEAD.map((title) => ({ key: title, content: title })) }}
      rows={rows}
    />
  );
}

function origin({ origin: from, grantsProductAccess, refused }: GroupRow) {
  return (
    <Inline space="space.050" shouldWrap>
      <Lozenge appearance={from === 'created' ? 'default' : 'new'}>
        {from === 'created' ? 'Created here' : 'Adopted'}
      </Lozenge>
      {grantsProductAccess && <Lozenge appearance="moved">Gives product access</Lozenge>}
      {refused !== undefined && <Lozenge appearance="removed">Atlassian refused</Lozenge>}
    </Inline>
  );
}

function members(count: Count | undefined, onCount: () => void) {
  if (typeof count === 'number') return <Badge max={false}>{count}</Badge>;
  if (count === 'counting') return <Text>Counting…</Text>;
  return (
    <Stack alignInline="start">
      {count !== undefined && <Text color="color.text.danger">{count.problem}</Text>}
      <Button spacing="compact" onClick={onCount}>
        Count members
      </Button>
    </Stack>
  );
}
