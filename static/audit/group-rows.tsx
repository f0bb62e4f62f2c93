import { Stack, Text, User } from '@forge/react';

import type { AuditRow } from '../../src/shared/broker/views';
import { actionText } from './action-text';
import { ended, who } from './cells';
import type { Choice } from './choices';

/** The table's head. Widths are shares of the table. */
export function auditHead(withSpace: boolean) {
  return {
    cells: [
      { key: 'when', content: 'When', width: 16 },
      { key: 'who', content: 'Who', width: 20 },
      { key: 'what', content: 'What', width: 22 },
      { key: 'where', content: withSpace ? 'Group and space' : 'Group', width: 18 },
      { key: 'ended', content: 'Outcome', width: 24 },
    ],
  };
}

/** The table's rows. They call no hook: the table calls them as plain functions. */
export function auditRows(
  rows: readonly AuditRow[],
  instant: (at: string) => string,
  spaces: readonly Choice[] | undefined,
) {
  return rows.map((row) => ({
    key: row.id,
    cells: [
      { key: 'when', content: instant(row.at) },
      { key: 'who', content: who(row) },
      { key: 'what', content: what(row) },
      { key: 'where', content: where(row, spaces) },
      { key: 'ended', content: ended(row) },
    ],
  }));
}

function what({ action, accountId }: AuditRow) {
  return (
    <Stack>
      <Text>{actionText(action)}</Text>
      {accountId !== undefined && <User accountId={accountId} />}
    </Stack>
  );
}

function where({ groupName, spaceId }: AuditRow, spaces: readonly Choice[] | undefined) {
  const label = spaces?.find(({ value }) => value === spaceId)?.label;
  const space = label?.replace(/^Space /, '') ?? spaceId;
  return (
    <Stack>
      {groupName !== undefined && <Text>{groupName}</Text>}
      {spaces !== undefined && space !== undefined && <Text color="color.text.subtle">{`Space ${space}`}</Text>}
    </Stack>
  );
}
