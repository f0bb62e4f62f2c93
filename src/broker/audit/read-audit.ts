import type { AuditPage } from '../../shared/broker/views';
import type { BrokerPorts } from '../ports';
import type { AuditFilter } from './entries';

interface Page {
  filter: AuditFilter;
  before?: string | undefined;
}

/** Reads who did what on the whole site, newest first. */
export async function readAudit(
  { auditLog }: BrokerPorts,
  _context: unknown,
  { filter, before }: Page,
): Promise<AuditPage> {
  return auditLog.read(filter, before);
}
