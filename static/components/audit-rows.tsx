import { Inline, Lozenge, Stack, Text, User } from '@forge/react';

import type { AuditRow } from '../../src/shared/views';
import type { Choice } from './audit-filters';
import { actionText, OUTCOMES, reasonText } from './audit-text';

const who = ({ caller, actedAs }: AuditRow) => (
  <Stack>
    {caller === undefined ? <Text>The app, on schedule</Text> : <User accountId={caller} />}
    {actedAs !== undefined && actedAs !== caller && (
      <Inline space="space.050" alignBlock="center">
        <Text color="color.text.subtle">app acted as</Text>
        <User accountId={actedAs} />
      </Inline>
    )}
  </Stack>
);

const outcome = ({ outcome: ended, code, count }: AuditRow) => (
  <Stack>
    <Inline space="space.050" alignBlock="center">
      <Lozenge appearance={OUTCOMES[ended].appearance}>{OUTCOMES[ended].label}</Lozenge>
      {count !== undefined && count > 1 && <Text>{`${String(count)} times in an hour`}</Text>}
    </Inline>
    {code !== undefined && <Text color="color.text.subtle">{reasonText(code)}</Text>}
  </Stack>
);

const HEAD = ['When', 'Who', 'What', 'Group', 'Person concerned', 'Outcome'];

/** The table's head; with the space only where entries of several spaces are shown. */
export const auditHead = (withSpace: boolean) => ({
  cells: [...HEAD, ...(withSpace ? ['Space'] : [])].map((title) => ({ key: title, content: title })),
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
      { key: 'what', content: actionText(row.action) },
      { key: 'group', content: row.groupName ?? '' },
      { key: 'whom', content: row.accountId === undefined ? '' : <User accountId={row.accountId} /> },
      { key: 'outcome', content: outcome(row) },
      ...(spaces === undefined
        ? []
        : [{ key: 'space', content: spaces.find(({ value }) => value === row.spaceId)?.label ?? row.spaceId ?? '' }]),
    ],
  }));
