import type { Exported } from '../../../src/shared/broker/site-export';
import { SITE_EXPORT } from '../../../src/shared/words/site-export';
import { callGlobalSettings } from '../../api';
import { ExportData } from '../../files/export-data';

/** Exports everything that the app holds about the site, but for what is about customers. */
export function ExportSite() {
  return <ExportData<Exported> words={SITE_EXPORT} readPage={(from) => callGlobalSettings('exportSite', from)} />;
}
