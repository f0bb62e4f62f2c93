import type { ExportedOfCustomers } from '../../../src/shared/customers/customer-export';
import { CUSTOMER_EXPORT } from '../../../src/shared/words/customer-settings';
import { callCustomerSettings } from '../../api';
import { ExportData } from '../../files/export-data';

/** Exports everything that the app holds about customers. */
export function ExportCustomers() {
  return (
    <ExportData<ExportedOfCustomers>
      words={CUSTOMER_EXPORT}
      readPage={(from) => callCustomerSettings('exportCustomers', from)}
    />
  );
}
