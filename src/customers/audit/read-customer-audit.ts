import type { CustomerAuditPage } from '../../shared/customers/views';
import type { ProjectId } from '../../shared/ids';
import type { InJira } from '../in-jira';
import type { CustomerPorts } from '../ports';

/** Returns the requests and changes about customers, newest first. */
export function readCustomerAudit(
  { customerAudit }: CustomerPorts,
  _context: InJira,
  { projectId, before }: { projectId?: ProjectId | undefined; before?: string | undefined },
): Promise<CustomerAuditPage> {
  return customerAudit.read(projectId, before);
}
