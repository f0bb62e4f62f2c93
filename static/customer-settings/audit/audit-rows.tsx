import { Stack, Text, User } from '@forge/react';

import type { CustomerAuditRow } from '../../../src/shared/customers/views';
import { CUSTOMER_AUDIT, VIA } from '../../../src/shared/words/customer-settings';
import { say } from '../../../src/shared/words/format';
import { ended, who } from '../../audit/cells';
import type { Choice } from '../../audit/choices';
import { actionText } from '../../audit/code-text';
import { CUSTOMER_WORDS } from '../../audit/customer-words';

/** The table's head. Widths are shares of the table. */
export const AUDIT_HEAD = {
  cells: [
    { key: 'when', content: 'When', width: 13 },
    { key: 'who', content: 'Who', width: 17 },
    { key: 'what', content: 'What', width: 14 },
    { key: 'customer', content: CUSTOMER_AUDIT.customer, width: 16 },
    { key: 'where', content: CUSTOMER_AUDIT.projectHead, width: 19 },
    { key: 'ended', content: 'Outcome', width: 21 },
  ],
};

/** The table's rows. They call no hook: the table calls them as plain functions. */
export function auditRows(
  rows: readonly CustomerAuditRow[],
  instant: (at: string) => string,
  projects: readonly Choice[],
) {
  return rows.map((row) => ({
    key: row.id,
    cells: [
      { key: 'when', content: instant(row.at) },
      { key: 'who', content: whoAndHow(row) },
      { key: 'what', content: actionText(row.action, CUSTOMER_WORDS) },
      { key: 'customer', content: customer(row) },
      { key: 'where', content: where(row, projects) },
      { key: 'ended', content: ended(row, CUSTOMER_WORDS) },
    ],
  }));
}

function whoAndHow(row: CustomerAuditRow) {
  return (
    <Stack>
      {who(row)}
      {row.via !== undefined && <Text color="color.text.subtle">{VIA[row.via]}</Text>}
    </Stack>
  );
}

function customer({ accountId, domain }: CustomerAuditRow) {
  return (
    <Stack>
      {accountId !== undefined && <User accountId={accountId} />}
      {domain !== undefined && <Text color="color.text.subtle">{say(CUSTOMER_AUDIT.atDomain, { domain })}</Text>}
    </Stack>
  );
}

function where({ projectId, organizationId }: CustomerAuditRow, projects: readonly Choice[]) {
  return (
    <Stack>
      {projectId !== undefined && (
        <Text>
          {projects.find(({ value }) => value === projectId)?.label ?? say(CUSTOMER_AUDIT.oneProject, { projectId })}
        </Text>
      )}
      {organizationId !== undefined && (
        <Text color="color.text.subtle">{say(CUSTOMER_AUDIT.oneOrganization, { organizationId })}</Text>
      )}
    </Stack>
  );
}
