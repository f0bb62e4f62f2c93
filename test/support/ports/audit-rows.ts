// The audit trail as it is read: attempts joined with how they ended, refusals counted by the hour.
import type { Attempt, AuditArea, Outcome, Refusal } from '../../../src/broker/audit/entries';
import { areaOf } from '../../../src/entry/call/operations';
import { omitUndefined } from '../../../src/platform/omit-undefined';
import type { AuditRow } from '../../../src/shared/broker/views';
import type { CustomerAuditRow } from '../../../src/shared/customers/views';
import type { ProjectId } from '../../../src/shared/ids';

/** A row, and what only its place in the trail tells. */
export interface Entry {
  row: AuditRow;
  area: AuditArea;
  projectId?: ProjectId | undefined;
}

/** What stays pending so long is under way no more. */
const PENDING_MS = 90 * 60_000;

/** An attempt with how it ended, if it did. */
export function attemptEntry(attempt: Attempt, ended: Outcome | undefined, now: number): Entry {
  const { id, at, caller, actedAs, action, spaceId, groupName, projectId, undoes } = attempt;
  const groupId = attempt.groupId ?? ended?.groupId;
  const accountId = attempt.accountId ?? ended?.accountId;
  const outcome: AuditRow['outcome'] = ended?.outcome ?? (now - Date.parse(at) < PENDING_MS ? 'pending' : 'unknown');
  const { code, found } = ended ?? {};
  const named = { id, at, caller, actedAs, action, spaceId, groupId, groupName, accountId, undoes };
  const foundAt = found === undefined ? undefined : ended?.at;
  const row = omitUndefined({ ...named, outcome, code, found, foundAt });
  return { row, area: areaOf(action), projectId };
}

/** The row of an attempt, with what only those about customers have. */
export function customerRow(attempt: Attempt, ended: Outcome | undefined, now: number): CustomerAuditRow {
  const { projectId, organizationId, domain, via } = attempt;
  return omitUndefined({ ...attemptEntry(attempt, ended, now).row, projectId, organizationId, domain, via });
}

/** Rows that one caller's refusals leave in an hour, but for the one that counts the rest. */
const REFUSALS_AN_HOUR = 20;

/** Alike refusals of one caller and hour are one row. */
export function refusalEntries(refusals: readonly Refusal[]): Entry[] {
  const rows = new Map<string, Entry>();
  for (const refusal of refusals) {
    const { at, caller, action, reason, spaceId, groupId, projectId, groupName, runId } = refusal;
    const shared = `${at.slice(0, 13)} ${caller ?? 'none'}`;
    const own = `${shared} ${JSON.stringify([action, reason, spaceId, groupId, projectId, runId])}`;
    const isFull = [...rows.keys()].filter((key) => key.startsWith(`${shared} [`)).length >= REFUSALS_AN_HOUR;
    const isRest = !rows.has(own) && isFull;
    const key = isRest ? `${shared} rest` : own;
    const seen = rows.get(key);
    if (seen !== undefined) seen.row.count = (seen.row.count ?? 0) + 1;
    else {
      const id = `r${String(rows.size)}`;
      const what = isRest
        ? { action: 'moreRefusals' as const, code: 'MORE_REFUSALS' as const }
        : { action, spaceId, groupId, groupName, code: reason };
      const row = omitUndefined({ id, at, caller, ...what, outcome: 'refused' as const, count: 1 });
      rows.set(key, { row, area: areaOf(action), projectId });
    }
  }
  return [...rows.values()];
}
