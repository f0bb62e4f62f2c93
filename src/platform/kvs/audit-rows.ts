// The audit trail as stored: one entity for attempts and refusals, one for outcomes.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import type { Attempt, AuditAction, AuditArea, Outcome, Refusal, RefusedAction, Via } from '../../broker/audit/entries';
import type { AuditCode, ShownAction } from '../../shared/broker/audit';
import type { AccountId, GroupId, OrganizationId, ProjectId, SpaceId } from '../../shared/ids';
import { omitUndefined } from '../omit-undefined';

/**
 * Days to keep entries. Forge's limit is "1 year", and it isn't documented whether 365 days are within it.
 *
 * https://developer.atlassian.com/platform/forge/limits-kvs-ce/
 */
const RETENTION_DAYS = 364;

export const RETENTION = { ttl: { value: RETENTION_DAYS, unit: 'DAYS' } } as const;

interface Row {
  /** Sorts entries by time. */
  sortKey: string;
  /** Absent: an attempt of a run's line. It stands under its run, group and account alone; the run is an entry of its own. */
  area?: AuditArea | undefined;
  at: string;
  caller?: AccountId | undefined;
  spaceId?: string | undefined;
  groupId?: GroupId | undefined;
  groupName?: string | undefined;
  projectId?: ProjectId | undefined;
}

export interface AttemptRow extends Row {
  kind: 'attempt';
  action: AuditAction;
  actedAs?: AccountId | undefined;
  accountId?: AccountId | undefined;
  organizationId?: OrganizationId | undefined;
  domain?: string | undefined;
  via?: Via | undefined;
  runId?: string | undefined;
  undoes?: string | undefined;
  /** Stand for `caller` and `spaceId` in an attempt of a run's line, which isn't indexed by them. */
  lineBy?: AccountId | undefined;
  lineSpaceId?: SpaceId | undefined;
}

export interface RefusalRow extends Row {
  kind: 'refusal';
  action: ShownAction;
  code: AuditCode;
  times: number;
  runId?: string | undefined;
}

export type EntryRow = AttemptRow | RefusalRow;
export type OutcomeRow = Omit<Outcome, 'id'>;

/** Stands for the space of an entry without one, or without a proved one. It can't be a space's id: those are digits. */
const GLOBAL = 'global';

/** Names the area of the audit that an action belongs to. */
export type AreaOf = (action: RefusedAction) => AuditArea;

/** Makes a row of exactly the attributes that manifest.yml declares: the store refuses any other one. */
export function attemptRow(attempt: Attempt, areaOf: AreaOf): AttemptRow {
  const { action, caller, spaceId } = attempt;
  return { ...fieldsOf(attempt), area: areaOf(action), caller, spaceId: spaceId ?? GLOBAL };
}

/** Returns the key that sorts attempts by time. */
export function attemptSortKey(at: string, id: string): string {
  return `${at}#${id}`;
}

/** Makes the row of an attempt of a run's line. */
export function lineRow(attempt: Attempt): AttemptRow {
  return { ...fieldsOf(attempt), lineBy: attempt.caller, lineSpaceId: attempt.spaceId };
}

/** Makes the row of a refusal, under one of its caller's keys. */
export function refusalRow(refusal: Refusal, key: string, areaOf: AreaOf): RefusalRow {
  const { action, reason, spaceId, groupId, groupName, projectId, runId } = refusal;
  return omitUndefined<RefusalRow>({
    ...firstOf(refusal, key, areaOf(refusal.action)),
    action,
    code: reason,
    spaceId: spaceId ?? GLOBAL,
    groupId,
    groupName: text(groupName),
    projectId,
    runId,
  });
}

/** Makes the row that counts refusals without their own, starting with this one: it doesn't name an action or a space. */
export function restRow(refusal: Refusal, key: string, areaOf: AreaOf): RefusalRow {
  return omitUndefined<RefusalRow>({
    ...firstOf(refusal, key, areaOf(refusal.action)),
    action: 'moreRefusals',
    code: 'MORE_REFUSALS',
    spaceId: GLOBAL,
  });
}

export function spaceOf(row: EntryRow): SpaceId | undefined {
  if (isLine(row)) return row.lineSpaceId;
  // Anything but GLOBAL was a SpaceId when it was stored.
  return row.spaceId === GLOBAL ? undefined : (row.spaceId as SpaceId);
}

export function callerOf(row: EntryRow): AccountId | undefined {
  return isLine(row) ? row.lineBy : row.caller;
}

/** Tells whether an entry is an attempt of a run's line. */
export function isLine(row: EntryRow): row is AttemptRow {
  return row.area === undefined;
}

const DAY_MS = 86_400_000;

/** Tells whether an entry is past its time. Forge deletes up to two days late. */
export function isExpired({ at }: EntryRow, now: number): boolean {
  return Date.parse(at) + RETENTION_DAYS * DAY_MS <= now;
}

function fieldsOf(attempt: Attempt) {
  const { id, at, actedAs, action, groupId, accountId, projectId, organizationId, via, runId, undoes } = attempt;
  const texts = { groupName: text(attempt.groupName), domain: text(attempt.domain) };
  const ids = { groupId, accountId, projectId, organizationId, runId, undoes };
  return { kind: 'attempt' as const, sortKey: attemptSortKey(at, id), at, actedAs, action, via, ...ids, ...texts };
}

/** Returns a text to store, or undefined: the store doesn't take an empty one. */
function text(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function firstOf({ at, caller }: Refusal, key: string, area: AuditArea) {
  return { kind: 'refusal', sortKey: refusalSortKey(at, key), area, at, caller, times: 1 } as const;
}

/** Most characters of a refusal's key in its sort key: an account's id and a number. It must stay short enough for a page to send it back. */
const KEY_IN_SORT_KEY = 60;

function refusalSortKey(at: string, key: string): string {
  return `${at}#${key.slice(-KEY_IN_SORT_KEY)}`;
}
