import { EXPORTED, type ExportPage, type ExportPlace } from '../../shared/broker/site-export';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';
import { exportStored } from './export-stored';

/** Reads everything that is stored of this site but for customers, a page a call, as exportStored does. */
export async function exportSite(
  ports: BrokerPorts,
  by: OnSite,
  { from }: { from?: ExportPlace | undefined },
): Promise<ExportPage> {
  const what = {
    action: 'exportSite',
    about: 'site',
    entities: EXPORTED,
    // That the old email and token exist is all that is known of them.
    header: async () => ({ legacyRecord: await ports.legacyCredentials.exist() }),
  } as const;
  return exportStored(ports, by, what, from);
}
