import type { AuditPage } from '../../shared/groups/views';
import type { Ports } from '../ports';
import type { AuditFilter } from './entries';

interface Page {
  filter: AuditFilter;
  before?: string | undefined;
}

/** Who did what on the whole site, newest first. */
export const readAudit = async ({ auditLog }: Ports, _context: unknown, { filter, before }: Page): Promise<AuditPage> =>
  auditLog.read(filter, before);
