// The audit trail as pages show it.
import type { AuditRow } from '../../shared/broker/views';
import type { CustomerAuditRow } from '../../shared/customers/views';
import { omitUndefined } from '../omit-undefined';
import { callerOf, spaceOf, type AttemptRow, type EntryRow, type OutcomeRow, type RefusalRow } from './audit-rows';

/** Returns an entry with its outcome. A refusal is its own. */
export function viewOf(id: string, row: EntryRow, ended: OutcomeRow | undefined, now: number): AuditRow {
  return row.kind === 'refusal' ? refusalView(id, row) : attemptView(id, row, ended, now);
}

/** Returns the same, with the fields of entries about customers. */
export function customerViewOf(
  id: string,
  row: EntryRow,
  ended: OutcomeRow | undefined,
  now: number,
): CustomerAuditRow {
  const { organizationId, domain, via }: Partial<AttemptRow> = row.kind === 'attempt' ? row : {};
  return omitUndefined({ ...viewOf(id, row, ended, now), projectId: row.projectId, organizationId, domain, via });
}

function refusalView(id: string, row: RefusalRow): AuditRow {
  const { at, caller, action, groupId, groupName, code, times: count } = row;
  return omitUndefined({
    id,
    at,
    caller,
    action,
    spaceId: spaceOf(row),
    groupId,
    groupName,
    outcome: 'refused' as const,
    code,
    count,
  });
}

/** Milliseconds after which an attempt without an outcome isn't pending: the hourly run settled it or couldn't. */
const PENDING_MS = 90 * 60_000;

function attemptView(id: string, row: AttemptRow, ended: OutcomeRow | undefined, now: number): AuditRow {
  const { at, actedAs, action, groupName, undoes } = row;
  const caller = callerOf(row);
  const open = now - Date.parse(at) < PENDING_MS ? 'pending' : 'unknown';
  const outcome: AuditRow['outcome'] = ended?.outcome ?? open;
  const groupId = row.groupId ?? ended?.groupId;
  const accountId = row.accountId ?? ended?.accountId;
  const spaceId = spaceOf(row);
  const shared = { id, at, caller, actedAs, action, spaceId, groupId, groupName, accountId, undoes };
  const found = ended?.found;
  return omitUndefined({
    ...shared,
    outcome,
    code: ended?.code,
    found,
    ...(ended?.found !== undefined && { foundAt: ended.at }),
  });
}
