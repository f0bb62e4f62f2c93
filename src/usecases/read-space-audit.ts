import type { AuditFilter } from '../domain/audit';
import type { ProvedSpace } from '../domain/groups';
import type { Ports } from '../domain/ports';
import type { AuditPage } from '../shared/views';

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
