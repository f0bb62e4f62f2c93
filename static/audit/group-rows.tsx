import { Stack, Text, User } from '@forge/react';
import type { ReactNode } from 'react';

import type { AuditRow } from '../../src/shared/broker/views';
import { AUDIT } from '../../src/shared/words/audit';
import { say } from '../../src/shared/words/format';
import { ended, who } from './cells';
import type { Choice } from './choices';
import { actionText, type MoreWords } from './code-text';

/** Returns the table's head. Widths are shares of the table. */
export function auditHead(withSpace: boolean, withActions: boolean) {
  const actions = { key: 'actions', content: AUDIT.actions, width: 10 };
  return {
    cells: [
      { key: 'when', content: AUDIT.when, width: 16 },
      { key: 'who', content: AUDIT.who, width: 20 },
      { key: 'what', content: AUDIT.what, width: 22 },
      { key: 'where', content: withSpace ? AUDIT.groupAndSpace : AUDIT.group, width: 18 },
      { key: 'ended', content: AUDIT.outcome, width: 24 },
      ...(withActions ? [actions] : []),
    ],
  };
}

/** The spaces that the page knows, if it shows several, and what can be done with an entry, if anything. */
interface Around<Row> {
  spaces: readonly Choice[] | undefined;
  actionOf: ((row: Row) => ReactNode) | undefined;
  more: MoreWords | undefined;
}

/** Returns the table's rows. They call no hook: the table calls them as plain functions. */
export function auditRows<Row extends AuditRow>(
  rows: readonly Row[],
  instant: (at: string) => string,
  { spaces, actionOf, more }: Around<Row>,
) {
  return rows.map((row) => ({
    key: row.id,
    cells: [
      { key: 'when', content: instant(row.at) },
      { key: 'who', content: who(row) },
      { key: 'what', content: what(row, more) },
      { key: 'where', content: where(row, spaces) },
      { key: 'ended', content: ended(row, more) },
      ...(actionOf === undefined ? [] : [{ key: 'actions', content: actionOf(row) }]),
    ],
  }));
}

function what({ action, accountId, undoes }: AuditRow, more: MoreWords | undefined) {
  return (
    <Stack>
      <Text>{actionText(action, more)}</Text>
      {accountId !== undefined && <User accountId={accountId} />}
      {undoes !== undefined && <Text color="color.text.subtle">{AUDIT.undoes}</Text>}
    </Stack>
  );
}

function where({ groupName, spaceId }: AuditRow, spaces: readonly Choice[] | undefined) {
  return (
    <Stack>
      {groupName !== undefined && <Text>{groupName}</Text>}
      {spaces !== undefined && spaceId !== undefined && (
        <Text color="color.text.subtle">{spaceText(spaceId, spaces)}</Text>
      )}
    </Stack>
  );
}

/** Names a space by its key if the page knows it, otherwise by its id. */
function spaceText(spaceId: string, spaces: readonly Choice[]): string {
  const byId = say(AUDIT.oneSpace, { space: spaceId });
  const label = spaces.find(({ value }) => value === spaceId)?.label ?? byId;
  return label === byId ? byId : say(AUDIT.oneSpace, { space: label });
}
