import type { AuditFilter } from '../../broker/audit/entries';
import type { Ports } from '../../broker/ports';
import type { AuditPage } from '../../shared/groups/views';
import type { ProvedSpace } from '../facts';

interface Page {
  filter: Omit<AuditFilter, 'spaceId'>;
  before?: string | undefined;
}

/** Who did what in this space, newest first. */
export const readSpaceAudit = async (
  { auditLog }: Ports,
  { space }: { space: ProvedSpace },
  { filter, before }: Page,
): Promise<AuditPage> => auditLog.read({ ...filter, spaceId: space.spaceId }, before);
