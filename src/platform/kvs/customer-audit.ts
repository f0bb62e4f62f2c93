// The audit trail's entries about customers.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import type { Clock } from '../../broker/ports';
import type { CustomerAudit } from '../../customers/ports';
import type { CustomerAuditPage } from '../../shared/customers/views';
import type { ProjectId } from '../../shared/ids';
import { queryEntries, readOutcomes } from './audit-entries';
import { isExpired } from './audit-rows';
import { customerViewOf } from './audit-views';
import { reading } from './failures';

/** Reads the audit trail's entries about customers. The port describes how it fails. */
export function createCustomerAudit({ clock }: { clock: Clock }): CustomerAudit {
  return {
    read: (projectId, before) => reading(() => readPage(projectId, before, clock.now())),
  };
}

const ROWS_A_PAGE = 25;

async function readPage(
  projectId: ProjectId | undefined,
  before: string | undefined,
  now: number,
): Promise<CustomerAuditPage> {
  const index =
    projectId === undefined
      ? { name: 'by-area', partition: 'customers' }
      : { name: 'by-project', partition: projectId };
  const { entries, more } = await queryEntries(index, ROWS_A_PAGE, { before });
  // Everything older than an expired entry is expired too.
  const kept = entries.filter(({ row }) => !isExpired(row, now));
  const outcomes = await readOutcomes(kept);
  const rows = kept.map(({ id, row }) => customerViewOf(id, row, outcomes.get(id), now));
  const next = kept.at(-1)?.row.sortKey;
  return { rows, ...(more && kept.length === entries.length && next !== undefined ? { next } : {}) };
}
