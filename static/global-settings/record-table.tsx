import { Button, DynamicTable, Inline, Lozenge, Stack, Text, User } from '@forge/react';

import type { SiteGroupRow } from '../../src/shared/views';

interface Props {
  rows: readonly SiteGroupRow[];
  loading: boolean;
  onRelease: (row: SiteGroupRow) => void;
  onTransfer: (row: SiteGroupRow) => void;
  onSetDeletable: (row: SiteGroupRow) => void;
}

const HEAD = ['Space', 'Group', 'Origin', 'Deleting', 'Recorded by', 'Actions'];

const spaceCell = ({ space }: SiteGroupRow) =>
  space === undefined ? (
    <Lozenge appearance="removed" maxWidth="320px">
      Space deleted or not visible to you
    </Lozenge>
  ) : (
    <Stack>
      <Text>{space.name}</Text>
      <Text color="color.text.subtle">{space.key}</Text>
    </Stack>
  );

const originCell = ({ origin, grantsProductAccess, refused }: SiteGroupRow) => (
  <Inline space="space.050" shouldWrap>
    <Lozenge appearance={origin === 'created' ? 'default' : 'new'}>
      {origin === 'created' ? 'Created' : 'Adopted'}
    </Lozenge>
    {grantsProductAccess && <Lozenge appearance="moved">Gives product access</Lozenge>}
    {refused !== undefined && <Lozenge appearance="removed">Atlassian refused</Lozenge>}
  </Inline>
);

/** One row a group. An adopted group can be deleted by its space's admins only if that is allowed here. */
export const RecordTable = ({ rows, loading, onRelease, onTransfer, onSetDeletable }: Props) => {
  const actions = (row: SiteGroupRow) => (
    <Inline space="space.050" shouldWrap>
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
  return (
    <DynamicTable
      label="Groups by space"
      isLoading={loading}
      head={{ cells: HEAD.map((title) => ({ key: title, content: title })) }}
      rows={rows.map((row) => ({
        key: row.groupId,
        cells: [
          { key: 'space', content: spaceCell(row) },
          { key: 'group', content: row.groupName },
          { key: 'origin', content: originCell(row) },
          { key: 'deleting', content: row.deletable ? 'Allowed' : 'Not allowed' },
          { key: 'by', content: <User accountId={row.recordedBy} /> },
          { key: 'actions', content: actions(row) },
        ],
      }))}
    />
  );
};
