import { Stack, Text, User } from '@forge/react';

import type { AuditRow } from '../../src/shared/broker/views';
import { actionText } from './action-text';
import { ended, who } from './cells';
import type { Choice } from './choices';

const what = ({ action, accountId }: AuditRow) => (
  <Stack>
    <Text>{actionText(action)}</Text>
    {accountId !== undefined && <User accountId={accountId} />}
  </Stack>
);

const where = ({ groupName, spaceId }: AuditRow, spaces: readonly Choice[] | undefined) => {
  const label = spaces?.find(({ value }) => value === spaceId)?.label;
  const space = label?.replace(/^Space /, '') ?? spaceId;
  return (
    <Stack>
      {groupName !== undefined && <Text>{groupName}</Text>}
      {spaces !== undefined && space !== undefined && <Text color="color.text.subtle">{`Space ${space}`}</Text>}
    </Stack>
  );
};

/** The table's head. Widths are shares of the table. */
export const auditHead = (withSpace: boolean) => ({
  cells: [
    { key: 'when', content: 'When', width: 16 },
    { key: 'who', content: 'Who', width: 20 },
    { key: 'what', content: 'What', width: 22 },
    { key: 'where', content: withSpace ? 'Group and space' : 'Group', width: 18 },
    { key: 'ended', content: 'Outcome', width: 24 },
  ],
});

/** The table's rows. They call no hook: the table calls them as plain functions. */
export const auditRows = (
  rows: readonly AuditRow[],
  instant: (at: string) => string,
  spaces: readonly Choice[] | undefined,
) =>
  rows.map((row) => ({
    key: row.id,
    cells: [
      { key: 'when', content: instant(row.at) },
      { key: 'who', content: who(row) },
      { key: 'what', content: what(row) },
      { key: 'where', content: where(row, spaces) },
      { key: 'ended', content: ended(row) },
    ],
  }));
