import { Button, DynamicTable, Inline, Lozenge, Stack, Text, User } from '@forge/react';

import { CLOSED_ACCOUNT } from '../../../src/shared/broker/closed-account';
import type { SiteGroupRow } from '../../../src/shared/groups/views';

interface Props {
  rows: readonly SiteGroupRow[];
  loading: boolean;
  onRelease: (row: SiteGroupRow) => void;
  onTransfer: (row: SiteGroupRow) => void;
  onSetDeletable: (row: SiteGroupRow) => void;
}

/** Widths are shares of the table. */
const HEAD = [
  { key: 'space', content: 'Space', width: 21 },
  { key: 'group', content: 'Group', width: 26 },
  { key: 'status', content: 'Status', width: 23 },
  { key: 'actions', content: 'Actions', width: 30 },
];

/** One row a group. An adopted group can be deleted by its space's admins only if that is allowed here. */
export function RecordTable({ rows, loading, onRelease, onTransfer, onSetDeletable }: Props) {
  function actionsCell(row: SiteGroupRow) {
    return (
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        <Button spacing="compact" onClick={() => onTransfer(row)}>
          Transfer
        </Button>
        <Button spacing="compact" onClick={() => onRelease(row)}>
          Release
        </Button>
        {row.origin === 'adopted' && (
          <Button spacing="compact" onClick={() => onSetDeletable(row)}>
            {row.deletable ? 'Forbid deleting' : 'Allow deleting'}
          </Button>
        )}
      </Inline>
    );
  }
  return (
    <DynamicTable
      label="Groups by space"
      isLoading={loading}
      head={{ cells: HEAD }}
      rows={rows.map((row) => ({
        key: row.groupId,
        cells: [
          { key: 'space', content: spaceCell(row) },
          { key: 'group', content: groupCell(row) },
          { key: 'status', content: statusCell(row) },
          { key: 'actions', content: actionsCell(row) },
        ],
      }))}
    />
  );
}

function spaceCell({ space }: SiteGroupRow) {
  return space === undefined ? (
    <Lozenge appearance="removed">Space lost</Lozenge>
  ) : (
    <Stack>
      <Text>{space.name}</Text>
      <Text color="color.text.subtle">{space.key}</Text>
    </Stack>
  );
}

function groupCell({ groupName, recordedBy }: SiteGroupRow) {
  return (
    <Stack>
      <Text>{groupName}</Text>
      <Inline space="space.050" alignBlock="center" shouldWrap>
        <Text color="color.text.subtle">recorded by</Text>
        {recordedBy === CLOSED_ACCOUNT ? <Text>a closed account</Text> : <User accountId={recordedBy} />}
      </Inline>
    </Stack>
  );
}

function statusCell({ origin, deletable, grantsProductAccess, refused }: SiteGroupRow) {
  return (
    <Stack space="space.050">
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        <Lozenge appearance={origin === 'created' ? 'default' : 'new'}>
          {origin === 'created' ? 'Created' : 'Adopted'}
        </Lozenge>
        {grantsProductAccess && <Lozenge appearance="moved">Gives product access</Lozenge>}
        {refused !== undefined && <Lozenge appearance="removed">Atlassian refused</Lozenge>}
      </Inline>
      <Text color="color.text.subtle">{deletable ? 'Deleting allowed' : 'Deleting not allowed'}</Text>
    </Stack>
  );
}
