import type { AuditFilter } from '../domain/audit';
import type { Ports } from '../domain/ports';
import type { AuditPage } from '../shared/views';

interface Page {
  filter: AuditFilter;
  before?: string | undefined;
}

/** Who did what on the whole site, newest first. */
export const readAudit = async ({ auditLog }: Ports, _context: unknown, { filter, before }: Page): Promise<AuditPage> =>
  auditLog.read(filter, before);
