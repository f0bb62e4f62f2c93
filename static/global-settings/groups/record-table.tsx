import { Button, DynamicTable, Inline, Lozenge, Stack, Text, User } from '@forge/react';

import { CLOSED_ACCOUNT } from '../../../src/shared/broker/closed-account';
import type { SiteGroupRow } from '../../../src/shared/groups/views';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';

interface Props {
  rows: readonly SiteGroupRow[];
  loading: boolean;
  onMembers: (row: SiteGroupRow) => void;
  onRelease: (row: SiteGroupRow) => void;
  onTransfer: (row: SiteGroupRow) => void;
  onSetDeletable: (row: SiteGroupRow) => void;
}

/** Widths are shares of the table. */
const HEAD = [
  { key: 'space', content: GROUPS_TAB.space, width: 17 },
  { key: 'group', content: GROUPS_TAB.group, width: 25 },
  { key: 'status', content: GROUPS_TAB.status, width: 18 },
  { key: 'actions', content: GROUPS_TAB.actions, width: 40 },
];

/** Shows one row a group. A group that was taken over can be deleted by its space's admins only if that's allowed here. */
export function RecordTable({ rows, loading, onMembers, onRelease, onTransfer, onSetDeletable }: Props) {
  function actionsCell(row: SiteGroupRow) {
    return (
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        <Button spacing="compact" onClick={() => onMembers(row)}>
          {GROUPS_TAB.members}
        </Button>
        <Button spacing="compact" onClick={() => onTransfer(row)}>
          {GROUPS_TAB.transfer}
        </Button>
        <Button spacing="compact" onClick={() => onRelease(row)}>
          {GROUPS_TAB.stop}
        </Button>
        {row.origin === 'adopted' && (
          <Button spacing="compact" onClick={() => onSetDeletable(row)}>
            {row.deletable ? GROUPS_TAB.forbidDeleting : GROUPS_TAB.allowDeleting}
          </Button>
        )}
      </Inline>
    );
  }
  return (
    <DynamicTable
      label={GROUPS_TAB.groupsBySpace}
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
    <Lozenge appearance="removed">{GROUPS_TAB.spaceLost}</Lozenge>
  ) : (
    <Stack>
      <Text>{space.name}</Text>
      <Text color="color.text.subtle">{space.key}</Text>
    </Stack>
  );
}

function groupCell({ groupName, origin, recordedBy }: SiteGroupRow) {
  return (
    <Stack>
      <Text>{groupName}</Text>
      <Inline space="space.050" alignBlock="center" shouldWrap>
        <Text color="color.text.subtle">{origin === 'created' ? GROUPS_TAB.createdBy : GROUPS_TAB.takenOverBy}</Text>
        {recordedBy === CLOSED_ACCOUNT ? <Text>{GROUPS_TAB.closedAccount}</Text> : <User accountId={recordedBy} />}
      </Inline>
    </Stack>
  );
}

function statusCell({ origin, deletable, grantsProductAccess, refused }: SiteGroupRow) {
  return (
    <Stack space="space.050">
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        <Lozenge appearance={origin === 'created' ? 'default' : 'new'}>
          {origin === 'created' ? GROUPS_TAB.created : GROUPS_TAB.takenOver}
        </Lozenge>
        {grantsProductAccess && <Lozenge appearance="moved">{GROUPS_TAB.givesAccess}</Lozenge>}
        {refused !== undefined && <Lozenge appearance="removed">{GROUPS_TAB.refused}</Lozenge>}
      </Inline>
      <Text color="color.text.subtle">{deletable ? GROUPS_TAB.deletable : GROUPS_TAB.notDeletable}</Text>
    </Stack>
  );
}
