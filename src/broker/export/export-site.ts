import { EXPORTED, type ExportPage, type ExportPlace } from '../../shared/broker/site-export';
import { FIELD_PROBLEMS } from '../../shared/field-problems';
import type { AccountId } from '../../shared/ids';
import { changeAs } from '../change-as';
import { AppError } from '../errors';
import { instant } from '../instant';
import type { OnSite } from '../on-site';
import type { BrokerPorts } from '../ports';

/** The version of the file's form. */
const SCHEMA = 1;

/** An export that takes longer is begun again, and so recorded again. */
const LASTS_MS = 24 * 60 * 60_000;

/**
 * Reads everything that is stored of this site, a page a call. The first call records in the audit that somebody exports it, and without that entry no other call reads anything.
 *
 * Fails with INVALID_INPUT (`from`) if the caller began no such export within a day.
 */
export async function exportSite(
  ports: BrokerPorts,
  by: OnSite,
  { from }: { from?: ExportPlace | undefined },
): Promise<ExportPage> {
  return from === undefined ? begin(ports, by) : readOn(ports, by.caller, from);
}

async function begin(ports: BrokerPorts, by: OnSite): Promise<ExportPage> {
  const { ids, clock, environment, legacyCredentials } = ports;
  const { appVersion, environmentType } = environment;
  const exportId = ids.next();
  await changeAs(ports, by, { entries: [{ id: exportId, action: 'exportSite' }], write: async () => undefined });
  // That the old email and token exist is all that is known of them.
  const legacyRecord = await legacyCredentials.exist();
  const row = { schema: SCHEMA, at: instant(clock), appVersion, environmentType, legacyRecord };
  return { rows: [{ entity: 'export', key: exportId, row }], next: { exportId, entity: EXPORTED[0] } };
}

async function readOn(
  { storedRows, clock }: BrokerPorts,
  caller: AccountId,
  { exportId, entity, after }: ExportPlace,
): Promise<ExportPage> {
  const [begun, { rows, next }] = await Promise.all([storedRows.attempt(exportId), storedRows.page(entity, after)]);
  const isTheirs = begun?.action === 'exportSite' && begun.caller === caller;
  if (!isTheirs || clock.now() - Date.parse(begun.at) > LASTS_MS) {
    throw new AppError({ code: 'INVALID_INPUT', fields: [{ field: 'from', message: FIELD_PROBLEMS.reload }] });
  }
  const following = next === undefined ? EXPORTED[EXPORTED.indexOf(entity) + 1] : entity;
  return {
    rows: rows.map((row) => ({ entity, ...row })),
    ...(following !== undefined && {
      next: { exportId, entity: following, ...(next !== undefined && { after: next }) },
    }),
  };
}
