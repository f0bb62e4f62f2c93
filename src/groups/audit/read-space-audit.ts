import type { AuditFilter } from '../../broker/audit/entries';
import type { AuditPage } from '../../shared/broker/views';
import type { ProvedSpace } from '../facts';
import type { GroupPorts } from '../ports';

interface Page {
  filter: Omit<AuditFilter, 'spaceId'>;
  before?: string | undefined;
}

/** Reads who did what in this space, newest first. */
export async function readSpaceAudit(
  { auditLog }: GroupPorts,
  { space }: { space: ProvedSpace },
  { filter, before }: Page,
): Promise<AuditPage> {
  return auditLog.read({ ...filter, spaceId: space.spaceId }, before);
}
