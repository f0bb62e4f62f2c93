import type { StoredAction } from '../../shared/broker/audit';
import type { ExportPage, ExportPlace } from '../../shared/broker/site-export';
import { FIELD_PROBLEMS } from '../../shared/field-problems';
import type { AccountId } from '../../shared/ids';
import { changeAs } from '../change-as';
import { AppError } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts, Exportable } from '../ports';
import type { Proved } from '../proved';

/** Names what an export holds, and how the audit calls it. */
interface Export<Entity> {
  action: Extract<StoredAction, 'exportSite' | 'exportCustomers'>;
  about: 'site' | 'customers';
  /** In the order of the file. */
  entities: readonly [Entity, ...Entity[]];
  /** Returns what the first line of the file tells besides. */
  header: () => Promise<object>;
}

/** The version of the file's form. */
const SCHEMA = 1;

/** An export that takes longer is begun again, and so recorded again. */
const LASTS_MS = 24 * 60 * 60_000;

/**
 * Reads what is stored, a page a call. The first call records in the audit that somebody exports it, and without that entry no other call reads anything.
 *
 * Fails with INVALID_INPUT (`from`) if the caller began no such export within a day.
 */
export async function exportStored<Entity extends Exportable>(
  ports: BrokerPorts,
  by: Proved,
  what: Export<Entity>,
  from: ExportPlace<Entity> | undefined,
): Promise<ExportPage<Entity>> {
  return from === undefined ? begin(ports, by, what) : readOn(ports, by.caller, what, from);
}

async function begin<Entity extends Exportable>(
  ports: BrokerPorts,
  by: Proved,
  { action, entities, header }: Export<Entity>,
): Promise<ExportPage<Entity>> {
  const { ids, clock, environment } = ports;
  const { appVersion, environmentType } = environment;
  const exportId = ids.next();
  await changeAs(ports, by, { entries: [{ id: exportId, action }], write: async () => undefined });
  const row = { schema: SCHEMA, at: instant(clock), appVersion, environmentType, ...(await header()) };
  return { rows: [{ entity: 'export', key: exportId, row }], next: { exportId, entity: entities[0] } };
}

async function readOn<Entity extends Exportable>(
  { storedRows, clock }: BrokerPorts,
  caller: AccountId,
  { action, about, entities }: Export<Entity>,
  { exportId, entity, after }: ExportPlace<Entity>,
): Promise<ExportPage<Entity>> {
  const [begun, { rows, next }] = await Promise.all([
    storedRows.attempt(exportId),
    storedRows.page(about, entity, after),
  ]);
  const isTheirs = begun?.action === action && begun.caller === caller;
  if (!isTheirs || clock.now() - Date.parse(begun.at) > LASTS_MS) {
    throw new AppError({ code: 'INVALID_INPUT', fields: [{ field: 'from', message: FIELD_PROBLEMS.reload }] });
  }
  const following = next === undefined ? entities[entities.indexOf(entity) + 1] : entity;
  return {
    rows: rows.map((row) => ({ entity, ...row })),
    ...(following !== undefined && {
      next: { exportId, entity: following, ...(next !== undefined && { after: next }) },
    }),
  };
}
