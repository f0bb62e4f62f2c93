import { exportStored } from '../../broker/export/export-stored';
import type { ExportPage, ExportPlace } from '../../shared/broker/site-export';
import { EXPORTED_OF_CUSTOMERS, type ExportedOfCustomers } from '../../shared/customers/customer-export';
import type { InJira } from '../in-jira';
import type { CustomerPorts } from '../ports';

/** Reads everything that is stored about customers, a page a call, as exportStored does. */
export async function exportCustomers(
  ports: CustomerPorts,
  admin: InJira,
  { from }: { from?: ExportPlace<ExportedOfCustomers> | undefined },
): Promise<ExportPage<ExportedOfCustomers>> {
  const what = {
    action: 'exportCustomers',
    about: 'customers',
    entities: EXPORTED_OF_CUSTOMERS,
    header: async () => ({ about: 'customers' }),
  } as const;
  return exportStored(ports, admin, what, from);
}
